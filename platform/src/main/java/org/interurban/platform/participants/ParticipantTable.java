package org.interurban.platform.participants;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code participants.csv}. */
@Component
class ParticipantTable implements RecordTable {

    private final JdbcClient sql;
    private final Directory directory;
    private final Programmes programmes;
    private final Groups groups;
    private final Sources sources;

    ParticipantTable(JdbcClient sql, Directory directory, Programmes programmes, Groups groups, Sources sources) {
        this.sql = sql;
        this.directory = directory;
        this.programmes = programmes;
        this.groups = groups;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "participants";
    }

    @Override
    public int order() {
        return 44;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("programme", "organisation");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "group",
                "cohort",
                "capacity_min",
                "capacity_max",
                "languages",
                "staff_days",
                "first_timer",
                "status",
                "left",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select p.code as programme, o.code as organisation, g.code as group, a.cohort, a.capacity_min, a.capacity_max,
                   a.languages, a.staff_days, a.first_timer, a.status, a.left_on as left, a.note,
                   cited('participant', p.code || '/' || o.code) as sources
              from participant a
              join programme_brief p on p.id = a.programme
              join organisation_brief o on o.id = a.organisation
              left join programme_group_brief g on g.id = a.programme_group
             order by p.code, o.code, a.cohort
            """);
    }

    @Override
    public void load(List<Row> rows) {

        for (var row : rows) {
            var programme = row.reference("programme", "programme", programmes::idOf);
            var body = row.reference("organisation", "organisation", code -> directory.find(code, Locale.ENGLISH));
            row.required("programme");
            row.required("organisation");
            int least = Objects.requireNonNullElse(row.integer("capacity_min"), 0);
            int most = Objects.requireNonNullElse(row.integer("capacity_max"), 1);
            if (!Participant.isCapacity(least, most)) {
                row.fault(
                        "capacity_min",
                        "from %d to %d partners cannot be: the least is 0 or more, the most is 1 to %d and no less"
                                .formatted(least, most, Participant.MOST_PARTNERS));
            }
            var staffDays = row.decimal("staff_days");
            var firstTimer = row.yesOrUnknown("first_timer");
            var left = row.period("left", "", "");
            var status = row.text("status").isEmpty() ? "participant" : row.oneOf("status", Participant.STATUSES);
            if (programme == null || body == null || !row.isSound()) {
                continue;
            }
            sql.sql("""
                insert into participant (id, programme, organisation, programme_group, cohort, capacity_min, capacity_max,
                       languages, staff_days, first_timer, status, left_on, note)
                values (:id, :programme, :organisation,
                       (select id from programme_group_brief where programme = :programme and code = :group), :cohort,
                       :least, :most, :languages, :staffDays,
                       :firstTimer, :status, :left, :note)
                on conflict (programme, organisation, cohort) do update set programme_group = excluded.programme_group,
                       capacity_min = excluded.capacity_min, capacity_max = excluded.capacity_max,
                       languages = excluded.languages, staff_days = excluded.staff_days,
                       first_timer = excluded.first_timer, status = excluded.status, left_on = excluded.left_on,
                       note = excluded.note
                """)
                    .param("id", Identifier.next())
                    .param("programme", programme.value())
                    .param("organisation", body.id())
                    .param("group", row.text("group").isEmpty() ? "" : groups.known(programme, row.text("group")))
                    .param("cohort", row.text("cohort"))
                    .param("least", least)
                    .param("most", most)
                    .param("languages", row.list("languages").toArray(String[]::new))
                    .param("staffDays", staffDays)
                    .param("firstTimer", firstTimer)
                    .param("status", status)
                    .param("left", left.to())
                    .param("note", row.textOrNull("note"))
                    .update();
            sources.cite(row, "participant", row.text("programme") + "/" + row.text("organisation"));
        }
    }
}
