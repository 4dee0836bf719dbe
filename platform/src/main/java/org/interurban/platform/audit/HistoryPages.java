package org.interurban.platform.audit;

import java.util.Objects;
import java.util.stream.Collectors;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who changed what in one record, and when; pages link here by table and key. */
@Controller
@Requires(value = "AUDIT_TRAIL", network = true)
class HistoryPages {

    private final RowHistory histories;
    private final People people;

    HistoryPages(RowHistory histories, People people) {
        this.histories = histories;
        this.people = people;
    }

    @GetMapping("/history/{table}/{key}")
    String show(@PathVariable String table, @PathVariable String key, Model model) {
        var changes = histories.of(table, key);
        var accounts = changes.stream()
                .map(RowHistory.Change::by)
                .filter(Objects::nonNull)
                .filter(by -> by.length() == 36)
                .map(AccountId::of)
                .collect(Collectors.toSet());
        model.addAttribute("table", table);
        model.addAttribute("key", key);
        model.addAttribute("changes", changes);
        model.addAttribute(
                "names",
                people.names(accounts).entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue())));
        return "audit/history";
    }
}
