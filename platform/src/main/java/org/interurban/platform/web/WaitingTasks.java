package org.interurban.platform.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Person;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/** What of a module's records waits for somebody, each with the one action that settles it; a bean of the module that keeps them. */
public interface WaitingTasks {

    /**
     * One thing to do.
     *
     * @param words key of what is to be done, said with the title and the count; with {@code .do} after it, of the action
     * @param link where the action is
     * @param due null where it can wait
     */
    record Task(
            String words,
            String link,
            String title,
            @Nullable String detail,
            @Nullable LocalDate due,
            int count) {

        public boolean isLate(LocalDate today) {
            return due != null && due.isBefore(today);
        }

        /** Days from today until it is due, below zero where it is late; null where it can wait. */
        public @Nullable Long days(LocalDate today) {
            return due == null ? null : ChronoUnit.DAYS.between(today, due);
        }

        public String dueText(Locale locale) {
            return due == null ? "" : PartialPeriod.day(due).text(locale);
        }
    }

    /**
     * @param select gives {@code words, link, title, detail, due, count}; all are asked in one statement, with {@code :language} and
     *     {@code :today}
     * @param values of the parameters that only this one has
     */
    record Part(String select, Map<String, ?> values) {}

    /** Empty where nothing can wait for this person. */
    Optional<Part> of(Person person);

    /** What others have not answered yet of what this person looks after, with how many are missing. */
    default Optional<Part> ofOthers(Person person) {
        return Optional.empty();
    }

    /** What only tidies old records and waits for a quiet day. */
    default Optional<Part> ofQuietDays(Person person) {
        return Optional.empty();
    }
}
