package org.interurban.platform.lines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads partnerships with all that belongs to them, in a fixed number of statements however many they are. */
@Component
public class PartnershipLines {

    private static final int MOST_ON_A_MAP = 40;

    private final JdbcClient sql;
    private final MessageSource messages;

    PartnershipLines(JdbcClient sql, MessageSource messages) {
        this.sql = sql;
        this.messages = messages;
    }

    public Optional<PartnershipLine> find(String code, View view) {
        return read("p.code = :which", code, view).stream().findFirst();
    }

    public List<PartnershipLine> ofProgramme(UUID programme, View view) {
        return read("p.programme = :which", programme, view);
    }

    public List<PartnershipLine> ofCity(UUID organisation, View view) {
        return read(
                "p.id in (select partnership from partnership_member where organisation = :which)", organisation, view);
    }

    /** Partnerships with a theme, for the map of the whole network: of the newest programmes, as many as a map can show. */
    public List<PartnershipLine> withThemes(View view) {
        return read("""
            p.id in (select x.id from partnership x join programme y on y.id = x.programme
                      where x.theme is not null order by y.from_on desc nulls last, x.code limit :which)\
            """, MOST_ON_A_MAP, view);
    }

    /** What concerns all partnerships of a programme: its launch, kick-off, conferences. */
    public List<PartnershipLine.Activity> ofWholeProgramme(UUID programme, View view) {
        return activities("a.partnership is null and a.parent is null and a.programme = :which", programme, view);
    }

