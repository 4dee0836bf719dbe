package org.interurban.platform.partnerships;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what is known of a partnership, and lets members join and leave. Who belongs, whether it is public and whether it is over is
 * for those who may make partnerships in its programme; a city may leave by itself.
 */
@Service
class KeepPartnership {

    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken(Partnership now) implements Outcome {}
    }

    private final Partnerships partnerships;
    private final Rights rights;
    private final Audit audit;
    private final TellPartners tell;
    private final Clock clock;

    KeepPartnership(Partnerships partnerships, Rights rights, Audit audit, TellPartners tell, Clock clock) {
        this.partnerships = partnerships;
        this.rights = rights;
        this.audit = audit;
        this.tell = tell;
        this.clock = clock;
    }

    static Notices.Subject about(String code) {
        return new Notices.Subject("partnership", code);
    }

    /**
     * @param reason why, as those read it who are told; empty where nobody said
     * @param telling whether those are told whom it concerns
     */
    @Transactional
    Outcome change(
            Partnership before, Partnership partnership, @Nullable TopicId topic, String reason, boolean telling) {
        requireEdit(before);
        if (before.published() != partnership.published() || before.isClosed() != partnership.isClosed()) {
            requireArrange(before);
        }
        if (!partnerships.update(partnership, topic)) {
            return new Outcome.Overtaken(partnerships.find(before.code()).orElse(before));
        }
        record(
                "partnerships.changed",
                partnership,
                Map.of(
                        "status",
                        partnership.status().code(),
                        "name",
                        partnership.name().original()));
        if (telling) {
            news(before, partnership).ifPresent(words -> tell(partnership, words, reason));
        }
        return new Outcome.Kept();
    }

    /** What the cities have to know: that others see the partnership or no longer do, that it is over or goes on. */
    private static Optional<String> news(Partnership before, Partnership now) {
        if (before.isClosed() != now.isClosed()) {
            return Optional.of(now.isClosed() ? "partnerships.told.ended" : "partnerships.told.goes-on");
        }
        if (before.published() != now.published()) {
            return Optional.of(now.published() ? "partnerships.told.published" : "partnerships.told.taken-back");
        }
        return Optional.empty();
    }

    private void tell(Partnership partnership, String words, String reason) {
        tell.tell(
                tell.focalPoints(partnership.id()),
                new TellPartners.News(
                        about(partnership.code()),
                        words,
                        locale -> new Object[] {partnership.name().in(locale)},
                        reason,
                        "/partnerships/" + partnership.code()));
    }

    @Transactional
    void join(Partnership partnership, OrganisationId organisation, String code) {
        requireArrange(partnership);
        if (partnerships.join(partnership.id(), organisation, LocalDate.now(clock))) {
            record("partnerships.member-joined", partnership, Map.of("member", code));
            tell(partnership, organisation, "partnerships.told.joined");
        }
    }

    @Transactional
    void leave(Partnership partnership, OrganisationId organisation, String code) {
        if (!mayTakeOut(partnership, organisation)) {
            requireArrange(partnership);
        }
        if (partnerships.leave(partnership.id(), organisation, LocalDate.now(clock))) {
            record("partnerships.member-left", partnership, Map.of("member", code));
            tell(partnership, organisation, "partnerships.told.left");
        }
    }

    /** The member never left: the way back from a wrong press. */
    @Transactional
    void stay(Partnership partnership, OrganisationId organisation, String code) {
        requireArrange(partnership);
        if (partnerships.leave(partnership.id(), organisation, null)) {
            record("partnerships.member-stayed", partnership, Map.of("member", code));
            tell(partnership, organisation, "partnerships.told.stayed");
        }
    }

    /** Those who belong to it, and whom it concerns. */
    private void tell(Partnership partnership, OrganisationId member, String words) {
        var whom = new LinkedHashSet<>(tell.focalPoints(partnership.id()));
        whom.addAll(tell.focalPoints(List.of(member)));
        tell.tell(
                whom,
                new TellPartners.News(
                        about(partnership.code()),
                        words,
                        locale -> new Object[] {
                            partnership.name().in(locale), partnerships.nameOf(partnership.id(), member, locale)
                        },
                        "",
                        "/partnerships/" + partnership.code()));
    }

    /** It was made by mistake. */
    @Transactional
    void takeBack(Partnership partnership) {
        requireArrange(partnership);
        partnerships.takeBack(partnership.id());
        record("partnerships.taken-back", partnership, Map.of());
    }

    boolean mayArrange(Partnership partnership) {
        return rights.may(
                PartnershipPermission.PAIRING_PUBLISH, partnership.programme().scope());
    }

    boolean mayTakeOut(Partnership partnership, OrganisationId organisation) {
        return mayArrange(partnership) || rights.may(PartnershipPermission.PARTNERSHIP_EDIT, Scope.city(organisation));
    }

    private void requireArrange(Partnership partnership) {
        rights.require(
                PartnershipPermission.PAIRING_PUBLISH, partnership.programme().scope());
    }

    private void requireEdit(Partnership partnership) {
        rights.require(PartnershipPermission.PARTNERSHIP_EDIT, partnerships.scopes(partnership.id()));
    }

    private void record(String act, Partnership partnership, Map<String, String> details) {
        audit.record(act, new Audit.Subject("partnership", partnership.code()), details);
    }
}
