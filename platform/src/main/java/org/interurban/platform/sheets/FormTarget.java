package org.interurban.platform.sheets;

import jakarta.validation.ConstraintViolation;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Perhaps;
import org.interurban.platform.web.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.Validator;

/** Rows that are each a filled form. */
final class FormTarget<F extends Record, T> implements SheetTarget {

    /**
     * What forms are read with.
     *
     * @param network the language of what a judgement says of records, so that it says the same to everybody
     * @param pages the languages of pages, in which sheets leave
     */
    record Reader(ConversionService conversion, Validator validator, Locale network, List<Locale> pages) {}

    /** A line of the sheet that leaves. */
    record Line(Map<String, String> cells) {}

    private final SheetForm<F, T> form;
    private final FormColumns<F> columns;
    private final List<SheetField> fields;
    private final Reader reader;
    private final Supplier<Optional<Listing<?>>> listing;

    /** @param listing the list of the records, whose lines are those of the form's */
    FormTarget(SheetForm<F, T> form, FormColumns<F> columns, Reader reader, Supplier<Optional<Listing<?>>> listing) {
        this.listing = listing;
        this.form = form;
        this.columns = columns;
        this.fields = columns.fields();
        this.reader = reader;
    }

    @Override
    public String name() {
        return form.name();
    }

    @Override
    public List<SheetField> fields() {
        return fields;
    }

    /** Whoever sees a record may bring it in again; whether it may be changed is asked row by row. */
    @Override
    public boolean isScoped() {
        return true;
    }

    @Override
    public String shown(String field, String value, Locale locale) {
        return columns.shown(field, value, locale);
    }

    String label(String field, Locale locale) {
        return columns.heading(field, locale);
    }

    @Override
    public Records records() {
        return new Stand(form.desk().apply(reader.network()));
    }

    @Override
    public List<String> create(List<Map<String, String>> values) {
        var desk = form.desk().apply(reader.network());
        return values.stream().map(row -> create(desk, row)).toList();
    }

    private String create(Desk<F, T> desk, Map<String, String> row) {
        var bound = bind(columns.sent(desk.blank(byComponent(row)), row));
        var filled = typed(bound);
        var code = desk.nextCode(filled);
        return desk.added(
                desk.read(null, code, filled, bound)
                        .orElseThrow(() -> new IllegalStateException("A row that was in order is not: " + bound)),
                code);
    }

    @Override
    public void update(Map<String, Map<String, String>> changes) {
        update(records(), changes);
    }

    @Override
    public Set<String> update(Records seen, Map<String, Map<String, String>> changes) {
        var overtaken = new LinkedHashSet<String>();
        if (seen instanceof FormTarget<?, ?>.Stand stand) {
            changes.forEach((code, change) -> {
                if (!stand.change(code, change)) {
                    overtaken.add(code);
                }
            });
        }
        return overtaken;
    }

    @Override
    public void remove(Collection<String> codes) {
        var desk = form.desk().apply(reader.network());
        var records = desk.records();
        codes.stream().map(records::get).filter(Objects::nonNull).forEach(desk::remove);
    }

    /** Those of the list that is asked for, as a sheet that can be changed and brought in again; columns that nobody uses are left out. */
    List<Line> lines(ListQuery query) {
        var desk = form.desk().apply(query.locale());
        var records = desk.records();
        return form.listed().apply(query).stream()
                .filter(records::containsKey)
                .map(code -> columns.cells(code, desk.filled(Objects.requireNonNull(records.get(code)))))
                .map(cells -> shown(desk, cells, query.locale()))
                .map(Line::new)
                .toList();
    }

    private Map<String, String> shown(Desk<F, T> desk, Map<String, String> cells, Locale locale) {
        var shown = new LinkedHashMap<String, String>();
        cells.forEach((field, value) -> shown.put(
                field,
                choices(desk, field).entrySet().stream()
                        .filter(word -> word.getValue().equals(value))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseGet(() -> columns.shown(field, value, locale))));
        return shown;
    }

    private Map<String, String> choices(Desk<F, T> desk, String field) {
        var component = columns.componentIn(field);
        return component == null ? Map.of() : desk.choices().getOrDefault(component, Map.of());
    }

    Sheet<Line> sheet(List<Line> lines) {
        var used =
                lines.stream().flatMap(line -> line.cells().keySet().stream()).collect(Collectors.toSet());
        return new Sheet<>(
                name(),
                Line.class,
                fields.stream()
                        .map(SheetField::name)
                        .filter(field -> used.contains(field) || columns.isWhole(field))
                        .map(field -> new Sheet.Column<Line>(
                                field, line -> line.cells().get(field)))
                        .toList());
    }

    private Map<String, String> byComponent(Map<String, String> values) {
        var byComponent = new HashMap<String, String>();
        values.forEach((field, value) -> {
            var component = columns.componentIn(field);
            if (component != null) {
                byComponent.put(component, value);
            }
        });
        return byComponent;
    }

