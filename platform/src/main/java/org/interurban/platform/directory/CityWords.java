package org.interurban.platform.directory;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.gazetteer.CountryNames;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Degrees;
import org.interurban.platform.shared.Years;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.sheets.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What the columns of a sheet of cities hold. */
final class CityWords {

    private static final Map<String, String> KINDS = kinds();

    static final List<SheetField> FIELDS = List.of(
            SheetField.text("name", Organisation.NAME_LENGTH).asRequired(),
            SheetField.read("country", CityWords::country).asRequired(),
            SheetField.text("local_name", Organisation.NAME_LENGTH),
            SheetField.text("official_name", Organisation.NAME_LENGTH),
            SheetField.list("other_names", Organisation.NAME_LENGTH),
            SheetField.choice("kind", KINDS),
            SheetField.quantity("population", 1, 100_000_000),
            SheetField.choiceOrText(
                    "population_scope",
                    Organisation.NAME_LENGTH,
                    Vocabulary.values("cities", "population_scope", Organisation.SCOPES)),
            SheetField.whole("population_year", Years.FIRST, Years.LAST),
            SheetField.degrees("latitude", Degrees.Axis.LATITUDE),
            SheetField.degrees("longitude", Degrees.Axis.LONGITUDE),
            SheetField.link("website"),
            SheetField.text("note", Organisation.TEXT_LENGTH));

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
        var kinds =
                Coded.codes(OrganisationKind.class).subList(0, OrganisationKind.DEVELOPMENT_AUTHORITY.ordinal() + 1);
        return Vocabulary.values("cities", "kind", kinds);
    }
}
