package org.interurban.platform.web;

import java.time.DateTimeException;
import java.util.List;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.ModelAndView;

/** What somebody typed into the fields of a form, which a browser may not have sent at all. */
public final class Typed {

    private Typed() {}

    /** The page with the form once more, with what was typed and what is wrong with it. */
    public static ModelAndView again(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    public static @Nullable String textOrNull(@Nullable String value) {
        return text(value).isEmpty() ? null : text(value);
    }

    /** A date as exactly as it is known; what is none, or lies in a year that nobody means, is said at its field. */
    public static PartialPeriod date(@Nullable String typed, String field, String notADate, Errors errors) {
        try {
            var date = PartialPeriod.parse(text(typed), "", null);
            requireYears(date, field, errors);
            return date;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            errors.rejectValue(field, notADate);
            return PartialPeriod.UNKNOWN;
        }
    }

    /** Says at the field that a date lies in a year that nobody means. */
    public static void requireYears(PartialPeriod date, String field, Errors errors) {
        if (!Years.hold(date)) {
            errors.rejectValue(
                    field,
                    "web.error.year",
                    new Object[] {Integer.toString(Years.FIRST), Integer.toString(Years.LAST)},
                    null);
        }
    }

    /** The lines of a text, trimmed, each once, empty ones left out. */
    public static List<String> lines(@Nullable String text) {
        return text(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
