package org.interurban.platform.consultation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.Notices;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.pairing.PairingPermission;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposals;
import org.interurban.platform.pairing.RoundId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the letters of a round, and reminds those who have not answered: when somebody says so, and once when the day comes near. */
@Service
class SendLetters {

    /** So many days before the last one the cities that have not answered are reminded. */
    static final int DAYS_BEFORE = 3;

    private record Awaited(RoundId round, OrganisationId organisation, OrganisationId partner) {}

    private final Proposals proposals;
    private final AskCities asking;
    private final LetterWords words;
    private final Notices notices;
    private final Rights rights;
    private final Audit audit;
    private final JdbcClient sql;
    private final Clock clock;

    SendLetters(
            Proposals proposals,
            AskCities asking,
            LetterWords words,
            Notices notices,
            Rights rights,
            Audit audit,
            JdbcClient sql,
            Clock clock) {
        this.proposals = proposals;
        this.asking = asking;
        this.words = words;
        this.notices = notices;
        this.rights = rights;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /** @return how many letters left; empty where the round is no draft any more */
    @Transactional
    Optional<Integer> send(
            RoundId id,
            @Nullable Integer run,
            @Nullable LocalDate until,
            Map<String, String> bodies,
            Locale otherwise,
            Locale locale) {
        return proposals.propose(id, run, until, locale).map(proposal -> {
            var letters = asking.letters(proposal, proposal.pairs(), otherwise);
            return asking.send(
                    proposal,
                    letters.letters(),
                    bodies,
                    AskCities.ASKED,
                    words.sender(rights.current().account()));
        });
    }

    /** @return how many letters left */
    @Transactional
    int remind(Proposal proposal, Locale locale) {
        rights.require(PairingPermission.PAIRING_RUN, proposal.scope());
        if (!proposal.isOpen()) {
            return 0;
        }
        var written = remind(proposal, words.sender(rights.current().account()), locale);
        audit.record("pairing.reminded", proposal.subject(), Map.of("letters", Integer.toString(written)));
        return written;
    }

    private int remind(Proposal proposal, LetterWords.Sender sender, Locale otherwise) {
        var awaited = awaited(proposal.id());
        var pairs = proposal.pairs().stream()
                .filter(pair -> awaited.stream().anyMatch(one -> isOf(one, pair)))
                .toList();
        var cities = new HashSet<OrganisationId>();
        awaited.forEach(one -> cities.add(one.organisation()));
        var letters = asking.letters(proposal, pairs, otherwise).letters().stream()
                .filter(letter -> cities.contains(letter.city().organisation()))
                .toList();
        return asking.send(proposal, letters, Map.of(), AskCities.REMINDED, sender);
    }

    private static boolean isOf(Awaited one, Proposal.Pair pair) {
        return one.organisation().equals(pair.a().organisation())
                        && one.partner().equals(pair.b().organisation())
                || one.organisation().equals(pair.b().organisation())
                        && one.partner().equals(pair.a().organisation());
    }

    private List<Awaited> awaited(RoundId round) {
        return sql.sql("select round, organisation, partner from pairing_answer_awaited where round = ?")
                .param(round.value())
                .query(Awaited.class)
                .list();
    }

    /** Rounds whose last day is near and of which nobody has been reminded since. */
    @Transactional
    public void remindOfTheDay() {
        var today = LocalDate.now(clock);
        for (var round : sql.sql("""
            select distinct w.round from pairing_answer_awaited w
             where w.answers_by between :today and :soon
            """)
                .param("today", today)
                .param("soon", today.plusDays(DAYS_BEFORE))
                .query(UUID.class)
                .list()) {
            proposals
                    .find(new RoundId(round), Locale.ENGLISH)
                    .filter(proposal -> !isReminded(proposal))
                    .ifPresent(proposal -> remind(proposal, words.sender(proposal.askedBy()), Locale.ENGLISH));
        }
    }

    /** Since the day came near, and since the cities were asked last: a round that was taken back asks once more. */
    private boolean isReminded(Proposal proposal) {
        var told = notices.of(AskCities.about(proposal));
        var near = Objects.requireNonNull(proposal.until())
                .minusDays(DAYS_BEFORE)
                .atStartOfDay()
                .atOffset(ZoneOffset.UTC);
        var asked = told.stream()
                .filter(one -> one.words().equals(AskCities.ASKED))
                .map(Notices.Told::at)
                .findFirst()
                .orElse(near);
        return told.stream()
                .anyMatch(one -> one.words().equals(AskCities.REMINDED)
                        && !one.at().isBefore(near)
                        && !one.at().isBefore(asked));
    }

    @Configuration(proxyBeanMethods = false)
    static class Daily {

        @Bean
        RecurringTask<Void> remindOfAnswers(SendLetters letters) {
            return Tasks.recurring("remind-of-answers", FixedDelay.ofHours(6))
                    .execute((instance, context) -> letters.remindOfTheDay());
        }
    }
}
