package org.interurban.platform.sheets;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.DateReading.Meant;
import org.interurban.platform.shared.DateReading.OneOf;
import org.interurban.platform.shared.DateReading.Unread;
import org.interurban.platform.shared.Years;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.web.ByLine;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.Languages.Language;
import org.interurban.platform.web.Limits;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The columns of a sheet whose rows are filled forms: the record's code, the components of the form, and of a text in languages its
 * language and each translation. A cell holds what a browser would send of its field.
 */
final class FormColumns<F extends Record> {

    static final String CODE = "code";

    private static final int CODE_LENGTH = 80;

    /** What a form says of the state from which it was filled in. */
    private static final Set<String> STATE = Set.of("version", "seen");

    private static final String YES = "yes";
    private static final String NO = "no";

    /** Between the values of a component that holds several, as the conversion of a form's fields reads them. */
    private static final String TICKED = ",";

    /**
     * @param parameter by which a browser sends the field
     * @param component of the form; null for the code
     * @param values words by value in the order of the choice, where the column holds one
     */
    private record Column(
            SheetField field, String parameter, @Nullable String component, Label label, Choice values) {}

    private interface Label {
        String in(Locale locale);
    }

    /** The values that can be chosen, in the reader's words. */
    private interface Choice {
        Map<String, String> in(Locale locale);
    }

    private static final Choice ANY = locale -> Map.of();

    private final SheetForm<F, ?> form;
    private final MessageSource messages;
    private final Languages languages;
    private final Limits limits;
    private final List<RecordComponent> components;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, String> byParameter = new HashMap<>();

    FormColumns(SheetForm<F, ?> form, MessageSource messages, Languages languages, Limits limits) {
        this.form = form;
        this.messages = messages;
        this.languages = languages;
        this.limits = limits;
        this.components = List.of(form.form().getRecordComponents());
        components.forEach(component -> ReflectionUtils.makeAccessible(component.getAccessor()));
        add(CODE, CODE, null, locale -> said("sheets.code", locale), ANY);
        components.stream()
                .filter(component -> !STATE.contains(component.getName()))
                .forEach(this::add);
    }

    private void add(RecordComponent component) {
        var name = component.getName();
        var column = JdbcUtils.convertPropertyNameToUnderscoreName(name);
        Label label = locale -> label(name, locale);
        if (component.getType() == Words.class) {
            add(column, name + ".original", name, label, ANY);
            add(
                    column + "_language",
                    name + ".language",
                    name,
                    locale -> messages.getMessage("sheets.language-of", new Object[] {label(name, locale)}, locale),
                    this::languages);
            for (var language : languages.written(Locale.ENGLISH)) {
                var tag = language.tag();
                add(
                        column + "_" + tag,
                        "%s.in[%s]".formatted(name, tag),
                        name,
                        locale -> "%s (%s)"
                                .formatted(
                                        label(name, locale), languages(locale).get(tag)),
                        ANY);
            }
        } else if (component.getType() == Boolean.class) {
            add(column, name, name, label, this::yesAndNo);
        } else if (isTicked(component)) {
            add(
                    column,
                    name,
                    name,
                    label,
                    annotation(component, Chosen.class)
                            .<Choice>map(this::choice)
                            .orElse(ANY));
        } else if (component.getType() == String.class || component.getType() == TypedDate.class) {
            var chosen = annotation(component, Chosen.class);
            add(column, name, name, label, chosen.<Choice>map(this::choice).orElse(ANY));
        }
    }

