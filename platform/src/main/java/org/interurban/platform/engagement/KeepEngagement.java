package org.interurban.platform.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.accounts.RoleHolders;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.delivery.Mail;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.engagement.Engagement.Refusal;
import org.interurban.platform.engagement.Engagement.State;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
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

        /** It cannot be so. */
        record Refused(Refusal why) implements Outcome {}

        /** An offer from somebody who is not asked, or for what is not asked any more. */
        record NotAsked() implements Outcome {}
    }

    private final Engagements engagements;
    private final Rights rights;
    private final RoleHolders holders;
    private final Audit audit;
    private final Notices notices;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Clock clock;

    KeepEngagement(
            Engagements engagements,
            Rights rights,
            RoleHolders holders,
            Audit audit,
            Notices notices,
            PublicAddress address,
            MessageSource messages,
            Clock clock) {
        this.engagements = engagements;
        this.rights = rights;
        this.holders = holders;
        this.audit = audit;
        this.notices = notices;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    /** Tells nobody, as where a list of what was is brought in. */
    @Transactional
    Outcome add(Engagement engagement) {
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        var refused = refused(engagement);
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
        engagements.insert(engagement);
        record(
                "engagement.recorded",
                engagement,
                Map.of("state", engagement.state().code()));
        return new Outcome.Kept(engagement);
    }

    /** Whoever is asked for support gets word of it. */
    @Transactional
    Outcome announce(Engagement engagement) {
        var outcome = add(engagement);
        if (outcome instanceof Outcome.Kept && engagement.state() == State.OPEN) {
            tell(engagement, "engagement.told.asked", engagement.account(), engagements.asked(engagement));
        }
        return outcome;
    }

    /**
     * Whoever changes it works on it before and after: nobody takes a visit from a city, or gives one to another.
     *
     * @param telling whether those are told whom it concerns; nobody is of what is brought in
     */
    @Transactional
    Outcome change(Engagement engagement, boolean telling) {
        var stands = engagements.find(engagement.code());
        if (stands.isEmpty()) {
            return new Outcome.Gone();
        }
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(stands.get()));
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        var refused = stands.get().refusal(engagement.kind()).or(() -> refused(engagement));
        if (refused.isPresent()) {
            return new Outcome.Refused(refused.get());
        }
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
        if (telling) {
            news(stands.get(), engagement)
                    .ifPresent(words -> tell(engagement, words, null, concerned(stands.get(), engagement)));
        }
        return new Outcome.Kept(engagement);
    }

    /** What those who expect a visit have to know. */
    private static Optional<String> news(Engagement before, Engagement now) {
        if (before.state() != State.PLANNED) {
            return Optional.empty();
        }
        return switch (now.state()) {
            case CALLED_OFF -> Optional.of("engagement.told.called-off");
            case PLANNED ->
                Optional.of("engagement.told.moved").filter(words -> !now.when().equals(before.when()));
            case HELD, OPEN, ANSWERED, CLOSED -> Optional.empty();
        };
    }

    /** The cities between which it was, and between which it is now. */
    private Scope[] concerned(Engagement before, Engagement now) {
        return Stream.of(before, now)
                .flatMap(one -> Stream.of(engagements.scopes(one)))
                .distinct()
                .toArray(Scope[]::new);
    }

    private Optional<Refusal> refused(Engagement engagement) {
        return Engagement.refusal(engagement.state(), engagement.when(), LocalDate.now(clock));
    }

    @Transactional
    Outcome remove(Engagement engagement) {
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        engagements.removeSteps(engagement);
        var outcome = takeBack(engagement);
        mayBeUndone(engagement);
        if (outcome instanceof Outcome.Kept) {
            switch (engagement.state()) {
                case PLANNED -> tell(engagement, "engagement.told.called-off", null, engagements.scopes(engagement));
                case OPEN -> tell(engagement, "engagement.told.taken-back", null, engagements.asked(engagement));
                case HELD, CALLED_OFF, ANSWERED, CLOSED -> {} // nobody expects anything of it any more
            }
        }
        return outcome;
    }

    /**
     * Takes back what came in with a sheet.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException where somebody has offered or written what is to be done since
     */
    @Transactional
    Outcome takeBack(Engagement engagement) {
        rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
        if (!engagements.remove(engagement)) {
            return new Outcome.Gone();
        }
        record("engagement.removed", engagement, Map.of());
        return new Outcome.Kept(engagement);
    }

    /** The first offer answers an open request; whoever takes part, and whose turn it is, gets word of it. */
    @Transactional
    Outcome add(Engagement engagement, Step step) {
        return engagements.locked(engagement).map(stands -> addTo(stands, step)).orElseGet(Outcome.Gone::new);
    }

    private Outcome addTo(Engagement engagement, Step step) {
        switch (step) {
            case Step.Offer offer -> {
                rights.require(EngagementPermission.ENGAGEMENT_ANSWER, Scope.city(offer.by()));
                if (!engagement.mayBeOffered(offer.by())) {
                    return new Outcome.NotAsked();
                }
                engagements.answered(engagement);
                tell(engagement, "engagement.told.offer", step.statement(), engagements.scopes(engagement));
            }
            case Step.FollowUp next -> {
                rights.require(EngagementPermission.ENGAGEMENT_EDIT, engagements.scopes(engagement));
                if (next.turn() != null) {
                    tell(engagement, "engagement.told.follow-up", step.statement(), Scope.city(next.turn()));
                }
            }
        }
        engagements.add(engagement, step);
        record("engagement.step-added", engagement, Map.of("kind", kind(step)));
        return new Outcome.Kept(engagement);
    }

    private static String kind(Step step) {
        return switch (step) {
            case Step.Offer _ -> "offer";
            case Step.FollowUp _ -> "follow-up";
        };
    }

    /** Whoever takes part may say what was done, and whose turn it is. */
    @Transactional
    Outcome done(Engagement engagement, Step.Id step) {
        var toDo = engagements.toDo(engagement, step);
        if (toDo.isEmpty()) {
            return new Outcome.Gone();
        }
        rights.require(
                EngagementPermission.ENGAGEMENT_ANSWER,
                engagements.scopes(engagement, toDo.get().turn()));
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
        mayBeUndone(engagement);
        return new Outcome.Kept(engagement);
    }

    private void mayBeUndone(Engagement engagement) {
        audit.mayBeUndone(
                EngagementPermission.ENGAGEMENT_EDIT,
                new Audit.Subject("engagement", engagement.code()),
                "/engagements/" + engagement.code(),
                engagements.scopes(engagement));
    }

    private void record(String act, Engagement engagement, Map<String, String> details) {
        audit.record(act, new Audit.Subject("engagement", engagement.code()), details);
    }

    /** To those who speak for the cities, but not to whoever does this. */
    private void tell(Engagement engagement, String words, @Nullable LocalizedText said, Scope... cities) {
        var link = address.of("/engagements/" + engagement.code());
        for (var holder : holders.of(Role.FOCAL_POINT, cities)) {
            if (holder.account().equals(Rights.account())) {
                continue;
            }
            var locale = holder.language();
            var title = engagement.title().in(locale);
            var arguments = new Object[] {
                holder.name(),
                title,
                said == null ? "" : said.in(locale),
                link,
                engagement.when().text(locale)
            };
            notices.tell(
                    about(engagement),
                    words,
                    holder.account(),
                    new Mail.Message(
                            holder.email(),
                            messages.getMessage(words + ".subject", new Object[] {title}, locale),
                            notices.letter(List.of(messages.getMessage(words + ".text", arguments, locale)), locale)));
        }
    }

    /** Who was told of it, newest first. */
    List<Notices.Told> told(Engagement engagement) {
        return notices.of(about(engagement));
    }

    private static Notices.Subject about(Engagement engagement) {
        return new Notices.Subject("engagement", engagement.code());
    }
}
