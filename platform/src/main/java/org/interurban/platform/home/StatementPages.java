package org.interurban.platform.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.web.InFooter;
import org.interurban.platform.web.OpenLists;
import org.interurban.platform.web.PublicAddress;
import org.interurban.platform.web.ThisNetwork;
import org.interurban.platform.web.UnsaidPages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the network states of itself, in the words of its administrators, and what of its data may be used and how. */
@Controller
@Open
class StatementPages implements UnsaidPages {

    /** Addresses that answer whatever is on record, by what they show; one is told in a language of the pages. */
    private static final Map<String, String> EXAMPLES = examples(
            "list", "/api/v1/members?limit=5",
            "language", "/api/v1/cities?limit=5&lang=%s",
            "sheet", "/api/v1/partnerships.csv",
            "order", "/api/v1/activities?year=2022&sort=-date",
            "map", "/api/v1/partnerships.geojson",
            "calendar", "/activities.ics?vague=yes",
            "feed", "/changes.atom",
            "changes", "/api/v1/changes?since=2026-01-31",
            "catalogue", "/api/v1/catalogue",
            "description", "/api/v1/openapi");

    /** @param words key of what the address shows */
    record Example(String words, String address, String command) {}

    private static Map<String, String> examples(String... shownAndAddresses) {
        var examples = new LinkedHashMap<String, String>();
        for (int i = 0; i < shownAndAddresses.length; i += 2) {
            examples.put("home.data.example." + shownAndAddresses[i], shownAndAddresses[i + 1]);
        }
        return examples;
    }

    private final ThisNetwork network;
    private final OpenLists lists;
    private final PublicAddress address;

    StatementPages(ThisNetwork network, OpenLists lists, PublicAddress address) {
        this.network = network;
        this.lists = lists;
        this.address = address;
    }

    @InFooter(place = 10, words = "home.statement.contact")
    @GetMapping("/contact")
    String contact(Locale locale, Model model) {
        return page("contact", network.settings().contact(), locale, model);
    }

    @InFooter(place = 20, words = "home.statement.imprint")
    @GetMapping("/imprint")
    String imprint(Locale locale, Model model) {
        return page("imprint", network.settings().imprint(), locale, model);
    }

    @InFooter(place = 30, words = "home.statement.privacy")
    @GetMapping("/privacy")
    String privacy(Locale locale, Model model) {
        return page("privacy", network.settings().privacy(), locale, model);
    }

    @InFooter(place = 40, words = "home.statement.accessibility")
    @GetMapping("/accessibility")
    String accessibility(Locale locale, Model model) {
        return page("accessibility", network.settings().accessibility(), locale, model);
    }

    /** The page on privacy tells of cookies at any rate. */
    @Override
    public List<String> unsaid() {
        var settings = network.settings();
        var unsaid = new ArrayList<String>();
        if (settings.contact() == null) {
            unsaid.add("/contact");
        }
        if (settings.imprint() == null) {
            unsaid.add("/imprint");
        }
        if (settings.accessibility() == null) {
            unsaid.add("/accessibility");
        }
        return unsaid;
    }

    private static String page(String which, @Nullable LocalizedText text, Locale locale, Model model) {
        model.addAttribute("which", which);
        model.addAttribute("unsaid", text == null && !which.equals("privacy"));
        addText(text, locale, model);
        return "home/statement";
    }

    private static void addText(@Nullable LocalizedText text, Locale locale, Model model) {
        if (text != null) {
            var shown = text.shown(locale);
            model.addAttribute("paragraphs", paragraphs(shown.text()));
            model.addAttribute("language", shown.language());
        }
    }

    /** What stands between empty lines. */
    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .toList();
    }

    @InFooter(place = 50, words = "home.data.title")
    @GetMapping("/open-data")
    String openData(Locale locale, Model model) {
        addText(network.settings().licence(), locale, model);
        model.addAttribute("licenceAddress", network.settings().licenceAddress());
        model.addAttribute("lists", lists.all());
        model.addAttribute(
                "examples", EXAMPLES.entrySet().stream().map(this::example).toList());
        return "home/open-data";
    }

    private Example example(Map.Entry<String, String> example) {
        var path = example.getValue().formatted(network.languages().getLast());
        return new Example(example.getKey(), path, "curl '%s'".formatted(address.of(path)));
    }
}