    private void add(String name, String parameter, @Nullable String component, Label label, Choice values) {
        var kind = Optional.ofNullable(component).flatMap(this::component);
        var synonyms = Stream.concat(
                        pages().map(label::in),
                        component == null || !parameter.equals(component) && !parameter.endsWith(".original")
                                ? Stream.of()
                                : pages().flatMap(locale -> further(component, locale)))
                .distinct()
                .toArray(String[]::new);
        SheetField field;
        if (values != ANY && kind.filter(FormColumns::isTicked).isPresent()) {
            field = SheetField.several(name, TICKED, words(values), synonyms);
        } else if (values != ANY) {
            field = SheetField.choice(name, words(values), synonyms);
        } else if (kind.isPresent() && kind.get().getType() == TypedDate.class) {
            field = new SheetField(name, false, List.of(synonyms), this::date, false, false);
        } else if (kind.flatMap(one -> annotation(one, ByLine.class)).isPresent()) {
            field = new SheetField(name, false, List.of(synonyms), FormColumns::lines, false, false);
        } else {
            var most = component == null
                    ? CODE_LENGTH
                    : Objects.requireNonNullElse(limits.in(form.form(), parameter), SheetFile.MOST_LETTERS);
            field = SheetField.text(name, most, synonyms);
        }
        columns.put(name, new Column(field, parameter, component, label, values));
        byParameter.put(parameter, name);
    }

    private static boolean isWhole(@Nullable String component, String parameter) {
        return component == null || parameter.equals(component) || parameter.endsWith(".original");
    }

