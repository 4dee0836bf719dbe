package org.interurban.platform.web;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.shared.DateReading.Fault;
import org.interurban.platform.shared.DateReading.Meant;
import org.interurban.platform.shared.DateReading.OneOf;
import org.interurban.platform.shared.DateReading.Unread;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.shared.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.Errors;

/** A date as somebody typed it into a form, which keeps the text whatever it means; the part {@code date} of the forms shows it. */
public record TypedDate(String text) {

    public static final TypedDate NONE = new TypedDate("");

    public static TypedDate of(PartialPeriod kept) {
        return new TypedDate(kept.code());
    }

    /** The first and the last day, month or year in fields of their own; what lies somewhere between two days stays together. */
    public static List<TypedDate> ends(PartialPeriod kept) {
        var ends = kept.code().split("/");
        return List.of(new TypedDate(ends[0]), ends.length > 1 ? new TypedDate(ends[1]) : NONE);
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /** What was meant, once nothing was found wrong with it. */
    public PartialPeriod when() {
        return read() instanceof Meant(var when) ? when : PartialPeriod.UNKNOWN;
    }

    private DateReading read() {
        return DateReading.of(text, LocaleContextHolder.getLocale());
    }

    /** What was meant; says at the field what is wrong with it. */
    public PartialPeriod check(Extent extent, String field, Errors errors) {
        switch (DateReading.of(text, extent, LocaleContextHolder.getLocale())) {
            case Meant(var when) -> {
                return when;
            }
            case OneOf _ -> errors.rejectValue(field, "components.date.which", new Object[] {text}, null);
            case Unread(var fault) -> reject(fault, field, errors);
        }
        return PartialPeriod.UNKNOWN;
    }

    private void reject(Fault fault, String field, Errors errors) {
        errors.rejectValue(field, "components.date." + fault.code(), arguments(), null);
    }

    private Object[] arguments() {
        return new Object[] {text, Integer.toString(Years.FIRST), Integer.toString(Years.LAST)};
    }

    /** From the one to the other, or what the first says alone; finds what is wrong with either. */
    public static PartialPeriod check(TypedDate first, TypedDate last, String from, String to, Errors errors) {
        var begins = first.check(last.isBlank() ? Extent.PERIOD : Extent.DATE, from, errors);
        var ends = last.check(Extent.DATE, to, errors);
        if (!begins.isKnown() || !ends.isKnown()) {
            return begins;
        }
        if (begins.precision() != ends.precision()) {
            last.reject(Fault.NOT_ALIKE, to, errors);
        } else if (isAfter(begins, ends)) {
            last.reject(Fault.ENDS_BEFORE, to, errors);
        } else {
            return new PartialPeriod(begins.from(), ends.to(), begins.precision());
        }
        return PartialPeriod.UNKNOWN;
    }

    /** Finds what is wrong with two dates that are each known as exactly as they are. */
    public static void checkEach(TypedDate first, TypedDate last, String from, String to, Errors errors) {
        var begins = first.check(Extent.DATE, from, errors);
        var ends = last.check(Extent.DATE, to, errors);
        if (isAfter(begins, ends)) {
            last.reject(Fault.ENDS_BEFORE, to, errors);
        }
    }

    private static boolean isAfter(PartialPeriod begins, PartialPeriod ends) {
        return begins.from() != null && ends.to() != null && begins.from().isAfter(ends.to());
    }

    public record Choice(String code, String text) {}

    /**
     * What the page says of a date beside its field.
     *
     * @param open whether it lies somewhere within what was understood
     */
    public record Echo(
            @Nullable String understood,
            boolean open,
            List<Choice> choices,
            @Nullable String fault,
            Object[] arguments) {}

    /** @param extent code of what the field can hold */
    public Echo echo(@Nullable String extent, Locale locale) {
        var holds = extent != null && Coded.codes(Extent.class).contains(extent)
                ? Coded.of(Extent.class, extent)
                : Extent.DATE;
        return switch (DateReading.of(text, holds, locale)) {
            case Meant(var when) ->
                new Echo(
                        when.isKnown() ? when.text(locale) : null,
                        when.precision() == Precision.PERIOD,
                        List.of(),
                        null,
                        arguments());
            case OneOf(var readings) ->
                new Echo(
                        null,
                        false,
                        readings.stream()
                                .map(when -> new Choice(when.code(), when.text(locale)))
                                .toList(),
                        null,
                        arguments());
            case Unread(var fault) -> new Echo(null, false, List.of(), fault.code(), arguments());
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
