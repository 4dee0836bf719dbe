package org.interurban.platform.plans;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.accounts.RoleHolders.Holder;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.audit.RemovalUndone;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.partnerships.TellPartners;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.interurban.platform.web.Labels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records agreements and actions, and how far they have come. */
@Service
class KeepPlan {

    /** @param <T> an agreement or an action */
    sealed interface Outcome<T> {
        record Kept<T>() implements Outcome<T> {}

        /**
         * Somebody else changed what cannot be brought together with this.
         *
         * @param both what was wanted, with what they added to its lists
         */
        record Overtaken<T>(T now, T both) implements Outcome<T> {}
    }

    private static final String AGREEMENT = "agreement";
    private static final String ACTION = "plan-item";

    private final Plans plans;
    private final Partnerships partnerships;
    private final TellPartners tell;
    private final Labels labels;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    KeepPlan(
            Plans plans,
            Partnerships partnerships,
            TellPartners tell,
            Labels labels,
            Rights rights,
            Audit audit,
            ApplicationEventPublisher events) {
        this.partnerships = partnerships;
        this.tell = tell;
        this.labels = labels;
        this.plans = plans;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    static Notices.Subject about(Agreement agreement) {
        return new Notices.Subject(AGREEMENT, agreement.code());
    }

    static Notices.Subject about(PlanItem item) {
        return new Notices.Subject(ACTION, item.code());
    }

    /** @param telling whether the cities are told; nobody is of what is brought in */
    @Transactional
    void add(Agreement agreement, boolean telling) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        plans.insert(agreement);
        record("plans.agreement-recorded", agreement);
        if (telling) {
            tell(agreement, agreement.isMade() ? "plans.told.agreement-made" : "plans.told.agreement-recorded", "");
        }
    }

