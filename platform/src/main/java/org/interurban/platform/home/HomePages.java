package org.interurban.platform.home;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Person;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.lines.PartnershipLine;
import org.interurban.platform.lines.PartnershipLine.Member;
import org.interurban.platform.lines.PartnershipLines;
import org.interurban.platform.portraits.Measures;
import org.interurban.platform.portraits.StatedNumbers;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page that anyone sees. */
@Controller
@Open
class HomePages {

    private static final int NEWEST = 5;
    private static final int SPELT_OUT = 20;
    private static final Period NEW = Period.ofMonths(6);

    /** The part of the world in which each country lies, after CLDR. */
    private static final Map<String, String> CONTINENTS = Region.getAvailable(Region.RegionType.CONTINENT).stream()
            .flatMap(continent -> continent.getContainedRegions(Region.RegionType.TERRITORY).stream()
                    .map(country -> Map.entry(country.toString(), continent.toString())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));

    /** How many of the cities on the map lie in one part of the world. */
    record Side(String region, long cities) {}

    /** Something that happened on a line. */
    record News(
            @Nullable String letter,
            PartialPeriod when,
            String title,
            @Nullable String about,
            String link) {

        LocalDate from() {
            return when.from() == null ? LocalDate.MIN : when.from();
        }
    }

    private final PartnershipLines lines;
    private final Measures measures;
    private final List<StatedNumbers> stated;
    private final Languages languages;
    private final MessageSource messages;
    private final Clock clock;

    HomePages(
            PartnershipLines lines,
            Measures measures,
            List<StatedNumbers> stated,
            Languages languages,
            MessageSource messages,
            Clock clock) {
        this.lines = lines;
        this.measures = measures;
        this.stated = stated;
        this.languages = languages;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "map") String as, Locale locale, Model model) {
        var view = View.ofThePublic(locale);
        var asList = as.equals("list");
        var themes = lines.themes(view);
        var partnerships = (asList ? lines.newest("", view).partnerships() : lines.onTheMap(view))
                .stream().map(themes::among).toList();
        var whole = lines.whole(view);
        var routes = partnerships.stream().map(PartnershipLine::route).toList();
        model.addAttribute("sentence", sentence(whole, locale));
        model.addAttribute("whole", whole);
        model.addAttribute("drawn", routes.size());
        model.addAttribute("asList", asList);
        model.addAttribute("maps", asList ? List.of() : RouteMap.wide(routes));
        model.addAttribute("sides", sides(partnerships, locale));
        model.addAttribute("listed", routes);
        model.addAttribute("themes", themes);
        model.addAttribute(
                "numbers",
                measures.ofNetwork(Person.NOBODY).stream()
                        .filter(counted -> counted.number() > 0)
                        .toList());
        model.addAttribute(
                "stated",
                stated.stream()
                        .flatMap(numbers -> numbers.all().entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        var news = news(partnerships, locale);
        model.addAttribute("news", news);
        model.addAttribute(
                "isNew",
                news.isEmpty()
                        || !news.getFirst().from().isBefore(LocalDate.now(clock).minus(NEW)));
        return "home/home";
    }

    private String sentence(PartnershipLines.Whole whole, Locale locale) {
        if (whole.partnerships() == 0) {
            return messages.getMessage("home.sentence.none", null, locale);
        }
        var sentence = messages.getMessage(
                "home.sentence",
                new Object[] {spell(whole.cities(), locale), spell(whole.partnerships(), locale)},
                locale);
        return sentence.substring(0, 1).toUpperCase(locale) + sentence.substring(1);
    }

    /** Small numbers as words: fifteen, 열다섯. By which rule of CLDR a language counts cities is one of its words. */
    private String spell(long number, Locale locale) {
        if (number > SPELT_OUT) {
            return Long.toString(number);
        }
        return new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT)
                .format(number, messages.getMessage("home.sentence.spellout", null, locale));
    }

    /** The cities by part of the world, from west to east. */
    private static List<Side> sides(List<PartnershipLine> partnerships, Locale locale) {
        var names = LocaleDisplayNames.getInstance(ULocale.forLocale(locale));
        var byRegion = partnerships.stream()
                .flatMap(partnership -> partnership.members().stream())
                .filter(member ->
                        CONTINENTS.containsKey(String.valueOf(member.country())) && member.longitude() != null)
                .collect(Collectors.groupingBy(
                        member -> CONTINENTS.get(member.country()),
                        Collectors.toMap(Member::code, Member::longitude, (a, b) -> a)));
        return byRegion.entrySet().stream()
                .sorted(Comparator.comparingDouble(region -> region.getValue().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0)))
                .map(region -> new Side(
                        names.regionDisplayName(region.getKey()),
                        region.getValue().size()))
                .toList();
    }

    /** What was held, with what it was about where that is written in the reader's language, else with the theme. */
    private List<News> news(List<PartnershipLine> partnerships, Locale locale) {
        return partnerships.stream()
                .flatMap(partnership -> partnership.steps().flatMap(step -> news(step, partnership, locale).stream()))
                .sorted(Comparator.comparing(News::from).reversed())
                .limit(NEWEST)
                .toList();
    }

    private Optional<News> news(Step step, PartnershipLine partnership, Locale locale) {
        var written = step.aboutLanguage() == null ? languages.first() : step.aboutLanguage();
        var isRead = step.about() != null && written.equals(locale.getLanguage());
        return Optional.ofNullable(step.station())
                .filter(station -> station.held() && step.when().isKnown())
                .map(station -> new News(
                        partnership.letter(),
                        step.when(),
                        station.title(),
                        isRead ? step.about() : partnership.theme(),
                        String.valueOf(station.link())));
    }
}
