package org.interurban.platform.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code activities.csv}. */
@Component
class ActivityTable implements RecordTable {

    private final JdbcClient sql;
    private final Directory directory;
    private final Programmes programmes;
    private final Partnerships partnerships;
    private final Activities activities;
    private final KindsOfActivity kinds;
    private final Sources sources;

    ActivityTable(
            JdbcClient sql,
            Directory directory,
            Programmes programmes,
            Partnerships partnerships,
            Activities activities,
            KindsOfActivity kinds,
            Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.programmes = programmes;
        this.partnerships = partnerships;
        this.activities = activities;
        this.kinds = kinds;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("code", "type", "title");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "title_xx",
                "parent",
                "programme",
                "partnership",
                "organiser",
                "host_city",
                "host_place",
                "host_country",
                "visiting_city",
                "start",
                "end",
                "precision",
                "mode",
                "status",
                "reason",
                "participants_min",
                "participants_max",
                "participants_qualifier",
                "participants_note",
                "partners",
                "description",
                "description_xx",
                "published",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select a.code, parent.code as parent, p.code as programme, s.code as partnership, a.type, a.title,
                   a.title_translations as title_xx, array_remove(array[a.organiser], null) as organiser,
                   array(select o.code from organisation_brief o where o.id = a.host
                         union all (select o.code from activity_city c join organisation_brief o on o.id = c.organisation
                                     where c.activity = a.id and c.role = 'host' order by c.position)) as host_city,
                   array_remove(array[a.host_name], null) as host_place, a.host_country,
                   array(select o.code from organisation_brief o where o.id = a.visitor
                         union all (select o.code from activity_city c join organisation_brief o on o.id = c.organisation
                                     where c.activity = a.id and c.role = 'visitor' order by c.position)) as visiting_city,
                   partial_date(a.from_on, a.precision) as start,
                   nullif(partial_date(a.to_on, a.precision), partial_date(a.from_on, a.precision)) as end,
                   a.precision, a.mode, a.status, a.stopped_reason as reason, a.participants_low as participants_min,
                   a.participants_high as participants_max, a.participants_qualifier, a.participants_note, a.partners,
                   a.description, a.description_translations as description_xx, a.published, a.note,
                   cited('activity', a.code) as sources
              from activity a
              left join activity parent on parent.id = a.parent
              left join programme_brief p on p.id = a.programme
              left join partnership_brief s on s.id = a.partnership
             where a.removed_at is null
             order by a.code
            """);
    }

    @Override
    public void load(List<Row> rows) {
        var known = kinds.codes();
        for (var row : rows) {
            var code = row.code("code");
            var type = row.oneOf("type", known);
            var title = row.required("title", Activity.TITLE_LENGTH);
            var programme = row.reference("programme", "programme", programmes::idOf);
            var partnership = row.reference("partnership", "partnership", partnerships::idOf);
            var hosts = bodies(row, "host_city");
            var visitors = bodies(row, "visiting_city");
            if (visitors.stream().anyMatch(hosts::contains)) {
                row.fault("visiting_city", "a city does not visit itself: it is a host already");
            }
            var when = row.period("start", "end", "precision");
            var mode = row.text("mode").isEmpty() ? null : row.oneOf("mode", Mode.class);
            var status = row.oneOf("status", ActivityStatus.class);
            var reason = row.text("reason").isEmpty() ? null : row.required("reason", ActivityState.REASON_LENGTH);
            if (reason != null
                    && Coded.find(ActivityStatus.class, status)
                            .filter(ActivityStatus::stops)
                            .isEmpty()) {
                row.fault("reason", "a reason stands with what was postponed or called off");
            }
            var participants = row.quantity("participants_min", "participants_max", "participants_qualifier", "");
            var country = row.textOrNull("host_country");
            if (country != null && !country.matches("[A-Z]{2}")) {
                row.fault(
                        "host_country",
                        "\"%s\" is not a country: write its two letters of ISO 3166, such as KR".formatted(country));
            }
            var published = row.yesOrUnknown("published");
            if (!row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into activity (id, code, programme, partnership, type, title, title_translations, organiser,
                       host, host_name, host_country, visitor, from_on, to_on, precision, mode, status, stopped_reason,
                       participants_low, participants_high, participants_qualifier, participants_note, partners,
                       description, description_translations, note, published)
                values (:id, :code, :programme, :partnership, :type, :title, :titles::jsonb, :organiser,
                       :host, :hostName, :country, :visitor, :from, :to, :precision, :mode, :status, :reason,
                       :low, :high, :qualifier, :participantsNote, :partners,
                       :description, :descriptions::jsonb, :note, :published)
                on conflict (code) do update set programme = excluded.programme,
                       partnership = excluded.partnership, type = excluded.type, title = excluded.title,
                       title_translations = excluded.title_translations, organiser = excluded.organiser,
                       host = excluded.host, host_name = excluded.host_name, host_country = excluded.host_country,
                       visitor = excluded.visitor, from_on = excluded.from_on, to_on = excluded.to_on,
                       precision = excluded.precision, mode = excluded.mode, status = excluded.status,
                       stopped_reason = excluded.stopped_reason,
                       stopped_by = case when activity.status = excluded.status then activity.stopped_by end,
                       stopped_at = case when activity.status = excluded.status then activity.stopped_at end,
                       participants_low = excluded.participants_low, participants_high = excluded.participants_high,
                       participants_qualifier = excluded.participants_qualifier,
                       participants_note = excluded.participants_note, partners = excluded.partners,
                       description = excluded.description,
                       description_translations = excluded.description_translations, note = excluded.note,
                       published = excluded.published
                """)
                    .param("id", Identifier.next())
                    .param("code", code)
                    .param("programme", programme == null ? null : programme.value())
                    .param("partnership", partnership == null ? null : partnership.value())
                    .param("type", type)
                    .param("title", title)
                    .param("titles", row.translationsJson("title"))
                    .param(
                            "organiser",
                            row.text("organiser").isEmpty() ? null : String.join(", ", row.list("organiser")))
                    .param("host", hosts.isEmpty() ? null : hosts.getFirst())
                    .param(
                            "hostName",
                            row.text("host_place").isEmpty() ? null : String.join(", ", row.list("host_place")))
                    .param("country", country)
                    .param("visitor", visitors.isEmpty() ? null : visitors.getFirst())
                    .param("from", when.from())
                    .param("to", when.to())
                    .param("precision", when.precision().code())
                    .param("mode", mode)
                    .param("status", status)
                    .param("reason", reason)
                    .param(
                            "low",
                            participants == null ? null : participants.low().intValue())
                    .param(
                            "high",
                            participants == null || participants.high() == null
                                    ? null
                                    : participants.high().intValue())
                    .param(
                            "qualifier",
                            participants == null
                                    ? null
                                    : participants.qualifier().code())
                    .param("participantsNote", row.textOrNull("participants_note"))
                    .param("partners", row.list("partners").toArray(String[]::new))
                    .param("description", row.textOrNull("description"))
                    .param("descriptions", row.translationsJson("description"))
                    .param("note", row.textOrNull("note"))
                    .param("published", published == null || published)
                    .update();
            further(code, "host", hosts);
            further(code, "visitor", visitors);
            sources.cite(row, "activity", code);
        }
        rows.forEach(this::placeInParent);
    }

    /** In a second step, because a file may name an activity before its line. */
    private void placeInParent(Row row) {
        var parent = row.reference("parent", "activity", activities::idOf);
        sql.sql("update activity set parent = :parent where code = :code and parent is distinct from :parent::uuid")
                .param("parent", parent)
                .param("code", row.text("code"))
                .update();
    }

    private List<OrganisationId> bodies(Row row, String column) {
        var found = new ArrayList<OrganisationId>();
        for (var code : row.list(column)) {
            directory
                    .find(code, Locale.ENGLISH)
                    .ifPresentOrElse(
                            body -> found.add(body.id()),
                            () -> row.fault(column, "there is no organisation \"%s\"".formatted(code)));
        }
        return found;
    }

    private void further(String activity, String role, List<OrganisationId> bodies) {
        sql.sql("delete from activity_city where role = ? and activity = (select id from activity where code = ?)")
                .params(role, activity)
                .update();
        for (int i = 1; i < bodies.size(); i++) {
            sql.sql("insert into activity_city (activity, organisation, role, position) select id, ?, ?, ?"
                            + " from activity where code = ?")
                    .params(bodies.get(i), role, i, activity)
                    .update();
        }
    }
}
