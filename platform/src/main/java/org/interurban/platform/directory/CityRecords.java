package org.interurban.platform.directory;

import com.ibm.icu.text.SpoofChecker;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.directory.Organisation.Refusal;
import org.interurban.platform.gazetteer.BareNames;
import org.interurban.platform.gazetteer.Extents;
import org.interurban.platform.gazetteer.Extents.Extent;
import org.interurban.platform.shared.Decimals;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.NameIndex;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Match;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.sheets.SheetTarget.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.function.SingletonSupplier;

/** The cities as they are, while one sheet is held against them. */
final class CityRecords implements Records {

    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

    /** Degrees between what can be two readings of one city's place. */
    private static final BigDecimal FAR = new BigDecimal("0.5");

    private final Map<String, Map<String, String>> byId = new LinkedHashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Refusal> unsound = new HashMap<>();

    /** What lists show of a city from the gazetteer, since nobody has said it of the city. */
    private final Map<String, String> derivedPopulations = new HashMap<>();

    private final Map<String, List<String>> called = new LinkedHashMap<>();
    private @Nullable NameIndex names;

    /** By names without the words for a city. */
    private final Map<String, Set<String>> byBareName = new HashMap<>();

    private final Set<String> countries = new HashSet<>();

    private final Supplier<Map<String, Extent>> extents;

    private CityRecords(Supplier<Map<String, Extent>> extents) {
        this.extents = extents;
    }

    static CityRecords read(JdbcClient sql, Extents extents) {
        var cities = new CityRecords(SingletonSupplier.of(extents::all));
        sql.sql("""
            %s, coalesce((select array_agg(n.name) from organisation_name n where n.organisation = o.id), '{}') as called,
                   case when o.population is null then p.population end as derived_population
              from organisation o left join place_brief p on p.id = o.place
             where o.local_government
            """.formatted(Organisations.WHOLE)).query(cities::add);
        cities.countries.addAll(
                sql.sql("select code from country_brief").query(String.class).list());
        return cities;
    }

