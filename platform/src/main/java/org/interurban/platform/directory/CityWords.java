package org.interurban.platform.directory;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.gazetteer.CountryNames;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.jspecify.annotations.Nullable;

/** What people write above and into the columns of a sheet of cities, in the languages of the network. */
final class CityWords {

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
            SheetField.read(
                            "country",
                            CityWords::country,
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
            SheetField.quantity(
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

    /** A name that can mean several is asked with what to write for each of them; one that is unknown with those that are spelt alike. */
    static Reading country(String cell) {
        return switch (CountryNames.read(cell)) {
            case CountryNames.Reading.Meant(var code) -> new Reading.Value(code);
            case CountryNames.Reading.OneOf(var codes) ->
                new Reading.Unfit(
                        "which-country",
                        "",
                        codes.stream().map(CountryNames::certain).toList());
            case CountryNames.Reading.Unread() -> new Reading.Unfit("unknown-country", "KR", CountryNames.alike(cell));
        };
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
