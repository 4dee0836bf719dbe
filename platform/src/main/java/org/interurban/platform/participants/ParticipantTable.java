package org.interurban.platform.participants;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sources.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file {@code participants.csv}. */
@Component
record ParticipantTable(
        JdbcClient sql,
        Directory directory,
        Programmes programmes,
        Groups groups,
        Sources sources,
        Participants participants)
        implements RecordTable {

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
                "setting",
                "wishes",
                "excluded",
                "status",
                "left",
                "note",
                "sources");
    }

    @Override
    public Optional<String> stored() {
        return Optional.of("""
            select p.code as programme, o.code as organisation, g.code as group, a.cohort, a.capacity_min, a.capacity_max,
                   a.languages, a.staff_days, a.first_timer, a.setting,
                   array(select w.code from participant_tie t join organisation_brief w on w.id = t.organisation
                          where t.participant = a.id and t.kind = 'wish' order by t.position) as wishes,
                   a.excluded_countries
                     || array(select w.code from participant_tie t join organisation_brief w on w.id = t.organisation
                               where t.participant = a.id and t.kind = 'excluded' order by t.position) as excluded,
                   a.status, a.left_on as left, a.note,
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
            var status =
                    row.text("status").isEmpty() ? Standing.PARTICIPANT.code() : row.oneOf("status", Standing.class);
            var setting = row.list("setting");
            if (!Coded.codes(Setting.class).containsAll(setting)) {
                row.fault("setting", "knows only " + String.join(", ", Coded.codes(Setting.class)));
            }
            var wishes = bodies(row, "wishes", row.list("wishes"));
            var countries = row.list("excluded").stream()
                    .filter(ParticipantTable::isCountry)
                    .toList();
            var excluded = bodies(
                    row,
                    "excluded",
                    row.list("excluded").stream()
                            .filter(code -> !isCountry(code))
                            .toList());
            if (wishes.size() > Preferences.MOST || excluded.size() > Preferences.MOST) {
                row.fault(
                        wishes.size() > Preferences.MOST ? "wishes" : "excluded", "names at most " + Preferences.MOST);
            }
            if (wishes.stream().anyMatch(excluded::contains)) {
                row.fault("excluded", "names one that is wished for");
            }
            if (programme == null || body == null || !row.isSound()) {
                continue;
            }
            var participant = sql.sql("""
                insert into participant (id, programme, organisation, programme_group, cohort, capacity_min, capacity_max,
                       languages, staff_days, first_timer, setting, excluded_countries, status, left_on, note)
                values (:id, :programme, :organisation,
                       (select id from programme_group_brief where programme = :programme and code = :group), :cohort,
                       :least, :most, :languages, :staffDays,
                       :firstTimer, :setting, :countries, :status, :left, :note)
                on conflict (programme, organisation, cohort) do update set programme_group = excluded.programme_group,
                       capacity_min = excluded.capacity_min, capacity_max = excluded.capacity_max,
                       languages = excluded.languages, staff_days = excluded.staff_days,
                       first_timer = excluded.first_timer, status = excluded.status, left_on = excluded.left_on,
                       note = excluded.note,
                       setting = case when :tells_setting then excluded.setting else participant.setting end,
                       excluded_countries = case when :tells_excluded then excluded.excluded_countries
                                                 else participant.excluded_countries end
                returning id
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
                    .param("setting", setting.toArray(String[]::new))
                    .param("countries", countries.toArray(String[]::new))
                    .param("tells_setting", row.has("setting"))
                    .param("tells_excluded", row.has("excluded"))
                    .param("status", status)
                    .param("left", left.to())
                    .param("note", row.textOrNull("note"))
                    .query(UUID.class)
                    .single();
            if (row.has("wishes") || row.has("excluded")) {
                participants.tie(new ParticipantId(participant), wishes, excluded);
            }
            sources.cite(row, "participant", row.text("programme") + "/" + row.text("organisation"));
        }
    }

    private static boolean isCountry(String code) {
        return code.matches("[A-Z]{2}");
    }

    private List<OrganisationId> bodies(Row row, String column, List<String> codes) {
        var known = directory.find(codes, Locale.ENGLISH);
        codes.stream()
                .filter(code -> !known.containsKey(code))
                .forEach(code -> row.fault(column, "there is no organisation " + code));
        return codes.stream()
                .filter(known::containsKey)
                .map(code -> Objects.requireNonNull(known.get(code)).id())
                .distinct()
                .toList();
    }
}
