package org.interurban.platform.pairing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/**
 * One round of pairing in a programme.
 *
 * @param sideA group of participants; in a pool, empty for everyone
 * @param rules as the next run will use them
 * @param unheard why its pairs were confirmed although no city has agreed; null where one has, or it has not come so far
 */
record Round(
        RoundId id,
        ProgrammeId programme,
        String programmeCode,
        String programmeName,
        String name,
        RoundState state,
        boolean pool,
        String sideA,
        String sideB,
        Rules rules,
        @Nullable String unheard,
        int version) {

    static final int NAME_LENGTH = 200;

    Round {
        if (name.isBlank() || name.length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
    }

    Scope scope() {
        return programme.scope();
    }

    /** The run that the cities were shown. */
    Optional<RunId> run() {
        return state instanceof RoundState.Shown shown ? Optional.of(shown.run()) : Optional.empty();
    }

    /** The day in the reader's words; empty where it is not published. */
    public String publishedOn(Locale locale) {
        return state instanceof RoundState.Published(var _, var at, var _, var _)
                ? PartialPeriod.day(LocalDate.ofInstant(at, ZoneOffset.UTC)).text(locale)
                : "";
    }

    /** Who published it; null where that is not known, or it is not published. */
    public @Nullable String publisher() {
        return state instanceof RoundState.Published published ? published.publisher() : null;
    }

    Round with(RoundState other) {
        return new Round(
                id, programme, programmeCode, programmeName, name, other, pool, sideA, sideB, rules, unheard, version);
    }

    /** The day up to which the cities are asked to answer, in the reader's words; empty where they are not asked. */
    public String until(Locale locale) {
        return state instanceof RoundState.Proposed(var _, var until, var _) && until != null
                ? PartialPeriod.day(until).text(locale)
                : "";
    }

    public boolean isDraft() {
        return state instanceof RoundState.Draft;
    }

    /** Whether its pairs hold, so that a change is to leave as many of them as it can. */
    public boolean isAgreed() {
        return state instanceof RoundState.Confirmed || state instanceof RoundState.Published;
    }
}