    /** As a form that was sent is bound and validated. */
    private BindingResult bind(Map<String, Object> sent) {
        var binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(form.form()));
        binder.setConversionService(reader.conversion());
        binder.setValidator(reader.validator());
        binder.construct(new DataBinder.ValueResolver() {

            @Override
            public @Nullable Object resolveValue(String name, Class<?> type) {
                return sent.get(name);
            }

            @Override
            public Set<String> getNames() {
                return sent.keySet();
            }
        });
        if (binder.getTarget() != null) {
            binder.validate();
        }
        return binder.getBindingResult();
    }

    private F typed(BindingResult bound) {
        return form.form().cast(Objects.requireNonNull(bound.getTarget(), bound::toString));
    }

    private static Reading.Unfit unfit(ObjectError error) {
        if (error.contains(ConstraintViolation.class)) {
            var words = error.unwrap(ConstraintViolation.class).getMessageTemplate();
            return words.startsWith("{jakarta.")
                    ? new Reading.Unfit("said", String.valueOf(error.getDefaultMessage()))
                    : new Reading.Unfit(words.replaceAll("[{}]", ""), "", List.of(), List.of());
        }
        var arguments = error.getArguments() == null ? new Object[0] : error.getArguments();
        return new Reading.Unfit(
                String.valueOf(error.getCode()),
                "",
                Arrays.stream(arguments)
                        .filter(Perhaps.class::isInstance)
                        .flatMap(perhaps -> ((Perhaps) perhaps).meant().stream())
                        .toList(),
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The records as they are, while one sheet is held against them. */
    private final class Stand implements Records {

        private final Desk<F, T> desk;
        private final Map<String, T> records;
        private final Map<String, Map<String, String>> cells = new HashMap<>();

        /** What the sheet of a record says by the language of its reader. */
        private final Map<Locale, Function<String, Map<String, String>>> forOthers = new HashMap<>();

        private final Map<String, Map<String, String>> choices = new HashMap<>();
        private final Map<String, Map<String, String>> called = new HashMap<>();
        private @Nullable NameIndex names;
        private final Map<List<String>, Optional<AsListed>> listed = new HashMap<>(); // by headings
        private @Nullable Filled last;

        /** What a row makes of a record, or what is wrong with it. */
        private record Filled(
                @Nullable String about,
                Map<String, String> row,
                Map<String, Reading.Unfit> faults,
                Map<String, String> cells) {}

        Stand(Desk<F, T> desk) {
            this.desk = desk;
            this.records = desk.records();
            desk.choices().forEach((component, words) -> {
                var folded = new HashMap<String, String>();
                var first = called.computeIfAbsent(component, key -> new HashMap<>());
                words.forEach((word, value) -> {
                    folded.putIfAbsent(Likeness.fold(word), value);
                    first.putIfAbsent(value, word);
                });
                words.values().forEach(value -> folded.put(Likeness.fold(value), value));
                choices.put(component, folded);
            });
        }

        @Override
        public Reading read(SheetField field, String cell) {
            if (field.name().equals(FormColumns.CODE)) {
                return records.containsKey(cell.strip())
                        ? new Reading.Value(cell.strip())
                        : new Reading.Unfit("unknown-code", "");
            }
            var words = choices.get(columns.componentIn(field.name()));
            if (words == null) {
                return field.read(cell);
            }
            var value = words.get(Likeness.fold(cell));
            if (value != null) {
                return new Reading.Value(value);
            }
            var all = new LinkedHashMap<String, String>();
            choices(desk, field.name()).forEach((word, meant) -> all.putIfAbsent(meant, word));
            return new Reading.Unfit("no-choice", String.join(", ", all.values()), List.copyOf(all.values()));
        }

        @Override
        public Map<String, Reading.Unfit> check(Match about, Map<String, String> values) {
            return switch (about) {
                case Match.Known(var code) -> filled(code, values).faults();
                case Match.Unknown() -> filled(null, values).faults();
                case Match.Doubtful _ -> Map.of();
            };
        }

        /** Once for what is asked of a row one question after the other. */
        private Filled filled(@Nullable String code, Map<String, String> values) {
            var known = last;
            if (known == null || !Objects.equals(known.about(), code) || known.row() != values) {
                known = fill(code, values);
                last = known;
            }
            return known;
        }

        /** A row that says what stands is in order, also where a form would ask for more by now. */
        private Filled fill(@Nullable String code, Map<String, String> values) {
            if (code != null && says(code, values, values)) {
                return new Filled(code, values, Map.of(), cells(code));
            }
            var before = code == null ? null : records.get(code);
            var bound = bind(sent(before, values));
            var read = bound.getTarget() == null
                    ? Optional.<T>empty()
                    : desk.read(before, code == null ? "" : code, typed(bound), bound);
            var faults = new LinkedHashMap<String, Reading.Unfit>();
            for (var error : bound.getAllErrors()) {
                var field = error instanceof FieldError at ? columns.at(at.getField()) : FormColumns.CODE;
                faults.putIfAbsent(field, unfit(error));
            }
            if (read.isEmpty()) {
                return code != null && saysForOthers(code, values)
                        ? new Filled(code, values, Map.of(), cells(code))
                        : new Filled(code, values, faults, Map.of());
            }
            var after = columns.cells(code == null ? "" : code, desk.filled(read.get()));
            values.keySet().stream()
                    .filter(field -> !after.containsKey(field)
                            && !values.getOrDefault(field, "").isEmpty())
                    .forEach(field -> faults.put(field, new Reading.Unfit("not-kept", "")));
            if ((code == null || !says(code, values, after))
                    && !(desk.mayKeep(read.get()) && (before == null || desk.mayKeep(before)))) {
                faults.put(FormColumns.CODE, new Reading.Unfit("not-yours", ""));
            }
            return new Filled(code, values, faults, after);
        }

        /** Whether a reader of another language has it so in the sheet of the record. */
        private boolean saysForOthers(String code, Map<String, String> values) {
            return reader.pages().stream()
                    .filter(locale -> !locale.equals(reader.network()))
                    .anyMatch(
                            locale -> saysSame(values, values, forOthers(locale).apply(code)));
        }

        private Function<String, Map<String, String>> forOthers(Locale locale) {
            return forOthers.computeIfAbsent(locale, _ -> {
                var other = form.desk().apply(locale);
                var those = other.records();
                return code -> those.containsKey(code)
                        ? columns.cells(code, other.filled(Objects.requireNonNull(those.get(code))))
                        : Map.of();
            });
        }

        private Map<String, Object> sent(@Nullable T before, Map<String, String> values) {
            return columns.sent(before == null ? desk.blank(byComponent(values)) : desk.filled(before), values);
        }

        boolean change(String code, Map<String, String> change) {
            var before = records.get(code);
            if (before == null) {
                return false;
            }
            var bound = bind(sent(before, change));
            return bound.getTarget() != null
                    && desk.read(before, code, typed(bound), bound)
                            .filter(wanted -> desk.change(before, wanted))
                            .isPresent();
        }

        @Override
        public String called(String field, String value) {
            var component = columns.componentIn(field);
            return component == null
                    ? value
                    : called.getOrDefault(component, Map.of()).getOrDefault(value, value);
        }

        @Override
        public List<String> changed(List<String> headings, List<String> cells) {
            return listed.computeIfAbsent(headings, above -> listing.get()
                            .map(list -> new AsListed(list, form.listed(), reader.pages()))
                            .filter(list -> list.isOf(above)))
                    .map(list -> list.changed(headings, cells))
                    .orElse(cells);
        }

        @Override
        public Match match(Map<String, String> values) {
            var code = values.get(FormColumns.CODE);
            if (code != null) {
                return new Match.Known(code);
            }
            var match = desk.match(byComponent(values));
            if (match.isPresent()) {
                return match.get();
            }
            var same = names().same(values.getOrDefault(form.calledBy(), ""));
            var closest = same.stream().filter(record -> says(record, values)).toList();
            return closest.size() == 1
                    ? new Match.Known(closest.getFirst())
                    : same.isEmpty() ? new Match.Unknown() : new Match.Doubtful(List.copyOf(same));
        }

        /** Whether the record says all that the row says. */
        private boolean says(String code, Map<String, String> values) {
            var filled = fill(code, values);
            return filled.faults().isEmpty() && says(code, values, filled.cells());
        }

        private boolean says(String code, Map<String, String> values, Map<String, String> after) {
            return saysSame(values, after, cells(code));
        }

        private static boolean saysSame(
                Map<String, String> values, Map<String, String> after, Map<String, String> now) {
            return values.keySet().stream().allMatch(field -> Objects.equals(after.get(field), now.get(field)));
        }

        private NameIndex names() {
            var index = names;
            if (index == null) {
                index = new NameIndex();
                for (var code : records.keySet()) {
                    for (var cell : cells(code).entrySet()) {
                        if (cell.getKey().matches(form.calledBy() + "(_(?!language).+)?")) {
                            index.add(cell.getValue(), code);
                        }
                    }
                }
                names = index;
            }
            return index;
        }

        /** In the words of the record, so that another way to write the same changes nothing. */
        @Override
        public Map<String, String> about(String record, Map<String, String> values) {
            var after = filled(record, values).cells();
            var about = new LinkedHashMap<String, String>();
            values.forEach((field, value) -> about.put(field, after.getOrDefault(field, "")));
            about.remove(FormColumns.CODE);
            return about;
        }

        @Override
        public String identity(Map<String, String> values) {
            return fields.stream()
                    .map(field -> Likeness.fold(values.getOrDefault(field.name(), "")))
                    .collect(Collectors.joining(" "));
        }

        private Map<String, String> cells(String code) {
            return cells.computeIfAbsent(
                    code, one -> columns.cells(one, desk.filled(Objects.requireNonNull(records.get(one)))));
        }

        @Override
        public @Nullable Map<String, String> values(String record) {
            return records.containsKey(record) ? cells(record) : null;
        }

        @Override
        public Collection<String> keys() {
            return records.keySet();
        }

        @Override
        public String label(String record) {
            var called = records.containsKey(record) ? cells(record).get(form.calledBy()) : null;
            return called == null ? record : "%s (%s)".formatted(called, record);
        }
    }
}
