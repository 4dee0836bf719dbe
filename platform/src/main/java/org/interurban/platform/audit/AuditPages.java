package org.interurban.platform.audit;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The trail as people read it: who did what, when and why; and whether it is as it was written. */
@Controller
@Requires(value = "AUDIT_TRAIL", network = true)
class AuditPages {

    private static final ListSql<Line> LIST = ListSql.of(
                    "select id, happened_at as at, actor, act, subject_kind, subject_key, details, seal from audit_act",
                    Line.class)
            .search("act || ' ' || subject_kind || ' ' || subject_key || ' ' || details::text")
            .filter("act", "act = :act")
            .filter("kind", "subject_kind = :kind")
            .filter("subject", "subject_key = :subject")
            .filter("person", "actor = cast(:person as uuid)")
            .filter("from", "happened_at >= cast(:from as date) at time zone 'UTC'")
            .filter("to", "happened_at < (cast(:to as date) + 1) at time zone 'UTC'")
            .sort("at", "at")
            .sort("act", "act")
            .sort("subject", "subject_kind || subject_key")
            .usually("at desc, id desc");

    private final JdbcClient sql;
    private final JsonMapper json;
    private final People people;
    private final Audit audit;
    private final MessageSource messages;

    AuditPages(JdbcClient sql, JsonMapper json, People people, Audit audit, MessageSource messages) {
        this.sql = sql;
        this.json = json;
        this.people = people;
        this.audit = audit;
        this.messages = messages;
    }

    /** @param actor null for the system */
    record Line(
            long id,
            OffsetDateTime at,
            @Nullable AccountId actor,
            String act,
            String subjectKind,
            String subjectKey,
            Map<String, String> details,
            @Nullable Long seal) {

        /** Where the modules keep the words for their acts: {@code programmes.act.created}. */
        public String message() {
            return act.replaceFirst("\\.", ".act.");
        }

        /** Those its details refer to by id, and who did it. */
        Collection<AccountId> people() {
            var ids = new HashSet<AccountId>();
            if (actor != null) {
                ids.add(actor);
            }
            details.values().forEach(value -> account(value).ifPresent(ids::add));
            account(subjectKey).ifPresent(ids::add);
            return ids;
        }

        private static Optional<AccountId> account(String text) {
            try {
                return text.length() == 36 ? Optional.of(AccountId.of(text)) : Optional.empty();
            } catch (IllegalArgumentException somethingElse) {
                return Optional.empty();
            }
        }
    }

    @Bean
    Listing<Line> auditListing() {
        var sheet = Sheet.of("audit", Line.class)
                .with("account", Line::actor)
                .with("details", line -> json.writeValueAsString(line.details()))
                .only("id at account act subject_kind subject_key details seal");
        return Listing.of(sheet, LIST.terms(), this::lines)
                .at("/audit")
                .forNetwork(AuditPermission.AUDIT_TRAIL)
                .asking(ListForm.searching("layout.search")
                        .choice("act", "audit.act")
                        .text("subject", "audit.subject")
                        .date("from", "audit.from")
                        .date("to", "audit.to")
                        .among((nothing, locale) -> Map.of("act", acts(locale))));
    }

    @InMenu(atWork = true, place = 220, words = "audit.title", section = "audit", holding = "AUDIT_TRAIL")
    @GetMapping("/audit")
    String list(ListQuery query, Model model) {
        var slice = lines(query);
        model.addAttribute("slice", slice);
        model.addAttribute("names", names(slice));
        return "audit/list";
    }

    @GetMapping("/audit/verify")
    String verify(Model model) {
        model.addAttribute("verdict", audit.verify());
        return "audit/verify";
    }

    /** Words of acts stand with the module whose acts they are; one without words is shown as it is called. */
    private Map<String, String> acts(Locale locale) {
        var acts = new LinkedHashMap<String, String>();
        sql.sql("select distinct act from audit_act order by act")
                .query(String.class)
                .list()
                .forEach(act -> acts.put(
                        act, String.valueOf(messages.getMessage(act.replace(".", ".act."), null, act, locale))));
        return acts;
    }

    private Slice<Line> lines(ListQuery query) {
        return LIST.run(sql, read(query));
    }

    private Map<String, String> names(Slice<Line> slice) {
        var ids = new HashSet<AccountId>();
        slice.items().forEach(line -> ids.addAll(line.people()));
        var names = new HashMap<String, String>();
        people.names(ids).forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }

    /** With days as the database writes them. */
    private static ListQuery read(ListQuery query) {
        var read = query;
        for (var name : List.of("from", "to")) {
            var when = query.date(name);
            if (when.isKnown()) {
                read = read.with(name, String.valueOf(name.equals("from") ? when.from() : when.to()));
            }
        }
        try {
            if (!query.filter("person").isEmpty()) {
                AccountId.of(query.filter("person"));
            }
        } catch (IllegalArgumentException unreadable) {
            throw new ListQuery.BadQuery("errors.query.audit");
        }
        return read;
    }
}
