package org.interurban.platform.directory;

import com.ibm.icu.text.Transliterator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.intake.Likeness;
import org.interurban.platform.intake.NameIndex;
import org.interurban.platform.intake.SheetField;
import org.interurban.platform.intake.SheetTarget;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cities from any sheet: recognised by any of their names within their country. */
@Component
class CitySheet implements SheetTarget {

    /** What people write for a country, and its code: names in the languages of the network's sheets, and both codes. */
    private static final Map<String, String> COUNTRIES = countries();

    private static final Map<String, String> KINDS = kinds();

    /** Fields that are columns of the table, and how a text becomes their value. */
    private static final Map<String, String> COLUMNS = Map.of(
            "name", "name = :value",
            "country", "country = :value",
            "kind", "kind = coalesce(:value, 'not-stated')",
            "official_name", "official_name = :value",
            "population",
                    "population = :value::bigint, population_qualifier = case when :value::text is not null then"
                            + " 'exact' end",
            "latitude", "latitude = :value::float8",
            "longitude", "longitude = :value::float8",
            "website", "website = :value",
            "note", "note = :value");

    private static final List<SheetField> FIELDS = List.of(
            SheetField.text(
                            "name",
                            200,
                            "city",
                            "city name",
                            "name of city",
                            "municipality",
                            "town",
                            "local government",
                            "도시",
                            "도시명",
                            "도시 이름",
                            "시군구",
                            "지자체",
                            "지자체명",
                            "城市",
                            "城市名称",
                            "都市",
                            "都市名",
                            "市町村",
                            "kota",
                            "nama kota",
                            "শহর",
                            "শহরের নাম",
                            "सहर",
                            "सहरको नाम",
                            "ville",
                            "ciudad",
                            "stadt")
                    .asRequired(),
            SheetField.choice(
                            "country",
                            COUNTRIES,
                            "country name",
                            "country code",
                            "nation",
                            "state",
                            "국가",
                            "국가명",
                            "나라",
                            "나라 이름",
                            "国家",
                            "国家名称",
                            "国",
                            "国名",
                            "negara",
                            "দেশ",
                            "देश",
                            "pays",
                            "país",
                            "land")
                    .asRequired(),
            SheetField.text(
                    "local_name",
                    200,
                    "local name",
                    "name in local language",
                    "native name",
                    "현지명",
                    "현지어 이름",
                    "본래 이름",
                    "当地名称",
                    "本地名称",
                    "現地名",
                    "nama lokal",
                    "স্থানীয় নাম",
                    "स्थानीय नाम"),
            SheetField.text(
                    "official_name",
                    200,
                    "official name",
                    "full name",
                    "공식 명칭",
                    "정식 명칭",
                    "정식명칭",
                    "官方名称",
                    "全称",
                    "正式名称",
                    "nama resmi",
                    "দাপ্তরিক নাম",
                    "आधिकारिक नाम"),
            SheetField.list(
                    "other_names",
                    200,
                    "other names",
                    "alternative names",
                    "also known as",
                    "aliases",
                    "다른 이름",
                    "별칭",
                    "别名",
                    "其他名称",
                    "別名",
                    "nama lain",
                    "অন্যান্য নাম",
                    "अन्य नाम"),
            SheetField.choice(
                    "kind",
                    KINDS,
                    "type",
                    "type of government",
                    "유형",
                    "구분",
                    "종류",
                    "类型",
                    "種別",
                    "jenis",
                    "ধরন",
                    "प्रकार"),
            SheetField.whole(
                    "population",
                    1,
                    100_000_000,
                    "inhabitants",
                    "residents",
                    "number of inhabitants",
                    "인구",
                    "인구수",
                    "인구 수",
                    "人口",
                    "人口数",
                    "penduduk",
                    "jumlah penduduk",
                    "জনসংখ্যা",
                    "जनसंख्या",
                    "habitants",
                    "einwohner"),
            SheetField.decimal("latitude", -90, 90, "lat", "위도", "纬度", "緯度", "lintang", "অক্ষাংশ", "अक्षांश"),
            SheetField.decimal(
                    "longitude", -180, 180, "lon", "lng", "long", "경도", "经度", "経度", "bujur", "দ্রাঘিমাংশ", "देशान्तर"),
            SheetField.link(
                    "website",
                    "web",
                    "url",
                    "homepage",
                    "web site",
                    "홈페이지",
                    "누리집",
                    "웹사이트",
                    "网站",
                    "网址",
                    "ウェブサイト",
                    "situs web",
                    "ওয়েবসাইট",
                    "वेबसाइट"),
            SheetField.text(
                    "note", 2000, "notes", "remark", "remarks", "comment", "비고", "메모", "备注", "備考", "catatan", "মন্তব্য",
                    "टिप्पणी"));

