package org.interurban.platform.sheets;

import java.util.Objects;
import java.util.stream.Collectors;
import org.interurban.platform.sheets.SheetTarget.Reading.Unfit;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What pages say of sheets. Templates know it as {@code @sheetWords}. */
@Component
public class SheetWords {

    private final SheetTargets targets;
    private final SheetReach reach;
    private final MessageSource messages;

    SheetWords(SheetTargets targets, SheetReach reach, MessageSource messages) {
        this.targets = targets;
        this.reach = reach;
        this.messages = messages;
    }

    /** What a reader calls the field of a target. */
    public String of(String target, String field) {
        var locale = LocaleContextHolder.getLocale();
        return targets.get(target) instanceof FormTarget<?, ?> form
                ? form.label(field, locale)
                : messages.getMessage(key(target, field), null, locale);
    }

    /** What a reader calls a value that a row gives or a record has. */
    public String called(String target, Judgement judgement, String field, String value) {
        var name = judgement.names().get(Judgement.name(field, value));
        return name == null ? value(target, field, value) : name;
    }

    private String value(String target, String field, String value) {
        var locale = LocaleContextHolder.getLocale();
        var words = targets.get(target).words(field);
        return words == null
                ? targets.get(target).shown(field, value, locale)
                : Objects.requireNonNullElse(messages.getMessage(words + "." + value, null, value, locale), value);
    }

    /** What may have been meant: a value that can be chosen by its name. */
    public String perhaps(String target, String field, Unfit unfit, String suggestion) {
        return isChoice(unfit) ? value(target, field, suggestion) : suggestion;
    }

    /** What is wrong with a cell. */
    public String wrong(String target, String field, Unfit unfit, String cell) {
        var arguments = isChoice(unfit)
                ? new Object[] {
                    cell,
                    unfit.suggestions().stream()
                            .map(value -> value(target, field, value))
                            .collect(Collectors.joining(", "))
                }
                : unfit.arguments(cell);
        return messages.getMessage(unfit.words(), arguments, LocaleContextHolder.getLocale());
    }

    private static boolean isChoice(Unfit unfit) {
        return unfit.reason().equals("no-choice");
    }

    /** What people call the field, or what else they write above its column where it is one of a form. */
    static String key(String target, String field) {
        var place = target + "." + field;
        return "sheets.field." + place;
    }

    /** Whether the current person may bring in sheets of such rows. */
    public boolean takes(String target) {
        return targets.find(target).filter(reach::includes).isPresent();
    }
}
