package org.interurban.platform.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says to people what columns and values are. */
@Component
class FieldWords {

    /** Numbers of the database's own, which say nothing to people. */
    private static final Set<String> ITS_OWN = Set.of("id", "version", "erased_code");

    private static final int UUID_LENGTH = 36;

    private final MessageSource messages;
    private final RowHistory rows;

    FieldWords(MessageSource messages, RowHistory rows) {
        this.messages = messages;
        this.rows = rows;
    }

    /** @param by the account's id, or what else the database knew; null for the system */
    record Change(
            String operation,
            OffsetDateTime at,
            @Nullable String by,
            @Nullable String name,
            List<Field> fields) {}

    record Field(String name, String before, String after) {}

    /** One change of what people know; a row that only got a number of its own is none. */
    List<Change> of(List<RowHistory.Change> changes, Locale locale) {
        var named = names(changes);
        return changes.stream()
                .map(change -> new Change(
                        change.operation(),
                        change.at(),
                        change.by(),
                        change.name(),
                        change.fields().stream()
                                .filter(field -> !ITS_OWN.contains(field.name()))
                                .map(field -> new Field(
                                        word(field.name(), locale),
                                        text(field.before(), named, locale),
                                        text(field.after(), named, locale)))
                                .filter(field -> !field.before().equals(field.after()))
                                .toList()))
                .filter(change ->
                        !change.fields().isEmpty() || !change.operation().equals("UPDATE"))
                .toList();
    }

    /** What the rows are called that values name, by their keys. */
    private Map<String, String> names(List<RowHistory.Change> changes) {
        var fields = new HashSet<RowHistory.TableField>();
        var keys = new HashSet<String>();
        for (var change : changes) {
            for (var field : change.fields()) {
                Stream.of(field.before(), field.after())
                        .filter(Objects::nonNull)
                        .filter(value -> value.isString() && value.stringValue().length() == UUID_LENGTH)
                        .forEach(value -> {
                            fields.add(new RowHistory.TableField(change.table(), field.name()));
                            keys.add(value.stringValue());
                        });
            }
        }
        return rows.namesIn(fields, keys);
    }

    private String word(String column, Locale locale) {
        var whole = column.replaceFirst("_(original|translations)$", "");
        var plain = whole.replace('_', ' ');
        return Objects.requireNonNullElse(
                messages.getMessage("web.column." + whole, null, null, locale),
                Character.toUpperCase(plain.charAt(0)) + plain.substring(1));
    }

    private String text(@Nullable JsonNode value, Map<String, String> names, Locale locale) {
        if (value == null) {
            return "";
        }
        if (value.isBoolean()) {
            return messages.getMessage(value.booleanValue() ? "audit.yes" : "audit.no", null, locale);
        }
        if (value.isArray()) {
            return String.join(
                    "; ",
                    value.valueStream().map(one -> text(one, names, locale)).toList());
        }
        if (value.isObject()) {
            return String.join(
                    "; ",
                    value.propertyStream()
                            .map(entry -> entry.getKey() + ": " + text(wording(entry.getValue()), names, locale))
                            .toList());
        }
        if (!value.isString()) {
            return value.toString();
        }
        var text = value.stringValue();
        return names.getOrDefault(text, day(text, locale));
    }

    /** Of a translation what it says, without where it comes from. */
    private static JsonNode wording(JsonNode value) {
        return value.path("text").isMissingNode() ? value : value.path("text");
    }

    private static String day(String text, Locale locale) {
        try {
            return text.length() == 10
                    ? PartialPeriod.day(LocalDate.parse(text)).text(locale)
                    : text;
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }
}