    /**
     * @param seen the parties as they stood when the form was opened
     * @param reason why, as those read it who are told
     */
    @Transactional
    Outcome<Agreement> change(Agreement agreement, SeenRows seen, String reason, boolean telling) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        plans.alone(agreement.id());
        var now = plans.agreement(agreement.code()).orElse(agreement);
        var parties = TypedLines.merged(agreement.parties(), seen, plans.parties(agreement.id()));
        if (now.version() != agreement.version() || parties.disputed()) {
            return new Outcome.Overtaken<>(
                    now, agreement.between(TypedLines.text(parties).lines().toList()));
        }
        if (!agreement.between(now.parties()).equals(now)) {
            plans.update(agreement);
        }
        plans.keepParties(agreement.id(), parties);
        record("plans.agreement-changed", agreement);
        if (telling && now.isMade() != agreement.isMade()) {
            tell(agreement, agreement.isMade() ? "plans.told.agreement-made" : "plans.told.agreement-open", reason);
        } else if (telling && (now.status() != agreement.status() || !now.when().equals(agreement.when()))) {
            tell(agreement, "plans.told.agreement-changed", reason);
        }
        return new Outcome.Kept<>();
    }

    /** Out of everything; the page that follows offers to undo it. */
    @Transactional
    void hide(Agreement agreement, String reason) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        if (plans.hide(agreement)) {
            record("plans.agreement-hidden", agreement);
            tell(agreement, "plans.told.agreement-removed", reason);
            audit.mayBeUndone(
                    PlanPermission.AGREEMENTS_EDIT,
                    new Audit.Subject(AGREEMENT, agreement.code()),
                    "/agreements/" + agreement.code(),
                    plans.scopes(agreement.programme(), agreement.partnership()));
        }
    }

    /** Whoever was told that it is gone hears that it is back. */
    @EventListener
    void on(RemovalUndone event) {
        var key = event.subject().key();
        switch (event.subject().kind()) {
            case AGREEMENT -> plans.agreement(key).ifPresent(back -> tell(back, "plans.told.agreement-back", ""));
            case ACTION -> plans.action(key).ifPresent(back -> tell(back, "plans.told.action-back", ""));
            default -> {}
        }
    }

    /** Who was told of it, newest first. */
    List<Notices.Told> told(Notices.Subject about) {
        return tell.told(about);
    }

    /** The focal points of the cities whose it is, and of those among its parties. */
    List<Holder> whoIsConcerned(@Nullable PartnershipId partnership, @Nullable Agreement agreement) {
        return Stream.concat(
                        partnership == null ? Stream.of() : tell.focalPoints(partnership).stream(),
                        agreement == null ? Stream.of() : tell.focalPoints(plans.bodies(agreement.id())).stream())
                .distinct()
                .toList();
    }

    private void tell(Agreement agreement, String words, String reason) {
        tell.tell(
                whoIsConcerned(agreement.partnership(), agreement),
                new TellPartners.News(
                        about(agreement),
                        words,
                        locale -> new Object[] {
                            agreement.title().in(locale),
                            labels.of("plans.status", agreement.status().code(), locale),
                            agreement.when().isKnown() ? agreement.when().text(locale) : ""
                        },
                        reason,
                        "/agreements/" + agreement.code()));
    }

    /** Takes an agreement back that came in with a sheet. */
    @Transactional
    void remove(Agreement agreement) {
        require(PlanPermission.AGREEMENTS_EDIT, agreement.programme(), agreement.partnership());
        plans.remove(agreement);
        record("plans.agreement-removed", agreement);
    }

    private void record(String act, Agreement agreement) {
        audit.record(
                act,
                new Audit.Subject(AGREEMENT, agreement.code()),
                Map.of(
                        "status",
                        agreement.status().code(),
                        "when",
                        agreement.when().code()));
        events.publishEvent(
                new AgreementKept(agreement.code(), agreement.status().code()));
    }

    @Transactional
    void add(PlanItem item, boolean telling) {
        require(PlanPermission.PLANS_EDIT, item.programme(), item.partnership());
        plans.insert(item);
        record("plans.action-recorded", item);
        if (telling) {
            tell(item, item.owner() == null ? "plans.told.action-recorded" : "plans.told.action-assigned", "");
        }
    }

    @Transactional
    Outcome<PlanItem> change(PlanItem item, String reason, boolean telling) {
        require(PlanPermission.PLANS_EDIT, item.programme(), item.partnership());
        var before = plans.action(item.code()).orElse(item);
        if (!plans.update(item)) {
            return new Outcome.Overtaken<>(before, item);
        }
        record("plans.action-changed", item);
        if (telling) {
            news(before, item).ifPresent(words -> tell(item, words, reason));
        }
        return new Outcome.Kept<>();
    }

    /** What the cities have to know: that it is done, whose it is now, or that its day or state is another. */
    private static Optional<String> news(PlanItem before, PlanItem now) {
        if (now.isDone() && !before.isDone()) {
            return Optional.of("plans.told.action-done");
        }
        if (now.owner() != null && !now.owner().equals(before.owner())) {
            return Optional.of("plans.told.action-assigned");
        }
        return now.status() != before.status()
                        || !Objects.equals(now.due(), before.due())
                        || !Objects.equals(now.owner(), before.owner())
                ? Optional.of("plans.told.action-changed")
                : Optional.empty();
    }

    /** Out of everything; the page that follows offers to undo it. */
    @Transactional
    void hide(PlanItem item, String reason) {
        require(PlanPermission.PLANS_EDIT, item.programme(), item.partnership());
        if (plans.hide(item)) {
            record("plans.action-removed", item);
            tell(item, "plans.told.action-removed", reason);
            audit.mayBeUndone(
                    PlanPermission.PLANS_EDIT,
                    new Audit.Subject(ACTION, item.code()),
                    pageOf(item),
                    plans.scopes(item.programme(), item.partnership()));
        }
    }

    /** Takes an action back that came in with a sheet. */
    @Transactional
    void takeBack(PlanItem item) {
        require(PlanPermission.PLANS_EDIT, item.programme(), item.partnership());
        plans.takeBack(item);
        record("plans.action-taken-back", item);
    }

    private void tell(PlanItem item, String words, String reason) {
        var partnership = item.partnership();
        var owner = item.owner();
        tell.tell(
                partnership != null
                        ? tell.focalPoints(partnership)
                        : owner == null ? List.of() : tell.focalPoints(List.of(owner)),
                new TellPartners.News(
                        about(item),
                        words,
                        locale -> new Object[] {
                            item.statement().in(locale),
                            owner == null ? "" : plans.nameOf(owner, locale),
                            item.due() == null
                                    ? ""
                                    : PartialPeriod.day(item.due()).text(locale),
                            labels.of("plans.action-status", item.status().code(), locale)
                        },
                        reason,
                        pageOf(item)));
    }

    private String pageOf(PlanItem item) {
        return item.partnership() == null
                ? "/actions"
                : "/partnerships/" + partnerships.codeOf(item.partnership()).orElseThrow();
    }

    private void record(String act, PlanItem item) {
        audit.record(
                act,
                new Audit.Subject(ACTION, item.code()),
                Map.of("status", item.status().code()));
    }

    private void require(Permission permission, @Nullable ProgrammeId programme, @Nullable PartnershipId partnership) {
        rights.require(permission, plans.scopes(programme, partnership));
    }
}
