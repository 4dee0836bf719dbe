package org.interurban.platform.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.interurban.platform.accounts.RoleHolders;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.engagement.Engagement.State;
import org.interurban.platform.engagement.Engagement.Step;
import org.interurban.platform.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records visits and requests, what is offered in answer, and what follows; and tells those who are asked. */
@Service
class KeepEngagement {

    sealed interface Outcome {
        record Kept(Engagement engagement) implements Outcome {}

        /** Somebody else saved it since the form was opened. */
        record Overtaken(Engagement theirs) implements Outcome {}

        /** It, or the step, is not there any more. */
        record Gone() implements Outcome {}
    }

    private final Engagements engagements;
    private final Rights rights;
    private final RoleHolders holders;
    private final Audit audit;
    private final Mail mail;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Clock clock;

    KeepEngagement(
            Engagements engagements,
            Rights rights,
            RoleHolders holders,
            Audit audit,
            Mail mail,
            PublicAddress address,
            MessageSource messages,
            Clock clock) {
        this.engagements = engagements;
        this.rights = rights;
        this.holders = holders;
        this.audit = audit;
        this.mail = mail;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional
    Outcome add(Engagement engagement) {
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        engagements.insert(engagement);
        record(
                "engagement.recorded",
                engagement,
                Map.of("state", engagement.state().code()));
        if (engagement.state() == State.OPEN) {
            tell(engagement, "engagement.mail.asked", account(engagement), engagements.asked(engagement));
        }
        return new Outcome.Kept(engagement);
    }

    /** Whoever changes it works on it before and after: nobody takes a visit from a city, or gives one to another. */
    @Transactional
    Outcome change(Engagement engagement) {
        var stands = engagements.find(engagement.code());
        if (stands.isEmpty()) {
            return new Outcome.Gone();
        }
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(stands.get()));
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        if (!engagements.update(engagement)) {
            return engagements
                    .find(engagement.code())
                    .<Outcome>map(Outcome.Overtaken::new)
                    .orElseGet(Outcome.Gone::new);
        }
        record(
                "engagement.changed",
                engagement,
                Map.of("state", engagement.state().code()));
        return new Outcome.Kept(engagement);
    }

    @Transactional
    Outcome remove(Engagement engagement) {
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        engagements.remove(engagement);
        record("engagement.removed", engagement, Map.of());
        return new Outcome.Kept(engagement);
    }

    /** The first offer answers an open request. */
    @Transactional
    Outcome add(Engagement engagement, Step step) {
        switch (step.kind()) {
            case OFFER -> {
                rights.require(EngagementPermission.ENGAGEMENT_ANSWER, Scope.city(offering(step)));
                engagements.answered(engagement);
                tell(engagement, "engagement.mail.offer", step.statement(), engagements.scopes(engagement));
            }
            case FOLLOW_UP -> rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        }
        engagements.add(engagement, step);
        record("engagement.step-added", engagement, Map.of("kind", step.kind().code()));
        return new Outcome.Kept(engagement);
    }

    @Transactional
    Outcome done(Engagement engagement, Step.Id step) {
        rights.require(EngagementPermission.ENGAGEMENT_ANSWER, engagements.scopes(engagement));
        if (!engagements.done(engagement, step, LocalDate.now(clock))) {
            return new Outcome.Gone();
        }
        record("engagement.step-done", engagement, Map.of());
        return new Outcome.Kept(engagement);
    }

    @Transactional
    Outcome remove(Engagement engagement, Step.Id step) {
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        if (!engagements.remove(engagement, step)) {
            return new Outcome.Gone();
        }
        record("engagement.step-removed", engagement, Map.of());
        return new Outcome.Kept(engagement);
    }

    private void record(String act, Engagement engagement, Map<String, String> details) {
        audit.record(act, new Audit.Subject("engagement", engagement.code()), details);
    }

    private static OrganisationId offering(Step step) {
        return Objects.requireNonNull(step.organisation());
    }

    private static String account(Engagement engagement) {
        return engagement.account() == null ? "" : engagement.account().original();
    }

    /** To those who speak for the cities. */
    private void tell(Engagement engagement, String words, String said, Scope[] cities) {
        for (var holder : holders.of(Role.FOCAL_POINT, cities)) {
            var locale = holder.language();
            var title = engagement.title().in(locale);
            var link = address.of("/engagements/" + engagement.code());
            mail.send(new Mail.Message(
                    holder.email(),
                    messages.getMessage(words + ".subject", new Object[] {title}, locale),
                    messages.getMessage(words, new Object[] {holder.name(), title, said, link}, locale)));
        }
    }
}