    private Optional<RecordComponent> component(String name) {
        return components.stream()
                .filter(component -> component.getName().equals(name))
                .findFirst();
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> annotation(
            RecordComponent component, Class<A> type) {
        var field = ReflectionUtils.findField(component.getDeclaringRecord(), component.getName());
        return Optional.ofNullable(field).map(found -> found.getAnnotation(type));
    }

    private Stream<Locale> pages() {
        return languages.ofPages().keySet().stream().map(Locale::forLanguageTag);
    }

    /** As the form calls the field, else the first of the words that people write above such a column. */
    private String label(String component, Locale locale) {
        var ofForm = messages.getMessage(form.words() + "." + component, null, null, locale);
        return ofForm != null ? ofForm : further(component, locale).findFirst().orElse(component);
    }

    private Stream<String> further(String component, Locale locale) {
        var key = SheetWords.key(form.name(), component);
        return alternatives(String.valueOf(messages.getMessage(key, null, "", locale)));
    }

    private static Stream<String> alternatives(String said) {
        return Arrays.stream(said.split(";")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private Choice choice(Chosen chosen) {
        return locale -> choices(chosen, locale);
    }

    /** Whether the component holds several of the constants that it names. */
    private static boolean isTicked(RecordComponent component) {
        return Collection.class.isAssignableFrom(component.getType())
                && annotation(component, Chosen.class).isPresent();
    }

    private Map<String, String> choices(Chosen chosen, Locale locale) {
        var values = new LinkedHashMap<String, String>();
        for (Coded value : chosen.value().getEnumConstants()) {
            values.put(value.code(), said(chosen.words() + "." + value.code(), locale));
        }
        return values;
    }

    private Map<String, String> yesAndNo(Locale locale) {
        var values = new LinkedHashMap<String, String>();
        values.put(YES, said("sheets.yes", locale));
        values.put(NO, said("sheets.no", locale));
        return values;
    }

    private Map<String, String> languages(Locale locale) {
        var values = new LinkedHashMap<String, String>();
        languages.written(locale).stream().forEach((Language language) -> values.put(language.tag(), language.name()));
        return values;
    }

    /** What people write for the values: the values themselves and their words in every language of the pages. */
    private Map<String, String> words(Choice choice) {
        var words = new LinkedHashMap<String, String>();
        choice.in(Locale.ENGLISH).keySet().forEach(value -> words.put(value, value));
        pages().forEach(locale ->
                choice.in(locale).forEach((value, said) -> alternatives(said).forEach(word -> words.put(word, value))));
        return words;
    }

    /** In a language of the pages; as a cell says it that knows nothing of its reader. */
    private Reading date(String cell) {
        var day = SheetField.day(cell);
        var readings = pages().map(locale -> DateReading.of(day, locale)).toList();
        var best = readings.stream()
                .filter(Meant.class::isInstance)
                .findFirst()
                .or(() -> readings.stream().filter(OneOf.class::isInstance).findFirst())
                .orElse(readings.getFirst());
        return switch (best) {
            case Meant(var when) -> new Reading.Value(when.code());
            case OneOf(var several) -> SheetField.whichDay(several);
            case Unread(var fault) ->
                new Reading.Unfit(
                        "components.date." + fault.code(),
                        "",
                        List.of(),
                        List.of(cell, Integer.toString(Years.FIRST), Integer.toString(Years.LAST)));
        };
    }

    /** One a line, or between semicolons where the cell has no second line. */
    private static Reading lines(String cell) {
        return new Reading.Value(cell.contains("\n") ? cell : String.join("\n", cell.split("\\s*;\\s*")));
    }

    List<SheetField> fields() {
        return columns.values().stream().map(Column::field).toList();
    }

    String heading(String field, Locale reader) {
        return column(field).label().in(reader);
    }

    /** The component whose value the column holds; null for the code and for a part of a text. */
    @Nullable
    String componentIn(String field) {
        var column = column(field);
        return column.parameter().equals(column.component()) ? column.component() : null;
    }

    /** Whether the column stands in a sheet that leaves also where no record has anything in it. */
    boolean isWhole(String field) {
        return isWhole(column(field).component(), column(field).parameter());
    }

    /** As a reader is shown the value, who may write it so again. */
    String shown(String field, String value, Locale reader) {
        var values = column(field).values().in(reader);
        return component(String.valueOf(column(field).component()))
                        .filter(FormColumns::isTicked)
                        .isPresent()
                ? Arrays.stream(value.split(TICKED))
                        .map(one -> shown(values, one))
                        .collect(Collectors.joining("; "))
                : shown(values, value);
    }

    private static String shown(Map<String, String> values, String value) {
        return alternatives(values.getOrDefault(value, "")).findFirst().orElse(value);
    }

    /** The column of what stands at the path in the form. */
    String at(String path) {
        var component = path.replaceFirst("[.\\[].*", "");
        return Optional.ofNullable(byParameter.get(path))
                .or(() -> Optional.ofNullable(byParameter.get(component)))
                .or(() -> Optional.ofNullable(byParameter.get(component + ".original")))
                .orElse(CODE);
    }

    private Column column(String field) {
        return Objects.requireNonNull(columns.get(field), field);
    }

    /** What a browser sends of the form, each value by its name, with the cells in place of what stands in their fields. */
    Map<String, Object> sent(F filled, Map<String, String> cells) {
        var sent = sent(filled);
        cells.forEach((field, cell) -> {
            if (!field.equals(CODE)) {
                sent.put(column(field).parameter(), cell);
            }
        });
        return sent;
    }

    private Map<String, Object> sent(F filled) {
        var sent = new LinkedHashMap<String, Object>();
        for (var component : components) {
            var name = component.getName();
            switch (ReflectionUtils.invokeMethod(component.getAccessor(), filled)) {
                case null -> {}
                case Words words -> {
                    sent.put(name + ".original", Objects.requireNonNullElse(words.original(), ""));
                    sent.put(name + ".language", Objects.requireNonNullElse(words.language(), ""));
                    words.in().forEach((tag, text) -> sent.put("%s.in[%s]".formatted(name, tag), text));
                }
                case Boolean ticked -> sent.put(name, ticked ? YES : NO);
                case Collection<?> several ->
                    sent.put(
                            name,
                            isTicked(component)
                                    ? several.stream().map(String::valueOf).collect(Collectors.joining(TICKED))
                                    : new ArrayList<Object>(several));
                case Object one -> sent.put(name, one.toString());
            }
        }
        return sent;
    }

    /** What a row says that is the filled form, by column; nothing of what is empty. */
    Map<String, String> cells(String code, F filled) {
        var sent = sent(filled);
        var cells = new LinkedHashMap<String, String>();
        cells.put(CODE, code);
        columns.forEach((name, column) -> {
            if (sent.get(column.parameter()) instanceof String value && !value.isBlank()) {
                cells.put(name, value.strip());
            }
        });
        return cells;
    }
}
