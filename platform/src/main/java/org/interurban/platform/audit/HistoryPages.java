package org.interurban.platform.audit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.RecordAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who changed what in one record, and when. */
@Controller
class HistoryPages {

    private final RowHistory rows;
    private final ObjectProvider<RecordHistory> histories;
    private final FieldWords words;
    private final RecordAddresses addresses;
    private final Rights rights;
    private final People people;

    HistoryPages(
            RowHistory rows,
            ObjectProvider<RecordHistory> histories,
            FieldWords words,
            RecordAddresses addresses,
            Rights rights,
            People people) {
        this.rows = rows;
        this.histories = histories;
        this.words = words;
        this.addresses = addresses;
        this.rights = rights;
        this.people = people;
    }

    /** Any row, by its table and key. */
    @Requires(value = "AUDIT_TRAIL", network = true)
    @GetMapping("/history/{table}/{key}")
    String row(@PathVariable String table, @PathVariable String key, Model model, Locale locale) {
        return page(table + " " + key, null, rows.of(table, key), model, locale);
    }

    /** A record with its parts, for whoever may change it; to all others it is as if there were none. */
    @Requires("OWN_ACCOUNT")
    @GetMapping("/history/of/{kind}/{code}")
    String record(@PathVariable String kind, @PathVariable String code, Model model, Locale locale) {
        var history = histories.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .filter(one -> one.scopes()
                        .apply(code)
                        .filter(scopes -> rights.may(one.permission(), scopes.toArray(Scope[]::new)))
                        .isPresent())
                .orElseThrow(() -> new NotFound("There is no history of %s %s.".formatted(kind, code)));
        var past = rows.of(history, code);
        return page(past.name(), addresses.of(kind, code), past.changes(), model, locale);
    }

    private String page(
            String name, @Nullable String back, List<RowHistory.Change> changes, Model model, Locale locale) {
        model.addAttribute("name", name);
        model.addAttribute("back", back);
        model.addAttribute("changes", words.of(changes, locale));
        model.addAttribute("names", names(changes));
        return "audit/history";
    }

    private Map<String, String> names(Collection<RowHistory.Change> changes) {
        var accounts =
                changes.stream().flatMap(change -> change.account().stream()).collect(Collectors.toSet());
        return people.names(accounts).entrySet().stream()
                .collect(Collectors.toMap(entry -> accountKey(entry.getKey()), Map.Entry::getValue));
    }

    private static String accountKey(AccountId account) {
        return account.toString();
    }
}