    private List<PartnershipLine> read(String condition, Object which, View view) {
        var members = grouped(members(condition, which, view), PartnershipLine.Member::partnership);
        var inThese = "a.partnership in (select p.id from partnership p where " + condition + ")";
        var activities = activities(inThese, which, view).stream()
                .collect(Collectors.groupingBy(activity -> java.util.Objects.requireNonNull(activity.partnership())));
        var agreements = grouped(agreements(inThese, which, view), PartnershipLine.Agreement::partnership);
        var actions = grouped(actions(inThese, which, view), PartnershipLine.Action::partnership);
        return sql.sql("""
            select p.id, p.code, p.programme as programme_id, g.code as programme, p.published,
                   in_language(p.name, p.name_translations, :language) as name,
                   in_language(p.theme, p.theme_translations, :language) as theme,
                   p.line, p.cohort, p.form, p.coordinator, p.status
              from partnership p
              join programme g on g.id = p.programme
             where %s and (:everything or (p.published and g.published))
             order by g.from_on desc nulls last, g.code, p.line nulls last, p.name
            """.formatted(condition))
                .param("which", which)
                .param("language", view.language())
                .param("everything", view.everything())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new PartnershipLine(
                            id,
                            row.getString("code"),
                            row.getObject("programme_id", UUID.class),
                            row.getString("programme"),
                            row.getString("name"),
                            row.getString("theme"),
                            row.getString("line"),
                            row.getString("cohort"),
                            row.getString("form"),
                            row.getString("coordinator"),
                            row.getString("status"),
                            row.getBoolean("published"),
                            members.getOrDefault(id, List.of()),
                            activities.getOrDefault(id, List.of()),
                            agreements.getOrDefault(id, List.of()),
                            actions.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static <T> Map<UUID, List<T>> grouped(List<T> rows, Function<T, UUID> partnership) {
        return rows.stream().collect(Collectors.groupingBy(partnership));
    }

    private List<PartnershipLine.Member> members(String condition, Object which, View view) {
        return sql.sql("""
            select m.partnership, o.id, o.code, in_language(o.name, o.name_translations, :language) as name,
                   o.local_name, o.local_language, o.country, o.latitude, o.longitude, o.time_zone,
                   coalesce(m.party = 'eu', m.side = 1) as european, m.left_on
              from partnership_member m
              join organisation o on o.id = m.organisation
              join partnership p on p.id = m.partnership
             where %s
             order by m.side
            """.formatted(condition))
                .param("which", which)
                .param("language", view.language())
                .query(PartnershipLine.Member.class)
                .list();
    }

    private List<PartnershipLine.Activity> activities(String condition, Object which, View view) {
        return sql.sql("""
            select a.partnership, a.code, a.type, in_language(a.title, a.title_translations, :language) as title,
                   coalesce(in_language(h.name, h.name_translations, :language), a.host_name) as host,
                   in_language(v.name, v.name_translations, :language) as visitor,
                   coalesce(m.party = 'eu', m.side = 1, true) as in_europe,
                   a.from_on, a.to_on, a.precision, a.mode, a.status,
                   in_language(a.description, a.description_translations, :language) as description, a.note,
                   array(select in_language(s.name, s.name_translations, :language)
                           from activity_site x join site s on s.id = x.site
                          where x.activity = a.id order by s.name) as sites,
                   (select count(*) from question_record q join reading r on r.question = q.question
                     where :everything and q.record_kind = 'activity' and q.record_code = a.code) as readings
              from activity a
              left join organisation h on h.id = a.host
              left join organisation v on v.id = a.visitor
              left join partnership_member m on m.partnership = a.partnership and m.organisation = a.host
             where %s and (:everything or a.published) and a.status <> 'cancelled'
             order by a.from_on nulls last, a.to_on, a.code
            """.formatted(condition))
                .param("which", which)
                .param("language", view.language())
                .param("everything", view.everything())
                .query((row, n) -> new PartnershipLine.Activity(
                        row.getObject("partnership", UUID.class),
                        row.getString("code"),
                        row.getString("type"),
                        spoken(row, view),
                        row.getString("host"),
                        row.getBoolean("in_europe"),
                        period(row),
                        row.getString("mode"),
                        row.getString("status"),
                        row.getString("description"),
                        row.getString("note"),
                        List.of((String[]) row.getArray("sites").getArray()),
                        Math.max(1, row.getInt("readings"))))
                .list();
    }

    /** A study visit is said by who visits whom; everything else keeps its title. */
    private String spoken(ResultSet row, View view) throws SQLException {
        var host = row.getString("host");
        var visitor = row.getString("visitor");
        if (row.getString("type").equals("study-visit") && host != null && visitor != null) {
            return messages.getMessage("lines.visits", new Object[] {visitor, host}, view.locale());
        }
        return row.getString("title");
    }

    private List<PartnershipLine.Agreement> agreements(String condition, Object which, View view) {
        return sql.sql("""
            select a.partnership, a.code, a.type, in_language(a.title, a.title_translations, :language) as title,
                   (select string_agg(coalesce(in_language(o.name, o.name_translations, :language), y.name), ' – ' order by y.position)
                      from agreement_party y left join organisation o on o.id = y.organisation
                     where y.agreement = a.id) as parties,
                   a.from_on, a.to_on, a.precision, a.status, a.place,
                   in_language(a.subject, a.subject_translations, :language) as subject, a.note,
                   not exists (select from agreement_party y
                                where y.agreement = a.id and not exists (
                                  select from partnership_member m
                                   where m.partnership = a.partnership and m.organisation = y.organisation)) as own,
                   (select count(*) from question_record q join reading r on r.question = q.question
                     where :everything and q.record_kind = 'agreement' and q.record_code = a.code) as readings
              from agreement a
             where %s and (:everything or a.public)
             order by a.from_on nulls last, a.code
            """.formatted(condition))
                .param("which", which)
                .param("language", view.language())
                .param("everything", view.everything())
                .query((row, n) -> new PartnershipLine.Agreement(
                        row.getObject("partnership", UUID.class),
                        row.getString("code"),
                        row.getString("type"),
                        row.getString("title"),
                        java.util.Objects.requireNonNullElse(row.getString("parties"), ""),
                        period(row),
                        row.getString("status"),
                        row.getString("place"),
                        row.getString("subject"),
                        row.getString("note"),
                        row.getBoolean("own"),
                        Math.max(1, row.getInt("readings"))))
                .list();
    }

    private List<PartnershipLine.Action> actions(String condition, Object which, View view) {
        return sql.sql("""
            select a.partnership, a.code, a.kind,
                   in_language(a.statement, a.statement_translations, :language) as statement,
                   a.status, a.plan_name as plan
              from plan_item a
             where %s
             order by a.position, a.code
            """.formatted(condition))
                .param("which", which)
                .param("language", view.language())
                .query(PartnershipLine.Action.class)
                .list();
    }

    private static PartialPeriod period(ResultSet row) throws SQLException {
        return new PartialPeriod(
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Precision.of(row.getString("precision")));
    }
}
