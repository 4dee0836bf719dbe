package org.interurban.platform.plans;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.programmes.ProgrammeChoices;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of actions, of partnerships, programmes and the network, as page, interface and sheet. */
@Repository
class ActionLists {

    /**
     * @param owner the code of the body that sees to it
     * @param late whether its day has gone by and it is not carried out
     * @param editable whether the reader may change it
     */
    record Line(
            String code,
            String statement,
            String kind,
            String status,
            @Nullable String owner,
            @Nullable String ownerName,
            @Nullable LocalDate due,
            @Nullable String plan,
            @Nullable String programme,
            @Nullable String partnership,
            @Nullable String partnershipName,
            @Nullable String line,
            @JsonIgnore @Nullable String statementLanguage,
            @JsonIgnore @Nullable String programmeName,
            @JsonIgnore boolean late,
            @JsonIgnore boolean editable) {

        public String dueText(Locale locale) {
            return due == null ? "" : PartialPeriod.day(due).text(locale);
        }
    }

    private static final Sheet<Line> SHEET =
            Sheet.of("actions", Line.class).only("code statement kind status owner due plan programme partnership");

    private static final String SELECT = """
        select a.code, in_language(a.statement, a.statement_translations, :language) as statement, a.kind, a.status, o.code as owner,
               in_language(o.name, o.name_translations, :language) as owner_name, a.due_on as due, t.code as plan,
               g.code as programme, p.code as partnership, in_language(p.name, p.name_translations, :language) as partnership_name,
               p.line, language_shown(a.statement_translations, :language) as statement_language,
               coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as programme_name,
               a.status <> 'carried-out' and a.due_on < current_date as late, %s as editable
          from plan_item a
          join plan_item_seen_by s on s.id = a.id
          cross join lateral (select 'PLANS_EDIT' as permission, s.scopes) e
          left join plan_template t on t.id = a.template
          left join organisation_brief o on o.id = a.owner
          left join programme_brief g on g.id = a.programme
          left join partnership_brief p on p.id = a.partnership
        """;

    /** Programmes that have actions which the reader sees. */
    private static final String PROGRAMMES =
            "select k.programme from plan_item k join plan_item_seen_by s on s.id = k.id where ";

    private final JdbcClient sql;
    private final Rights rights;
    private final ProgrammeChoices programmes;

    ActionLists(JdbcClient sql, Rights rights, ProgrammeChoices programmes) {
        this.sql = sql;
        this.rights = rights;
        this.programmes = programmes;
    }

    @Bean
    Listing<Line> actionListing(Labels labels) {
        return Listing.of(SHEET, lines().terms(), this::list)
                .at("/api/v1/actions", "/actions")
                .forEveryone()
                .coded("kind", ActionKind.class)
                .coded("status", ActionStatus.class)
                .asking(ListForm.searching("plans.search")
                        .choice("programme", "plans.programme")
                        .choice("kind", "plans.field.type")
                        .choice("status", "plans.field.status")
                        .among((nothing, locale) -> Map.of(
                                "programme", programmes.among(PROGRAMMES + Seen.by(rights.current(), "s"), locale),
                                "kind", labels.of("plans.kind", Coded.codes(ActionKind.class), locale),
                                "status", labels.of("plans.action-status", Coded.codes(ActionStatus.class), locale))));
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    private ListSql<Line> lines() {
        return ListSql.of(SELECT.formatted(Seen.workedOnBy(rights.current(), "e")), Line.class)
                .visibleTo(rights, "s")
                .search("concat_ws(' ', a.code, a.statement, a.statement_translations::text, o.name, p.name)")
                .filter("programme", "g.code = :programme")
                .filter("partnership", "p.code = :partnership")
                .filter("kind", "a.kind = :kind")
                .filter("status", "a.status = :status")
                .filter("owner", "o.code = :owner")
                .sort("statement", "lower(statement)")
                .sort("kind", "kind")
                .sort("owner", "lower(owner_name)")
                .sort("due", "due")
                .sort("programme", "programme")
                .sort("status", "status")
                .usually("due nulls last, programme, partnership, code");
    }
}