    private void add(ResultSet rs) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (var column : List.of(
                "name",
                "country",
                "local_name",
                "official_name",
                "kind",
                "population_scope",
                "population_year",
                "website",
                "note")) {
            put(values, column, rs.getString(column));
        }
        var people = Organisations.population(rs);
        put(values, "population", people == null ? null : people.code());
        for (var column : List.of("latitude", "longitude")) {
            var degrees = rs.getObject(column, Double.class);
            put(values, column, degrees == null ? null : Decimals.plain(BigDecimal.valueOf(degrees)));
        }
        var others = new TreeSet<>(List.of((String[]) rs.getArray("other_names").getArray()));
        put(values, "other_names", String.join("; ", others));
        var id = rs.getString("id");
        try {
            Organisations.organisation(rs);
        } catch (Organisation.Refused refused) {
            unsound.put(id, refused.refusals().getFirst());
        }
        byId.put(id, Map.copyOf(values));
        codes.put(id, rs.getString("code"));
        put(derivedPopulations, id, rs.getString("derived_population"));
        called.put(
                id,
                Stream.concat(Stream.of(values.getOrDefault("name", "")), Stream.of((String[])
                                rs.getArray("called").getArray()))
                        .distinct()
                        .toList());
    }

    /** Made when the first row is looked up; who only looks at values needs none. */
    private NameIndex names() {
        var index = names;
        if (index == null) {
            index = new NameIndex();
            for (var city : called.entrySet()) {
                for (var name : city.getValue()) {
                    index.add(name, city.getKey());
                    byBareName
                            .computeIfAbsent(BareNames.of(name), key -> new LinkedHashSet<>())
                            .add(city.getKey());
                }
            }
            called.clear();
            names = index;
        }
        return index;
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    @Override
    public Reading read(SheetField field, String cell) {
        var reading = field.read(cell);
        return field.name().equals("country") && reading instanceof Reading.Value(var code) && !countries.contains(code)
                ? new Reading.Unfit("unknown-country", "KR")
                : reading;
    }

    /** The row alone, so that it does not give half a position; a record from before its rules is put right in its form first. */
    @Override
    public Map<String, Reading.Unfit> check(Match about, Map<String, String> values) {
        var unfit = new LinkedHashMap<String, Reading.Unfit>();
        if (about instanceof Match.Known(var record) && unsound.containsKey(record)) {
            unfit.put("name", unfit(unsound.get(record)));
        }
        Organisation.made(
                () -> CityCells.city("city", values),
                refusal ->
                        unfit.put(JdbcUtils.convertPropertyNameToUnderscoreName(refusal.component()), unfit(refusal)));
        if (unfit.isEmpty()) {
            unfit.putAll(elsewhere(values));
        }
        return unfit;
    }

    /** A point outside of the country is wrong; the other way round it may be right. */
    private Map<String, Reading.Unfit> elsewhere(Map<String, String> values) {
        var latitude = values.get("latitude");
        var longitude = values.get("longitude");
        if (latitude == null || longitude == null) {
            return Map.of();
        }
        var fault = Organisation.outside(
                extents.get().get(values.getOrDefault("country", "")),
                Double.parseDouble(latitude),
                Double.parseDouble(longitude));
        return fault.map(one -> Map.of(
                        "latitude", new Reading.Unfit(one.message(), "", suggested(one, longitude), List.of()),
                        "longitude", new Reading.Unfit(one.message(), "", suggested(one, latitude), List.of())))
                .orElse(Map.of());
    }

    private static List<String> suggested(Refusal fault, String other) {
        return fault.equals(Organisation.SWAPPED) ? List.of(other) : List.of();
    }

    private static Reading.Unfit unfit(Refusal refusal) {
        return new Reading.Unfit(refusal.message(), "", List.of(), List.of());
    }

    @Override
    public Match match(Map<String, String> values) {
        var said = Stream.of("name", "local_name", "official_name")
                .map(values::get)
                .filter(Objects::nonNull)
                .toList();
        var anywhere = said.stream()
                .flatMap(name -> names().same(name).stream())
                .distinct()
                .toList();
        var same = anywhere.stream().filter(id -> sameCountry(id, values)).toList();
        if (same.size() == 1
                && (anywhere.size() == 1 || hasCountry(same.getFirst()))
                && !isAnother(same.getFirst(), values)) {
            return new Match.Known(same.getFirst());
        }
        if (!anywhere.isEmpty()) { // several, the same name in another country, or somewhere else in the same
            return new Match.Doubtful(anywhere);
        }
        var alike = Stream.concat(
                        said.stream().flatMap(name -> byBareName.getOrDefault(BareNames.of(name), Set.of()).stream()),
                        names().alike(values.getOrDefault("name", "")).stream().map(NameIndex.Alike::record))
                .distinct()
                .filter(id -> sameCountry(id, values))
                .toList();
        return alike.isEmpty() ? new Match.Unknown() : new Match.Doubtful(alike);
    }

    /**
     * A name leads to the city and does not rename it: one that is not known yet becomes one of its other names. What a list shows from
     * the gazetteer does not come back as said of the city.
     */
    @Override
    public Map<String, String> about(String record, Map<String, String> values) {
        var about = new LinkedHashMap<>(values);
        for (var field : List.of("name", "local_name", "official_name")) {
            var name = values.get(field);
            if (name != null && names().same(name).contains(record)) {
                about.remove(field);
            }
        }
        var people = values.get("population");
        if (isNumberOf(byId.getOrDefault(record, Map.of()).get("population"), people)
                || isNumberOf(derivedPopulations.get(record), people)) {
            about.remove("population");
        }
        var unknown = about.remove("name");
        if (unknown != null) {
            about.merge("other_names", unknown, (others, name) -> others + "; " + name);
        }
        return about;
    }

    /** The same number without a word on how exactly it is known, as lists give it, takes nothing back. */
    private static boolean isNumberOf(@Nullable String known, @Nullable String said) {
        return known != null && said != null && known.replaceAll("\\D", "").equals(said);
    }

    private boolean hasCountry(String id) {
        return byId.getOrDefault(id, Map.of()).containsKey("country");
    }

    private boolean isAnother(String id, Map<String, String> values) {
        var known = byId.getOrDefault(id, Map.of());
        return areApart(known, values)
                && (areFar(known, values)
                        || !names().same(values.getOrDefault("local_name", "")).contains(id));
    }

    /** Two of one name that lie far from each other, or that their people write in another way, are two cities. */
    @Override
    public boolean areApart(Map<String, String> one, Map<String, String> other) {
        return areFar(one, other) || areWrittenApart(one, other);
    }

    private static boolean areWrittenApart(Map<String, String> one, Map<String, String> other) {
        var here = Likeness.fold(one.getOrDefault("local_name", ""));
        var there = Likeness.fold(other.getOrDefault("local_name", ""));
        return !here.isEmpty() && !there.isEmpty() && !here.startsWith(there) && !there.startsWith(here);
    }

    private static boolean areFar(Map<String, String> one, Map<String, String> other) {
        return Stream.of("latitude", "longitude").anyMatch(degrees -> {
            var here = one.get(degrees);
            var there = other.get(degrees);
            return here != null
                    && there != null
                    && Decimals.parse(here)
                                    .subtract(Decimals.parse(there))
                                    .abs()
                                    .compareTo(FAR)
                            > 0;
        });
    }

    private boolean sameCountry(String id, Map<String, String> values) {
        var known = byId.getOrDefault(id, Map.of()).get("country");
        return known == null || known.equals(values.get("country"));
    }

    @Override
    public String identity(Map<String, String> values) {
        return Likeness.fold(values.getOrDefault("name", "")) + " " + values.get("country");
    }

    /** Written together, with letters that only look alike, or with words for a city around it. */
    @Override
    public Set<String> nearly(Map<String, String> values) {
        var name = values.getOrDefault("name", "");
        return Stream.of(Likeness.fold(name), BareNames.of(name))
                .map(spelling -> LOOKS.getSkeleton(spelling.replace(" ", "")) + " " + values.get("country"))
                .collect(Collectors.toSet());
    }

    @Override
    public String code(String record) {
        return codes.getOrDefault(record, record);
    }

    @Override
    public Collection<String> keys() {
        return byId.keySet();
    }

    @Override
    public @Nullable Map<String, String> values(String record) {
        return byId.get(record);
    }

    @Override
    public String label(String record) {
        var values = byId.getOrDefault(record, Map.of());
        return Stream.of("name", "local_name", "country")
                .map(values::get)
                .filter(value -> value != null)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