    private final JdbcClient sql;
    private final OrganisationNames names;

    CitySheet(JdbcClient sql, OrganisationNames names) {
        this.sql = sql;
        this.names = names;
    }

    @Override
    public String name() {
        return "cities";
    }

    @Override
    public List<SheetField> fields() {
        return FIELDS;
    }

    @Override
    public Records records() {
        var cities = new Cities();
        sql.sql("""
            select o.id, o.name, o.country, o.kind, o.local_name, o.official_name, o.population, o.latitude,
                   o.longitude, o.website, o.note,
                   coalesce((select array_agg(n.name) from organisation_name n where n.organisation = o.id), '{}')
                       as called,
                   coalesce((select array_agg(n.name) from organisation_name n
                              where n.organisation = o.id and n.kind = 'alternative'), '{}') as other_names
              from organisation o where o.local_government
            """).query(rs -> {
            var values = new LinkedHashMap<String, String>();
            for (var column : List.of(
                    "name", "country", "local_name", "official_name", "kind", "population", "website", "note")) {
                put(values, column, rs.getString(column));
            }
            for (var column : List.of("latitude", "longitude")) {
                var degrees = rs.getObject(column, Double.class);
                put(values, column, degrees == null ? null : SheetField.plain(BigDecimal.valueOf(degrees)));
            }
            var others =
                    new TreeSet<>(List.of((String[]) rs.getArray("other_names").getArray()));
            put(values, "other_names", others.isEmpty() ? null : String.join("; ", others));
            cities.add(
                    rs.getString("id"), values, (String[]) rs.getArray("called").getArray());
        });
        cities.countries.addAll(
                sql.sql("select code from country").query(String.class).list());
        return cities;
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    @Override
    public String create(Map<String, String> values) {
        var id = Identifier.next();
        var local = values.get("local_name");
        sql.sql("""
            insert into organisation (id, code, kind, local_government, name, official_name, local_name,
                   local_language, country, population, population_qualifier, latitude, longitude, website, note)
            values (:id, :code, :kind, true, :name, :official, :local, :language, :country, :population::bigint,
                   case when :population::text is not null then 'exact' end, :latitude::float8,
                   :longitude::float8, :website, :note)
            """)
                .param("id", id)
                .param("code", freeCode(values.getOrDefault("name", "")))
                .param("kind", values.getOrDefault("kind", "city"))
                .param("name", values.get("name"))
                .param("official", values.get("official_name"))
                .param("local", local)
                .param("language", local == null ? null : language(local, values.get("country")))
                .param("country", values.get("country"))
                .param("population", values.get("population"))
                .param("latitude", values.get("latitude"))
                .param("longitude", values.get("longitude"))
                .param("website", values.get("website"))
                .param("note", values.get("note"))
                .update();
        rename(id, values.getOrDefault("other_names", ""));
        return id.toString();
    }

    @Override
    public void update(String record, Map<String, String> values) {
        var id = UUID.fromString(record);
        values.forEach((field, text) -> {
            var value = text.isEmpty() ? null : text;
            if (COLUMNS.containsKey(field)) {
                sql.sql("update organisation set %s where id = :id".formatted(COLUMNS.get(field)))
                        .param("value", value)
                        .param("id", id)
                        .update();
            } else if (field.equals("local_name")) {
                sql.sql("update organisation set local_name = :value, local_language = :language where id = :id")
                        .param("value", value)
                        .param("language", value == null ? null : language(value, country(id)))
                        .param("id", id)
                        .update();
            }
        });
        sql.sql("update organisation set version = version + 1 where id = :id")
                .param("id", id)
                .update();
        var others = values.get("other_names");
        rename(id, others != null ? others : others(id));
    }

    private @Nullable String country(UUID id) {
        return sql.sql("select country from organisation where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private String others(UUID id) {
        return names.of(id).stream()
                .filter(alias -> alias.kind() == Alias.Kind.ALTERNATIVE)
                .map(Alias::name)
                .collect(Collectors.joining(";"));
    }

    /** The names that lead to the city follow its columns; other names keep the language they were given. */
    private void rename(UUID id, String others) {
        var languages = new HashMap<String, @Nullable String>();
        names.of(id).forEach(alias -> languages.put(alias.name(), alias.language()));
        var aliases = new ArrayList<Alias>();
        sql.sql("select name, official_name, local_name, local_language, abbreviation from organisation where id = :id")
                .param("id", id)
                .query(rs -> {
                    add(aliases, rs.getString("name"), null, Alias.Kind.NAME);
                    add(aliases, rs.getString("official_name"), null, Alias.Kind.OFFICIAL);
                    add(aliases, rs.getString("local_name"), rs.getString("local_language"), Alias.Kind.LOCAL);
                    add(aliases, rs.getString("abbreviation"), null, Alias.Kind.ABBREVIATION);
                });
        for (var other : others.split(";")) {
            add(aliases, other.strip(), languages.get(other.strip()), Alias.Kind.ALTERNATIVE);
        }
        names.replace(id, aliases);
    }

    private static void add(List<Alias> aliases, @Nullable String name, @Nullable String language, Alias.Kind kind) {
        if (name != null
                && !name.isEmpty()
                && aliases.stream().noneMatch(alias -> alias.name().equals(name))) {
            aliases.add(new Alias(name, language, kind));
        }
    }

    @Override
    public void remove(String record) {
        var id = UUID.fromString(record);
        sql.sql("delete from organisation_name where organisation = :id")
                .param("id", id)
                .update();
        sql.sql("delete from organisation where id = :id").param("id", id).update();
    }

    /** Made from the name in Latin letters, with a number where it is taken. */
    private String freeCode(String name) {
        var slug = slug(name);
        var base = slug.isEmpty() ? "city" : slug.substring(0, Math.min(slug.length(), 60));
        var code = base;
        for (int number = 2; isTaken(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }

    private boolean isTaken(String code) {
        return sql.sql("select exists (select from organisation where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** A name in small Latin letters and hyphens, whatever its script. */
    static String slug(String name) {
        return Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower")
                .transliterate(name)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }

    /** The language a local name is most probably in, by its script and country. */
    private static String language(String name, @Nullable String country) {
        var script = name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .filter(one -> one != Character.UnicodeScript.COMMON)
                .findFirst()
                .orElse(Character.UnicodeScript.LATIN);
        return switch (script) {
            case HANGUL -> "ko";
            case HIRAGANA, KATAKANA -> "ja";
            case HAN ->
                "JP".equals(country)
                        ? "ja"
                        : Set.of("TW", "HK", "MO").contains(String.valueOf(country)) ? "zh-Hant" : "zh-Hans";
            case BENGALI -> "bn";
            case DEVANAGARI -> "NP".equals(country) ? "ne" : "hi";
            default -> "und";
        };
    }

    private static Map<String, String> countries() {
        var words = new HashMap<String, String>();
        var languages = Stream.of("en", "ko", "zh-Hans", "zh-Hant", "ja", "id", "bn", "ne", "fr", "es", "de")
                .map(Locale::forLanguageTag)
                .toList();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            languages.forEach(language -> words.put(country.getDisplayCountry(language), code));
            words.put(code, code);
            words.put(country.getISO3Country(), code);
        }
        words.putAll(Map.of(
                "Korea",
                "KR",
                "Republic of Korea",
                "KR",
                "Korea, Republic of",
                "KR",
                "한국",
                "KR",
                "Viet Nam",
                "VN",
                "Lao PDR",
                "LA",
                "Türkiye",
                "TR",
                "UK",
                "GB",
                "USA",
                "US",
                "Chinese Taipei",
                "TW"));
        return words;
    }

    private static Map<String, String> kinds() {
        var words = new HashMap<String, String>();
        OrganisationKind.codes()
                .subList(0, OrganisationKind.DEVELOPMENT_AUTHORITY.ordinal() + 1)
                .forEach(code -> words.put(code, code));
        words.putAll(Map.of(
                "municipality",
                "city",
                "town",
                "city",
                "시",
                "city",
                "특별시",
                "city",
                "광역시",
                "city",
                "군",
                "county",
                "구",
                "district",
                "도",
                "region",
                "市",
                "city"));
        words.put("province", "region");
        return words;
    }

    /** The cities as they are. */
    private static final class Cities implements Records {

        private final Map<String, Map<String, String>> byId = new HashMap<>();
        private final NameIndex names = new NameIndex();
        private final Set<String> countries = new HashSet<>();

        private void add(String id, Map<String, String> values, String[] called) {
            byId.put(id, values);
            names.add(values.getOrDefault("name", ""), id);
            for (var name : called) {
                names.add(name, id);
            }
        }

        @Override
        public Reading read(SheetField field, String cell) {
            var reading = field.read(cell);
            if (!field.name().equals("country")) {
                return reading;
            }
            if (reading instanceof Reading.Value(var code)) {
                return countries.contains(code) ? reading : new Reading.Unfit("unknown-country", "KR");
            }
            var folded = Likeness.fold(cell);
            var alike = COUNTRIES.keySet().stream()
                    .filter(word -> Likeness.of(word, folded) >= 0.7)
                    .sorted()
                    .limit(4)
                    .toList();
            return new Reading.Unfit("unknown-country", "KR", alike);
        }

        @Override
        public Map<String, Reading.Unfit> check(Map<String, String> values) {
            return values.containsKey("latitude") == values.containsKey("longitude")
                    ? Map.of()
                    : Map.of(
                            values.containsKey("latitude") ? "longitude" : "latitude",
                            new Reading.Unfit("both-coordinates", ""));
        }

        @Override
        public Match match(Map<String, String> values) {
            var anywhere = Stream.of("name", "local_name", "official_name")
                    .map(values::get)
                    .filter(name -> name != null)
                    .flatMap(name -> names.same(name).stream())
                    .distinct()
                    .toList();
            var same = anywhere.stream().filter(id -> sameCountry(id, values)).toList();
            if (same.size() == 1) {
                return new Match.Known(same.getFirst());
            }
            if (!anywhere.isEmpty()) { // several, or the same name in another country
                return new Match.Doubtful(anywhere);
            }
            var alike = names.alike(values.getOrDefault("name", "")).stream()
                    .map(NameIndex.Alike::record)
                    .filter(id -> sameCountry(id, values))
                    .toList();
            return alike.isEmpty() ? new Match.Unknown() : new Match.Doubtful(alike);
        }

        /** A name leads to the city and does not rename it: one that is not known yet becomes one of its other names. */
        @Override
        public Map<String, String> about(String record, Map<String, String> values) {
            var about = new LinkedHashMap<>(values);
            for (var field : List.of("name", "local_name", "official_name")) {
                var name = values.get(field);
                if (name != null && names.same(name).contains(record)) {
                    about.remove(field);
                }
            }
            var unknown = about.remove("name");
            if (unknown != null) {
                about.merge("other_names", unknown, (others, name) -> others + "; " + name);
            }
            return about;
        }

        private boolean sameCountry(String id, Map<String, String> values) {
            var known = byId.getOrDefault(id, Map.of()).get("country");
            return known == null || known.equals(values.get("country"));
        }

        @Override
        public String identity(Map<String, String> values) {
            return Likeness.fold(values.getOrDefault("name", "")) + " " + values.get("country");
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
}
