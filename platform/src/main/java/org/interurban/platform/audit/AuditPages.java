package org.interurban.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail as people read it: who did what, when and why; and whether it is as it was written. */
@Controller
@Requires(value = Permission.AUDIT_TRAIL, network = true)
class AuditPages {

    /** The years of a date that PostgreSQL and people write alike. */
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final People people;
    private final Audit audit;
    private final ListSql<Line> list;

    AuditPages(JdbcClient sql, JsonMapper json, People people, Audit audit) {
        this.sql = sql;
        this.json = json;
        this.people = people;
        this.audit = audit;
        this.list = ListSql.of(
                        "select id, happened_at, actor, act, subject_kind, subject_key, details::text as details, seal"
                                + " from audit_act",
                        this::line)
                .search("act || ' ' || subject_kind || ' ' || subject_key || ' ' || details::text")
                .filter("act", "act = :act")
                .filter("kind", "subject_kind = :kind")
                .filter("subject", "subject_key = :subject")
                .filter("person", "actor = cast(:person as uuid)")
                .filter("from", "happened_at >= cast(:from as date) at time zone 'UTC'")
                .filter("to", "happened_at < (cast(:to as date) + 1) at time zone 'UTC'")
                .sort("at", "happened_at")
                .sort("act", "act")
                .sort("subject", "subject_kind || subject_key")
                .usually("happened_at desc, id desc");
    }

    /** @param actor null for the system */
    record Line(
            long id,
            OffsetDateTime at,
            @Nullable UUID actor,
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
        Collection<UUID> people() {
            var ids = new HashSet<UUID>();
            if (actor != null) {
                ids.add(actor);
            }
            details.values().forEach(value -> uuid(value).ifPresent(ids::add));
            uuid(subjectKey).ifPresent(ids::add);
            return ids;
        }

        private static Optional<UUID> uuid(String text) {
            try {
                return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
            } catch (IllegalArgumentException somethingElse) {
                return Optional.empty();
            }
        }
    }

    @GetMapping({"/audit", "/audit.csv", "/audit.xlsx"})
    Object list(ListQuery query, HttpServletRequest request, Model model) {
        requireSense(query);
        if (Lists.wantsSheet(request)) {
            return Lists.answer(request, query, sheet(), this::lines);
        }
        var slice = lines(query);
        model.addAttribute("slice", slice);
        model.addAttribute("names", names(slice));
        model.addAttribute(
                "acts",
                sql.sql("select distinct act from audit_act order by act")
                        .query(String.class)
                        .list());
        return "audit/list";
    }

    @GetMapping("/audit/verify")
    String verify(Model model) {
        model.addAttribute("verdict", audit.verify());
        return "audit/verify";
    }

    private Slice<Line> lines(ListQuery query) {
        return list.run(sql, query);
    }

    private Map<String, String> names(Slice<Line> slice) {
        var ids = new HashSet<UUID>();
        slice.items().forEach(line -> ids.addAll(line.people()));
        var names = new HashMap<String, String>();
        people.names(ids).forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }

    private static void requireSense(ListQuery query) {
        try {
            for (var name : List.of("from", "to")) {
                if (!query.filter(name).isEmpty()
                        && !YEARS.isValidIntValue(
                                LocalDate.parse(query.filter(name)).getYear())) {
                    throw new ListQuery.BadQuery("errors.query.audit");
                }
            }
            if (!query.filter("person").isEmpty()) {
                UUID.fromString(query.filter("person"));
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw new ListQuery.BadQuery("errors.query.audit");
        }
    }

    private Sheet<Line> sheet() {
        return new Sheet<>(
                "audit",
                List.of(
                        new Sheet.Column<>("id", Line::id),
                        new Sheet.Column<>("at", Line::at),
                        new Sheet.Column<>("account", Line::actor),
                        new Sheet.Column<>("act", Line::act),
                        new Sheet.Column<>("subject_kind", Line::subjectKind),
                        new Sheet.Column<>("subject_key", Line::subjectKey),
                        new Sheet.Column<>("details", line -> json.writeValueAsString(line.details())),
                        new Sheet.Column<>("seal", Line::seal)));
    }

    private Line line(ResultSet rs, int row) throws SQLException {
        return new Line(
                rs.getLong("id"),
                rs.getObject("happened_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                rs.getObject("actor", UUID.class),
                rs.getString("act"),
                rs.getString("subject_kind"),
                rs.getString("subject_key"),
                json.readValue(rs.getString("details"), new TypeReference<Map<String, String>>() {}),
                rs.getObject("seal", Long.class));
    }
}
