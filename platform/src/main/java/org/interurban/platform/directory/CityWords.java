package org.interurban.platform.directory;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sheets.NameIndex;
import org.interurban.platform.sheets.SheetField;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What people write above and into the columns of a sheet of cities, in the languages of the network. */
final class CityWords {

    /** What people write for a country, and its code: names in the languages of the network's sheets, and both codes. */
    static final Map<String, String> COUNTRIES = countries();

    /** The same names, to be asked which is meant by another spelling. */
    static final NameIndex COUNTRY_NAMES = countryNames();

    private static final Map<String, String> KINDS = kinds();

    static final List<SheetField> FIELDS = List.of(
            SheetField.text(
                            "name",
                            Organisation.NAME_LENGTH,
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
                    Organisation.NAME_LENGTH,
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
                    Organisation.NAME_LENGTH,
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
                    Organisation.NAME_LENGTH,
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
                    "note",
                    Organisation.TEXT_LENGTH,
                    "notes",
                    "remark",
                    "remarks",
                    "comment",
                    "비고",
                    "메모",
                    "备注",
                    "備考",
                    "catatan",
                    "মন্তব্য",
                    "टिप्पणी"));

    private CityWords() {}

    /** The language a local name is most probably in, by its script and country. */
    static String language(String name, @Nullable String country) {
        var script = name.codePoints()
                .filter(Character::isLetter)
                .map(UScript::getScript)
                .filter(one -> one != UScript.COMMON)
                .findFirst()
                .orElse(UScript.LATIN);
        return switch (script) {
            case UScript.LATIN, UScript.CYRILLIC, UScript.ARABIC -> "und"; // so many languages are written in them
            case UScript.HAN ->
                "JP".equals(country)
                        ? "ja"
                        : Set.of("TW", "HK", "MO").contains(String.valueOf(country)) ? "zh-Hant" : "zh-Hans";
            case UScript.DEVANAGARI -> "NP".equals(country) ? "ne" : "hi";
            default ->
                ULocale.addLikelySubtags(ULocale.forLanguageTag("und-" + UScript.getShortName(script)))
                        .getLanguage();
        };
    }

    private static NameIndex countryNames() {
        var names = new NameIndex();
        COUNTRIES.keySet().stream().sorted().forEach(name -> names.add(name, name));
        return names;
    }

    private static Map<String, String> countries() {
        var words = new HashMap<String, String>();
        var languages = languages();
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

    /** Those in which sheets name countries: a list that a network can add to without touching the code. */
    private static List<Locale> languages() {
        try {
            return new ClassPathResource("reference/languages-of-sheets.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(Locale::forLanguageTag)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Map<String, String> kinds() {
        var words = new HashMap<String, String>();
        Coded.codes(OrganisationKind.class)
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
}
