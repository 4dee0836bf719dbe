package org.interurban.platform.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Menu;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What somebody who works here reaches from the keyboard: acts, pages and every record that they may see. */
@Controller
@Requires("OWN_ACCOUNT")
class PalettePages {

    private static final int ACTS = 5;
    private static final int RECORDS = 8;

    private final Menu menu;
    private final Indexer indexer;
    private final Rights rights;
    private final MessageSource messages;

    PalettePages(Menu menu, Indexer indexer, Rights rights, MessageSource messages) {
        this.menu = menu;
        this.indexer = indexer;
        this.rights = rights;
        this.messages = messages;
    }

    record Entry(String link, String words) {}

    /** Part of a page. {@code >} before the words asks for acts alone, {@code #} for pages alone. */
    @GetMapping("/palette")
    String find(ListQuery query, Model model) {
        var asked = query.q().strip();
        var only = asked.isEmpty() ? ' ' : asked.charAt(0);
        var words = only == '>' || only == '#' ? asked.substring(1).strip() : asked;
        var person = rights.current();
        model.addAttribute("acts", only == '#' ? List.of() : matching(menu.acts(person), words, query.locale()));
        model.addAttribute("pages", only == '>' ? List.of() : matching(menu.of(person, true), words, query.locale()));
        var records = !words.isEmpty() && only != '>' && only != '#';
        model.addAttribute(
                "hits",
                records
                        ? indexer.find(words, "", person, query.locale().getLanguage(), 0, RECORDS)
                                .hits()
                        : List.of());
        model.addAttribute("words", words);
        return "search/palette :: found";
    }

    /** Those whose words hold every word that was typed. */
    private List<Entry> matching(List<Menu.Entry> entries, String typed, Locale locale) {
        var words = Arrays.asList(plain(typed).split("\\s+"));
        return entries.stream()
                .map(entry -> new Entry(entry.address(), messages.getMessage(entry.words(), null, locale)))
                .filter(entry -> words.stream().allMatch(plain(entry.words())::contains))
                .limit(ACTS)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
