package org.interurban.platform.participants;

import static org.interurban.platform.programmes.ProgrammePermission.PROFILE_EDIT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.NameIndex;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetPermission;
import org.interurban.platform.sheets.SheetTarget.Match;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.sheets.SheetTarget.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The profiles as they are, while one sheet is held against them. */
final class InterestRecords implements Records {

    private static final double SIMILAR = 0.8;

    private final OrganisationCells.Known organisations;
    private final NameIndex programmes = new NameIndex();
    private final NameIndex topics = new NameIndex();
    private final Map<String, String> topicLabels = new HashMap<>();
    private final Map<String, Profile> byParticipant = new HashMap<>();
    private final Map<String, Map<String, String>> byId = new LinkedHashMap<>();

    /** The lines of one participant by what they say, since each row asks for all of them. */
    private record Profile(NameIndex statements, Map<String, List<String>> byTopic) {}

    private InterestRecords(OrganisationCells.Known organisations) {
        this.organisations = organisations;
    }

    /** @param person who must be allowed to bring in sheets and to edit the profiles there, and must see the topics */
    static InterestRecords read(JdbcClient sql, OrganisationCells.Known organisations, Person person) {
        var profiles = new InterestRecords(organisations);
        sql.sql("""
            select p.id, p.code, p.name, p.abbreviation, o.id as city, o.code as organisation
              from programme_brief p
              left join participant a on a.programme = p.id and a.left_on is null
              left join organisation_brief o on o.id = a.organisation
             order by p.code
            """).query(rs -> {
            var programme = new ProgrammeId(rs.getObject("id", UUID.class)).scope();
            var city = rs.getObject("city", UUID.class);
            var scopes = city == null
                    ? new Scope[] {programme}
                    : new Scope[] {programme, Scope.city(new OrganisationId(city))};
            if (person.may(SheetPermission.SHEETS_IMPORT, scopes) && person.may(PROFILE_EDIT, scopes)) {
                for (var called : List.of("code", "name", "abbreviation")) {
                    if (rs.getString(called) != null) {
                        profiles.programmes.add(rs.getString(called), rs.getString("code"));
                    }
                }
                if (city != null) {
                    profiles.byParticipant.put(
                            rs.getString("code") + " " + rs.getString("organisation"),
                            new Profile(new NameIndex(), new HashMap<>()));
                }
            }
        });
        sql.sql("""
            select t.written as topic, t.label, w.word as translation
              from topic_label t
              join topic_seen_by s on s.id = t.id
              left join lateral (select l.value ->> 'text' as word from jsonb_each(t.label_translations) l
                                 union all select unnest(t.alternatives)) w on true
             where %s
             order by not t.usual, t.taxonomy, t.position
            """.formatted(Seen.by(person, "s"))).query(rs -> {
            profiles.addTopic(rs.getString("topic"), rs.getString("label"), rs.getString("translation"));
        });
        sql.sql("""
            select l.id, p.code as programme, o.code as organisation, l.kind, t.written as topic,
                   l.statement, l.grade, l.evidence
              from profile_line l
              join participant a on a.id = l.participant
              join programme_brief p on p.id = a.programme
              join organisation_brief o on o.id = a.organisation
              left join topic_label t on t.id = l.topic
             where a.left_on is null
             order by l.participant, l.position
            """).query(rs -> {
            var values = new LinkedHashMap<String, String>();
            for (var field : List.of("programme", "organisation", "kind", "topic", "statement", "grade", "evidence")) {
                if (rs.getString(field) != null) {
                    values.put(field, rs.getString(field));
                }
            }
            profiles.addLine(rs.getString("id"), values);
        });
        return profiles;
    }

    private void addTopic(String topic, String label, @Nullable String translation) {
        topicLabels.put(topic, label);
        topics.add(label, topic);
        topics.add(topic, topic);
        if (translation != null) {
            topics.add(translation, topic);
        }
    }

    private void addLine(String id, Map<String, String> values) {
        var profile = byParticipant.get(participant(values));
        if (profile != null) {
            byId.put(id, Map.copyOf(values));
            profile.statements().add(values.getOrDefault("statement", ""), id);
            profile.byTopic()
                    .computeIfAbsent(values.getOrDefault("topic", ""), key -> new ArrayList<>())
                    .add(id);
        }
    }

    private static String participant(Map<String, String> values) {
        return values.get("programme") + " " + values.get("organisation");
    }

    @Override
    public Reading read(SheetField field, String cell) {
        return switch (field.name()) {
            case "organisation" -> organisations.read(cell);
            case "programme" -> named(cell, programmes.same(cell), programmes, "unknown-programme");
            case "topic" -> topic(cell);
            default -> field.read(cell);
        };
    }

    /** A code is exact, also where it is the name of others. */
    private static Reading named(String cell, Collection<String> same, NameIndex names, String otherwise) {
        if (same.size() == 1 || same.contains(cell)) {
            return new Reading.Value(same.size() == 1 ? same.iterator().next() : cell);
        }
        return same.isEmpty()
                ? new Reading.Unfit(
                        otherwise,
                        "",
                        names.alike(cell).stream().map(NameIndex.Alike::name).toList())
                : new Reading.Unfit("several-bodies", String.join("; ", same), List.copyOf(same));
    }

    /** Several taxonomies share labels; the topics of cooperation, which come first, are meant before the others. */
    private Reading topic(String cell) {
        var same = topics.same(cell);
        var first = same.isEmpty() ? "" : taxonomy(same.iterator().next());
        return named(
                cell,
                same.stream().filter(topic -> taxonomy(topic).equals(first)).toList(),
                topics,
                "unknown-topic");
    }

    private static String taxonomy(String topic) {
        return topic.substring(0, topic.indexOf(':'));
    }

    @Override
    public Map<String, Reading.Unfit> check(Map<String, String> values) {
        if (!byParticipant.containsKey(participant(values))) {
            return Map.of("organisation", new Reading.Unfit("no-participant", values.getOrDefault("programme", "")));
        }
        return values.containsKey("topic") || values.containsKey("statement")
                ? Map.of()
                : Map.of("statement", new Reading.Unfit("topic-or-statement", ""));
    }

    @Override
    public Match match(Map<String, String> values) {
        var profile = byParticipant.get(participant(values));
        if (profile == null) {
            return new Match.Unknown();
        }
        var topic = values.get("topic");
        var statement = values.getOrDefault("statement", "");
        var same = topic != null
                ? profile.byTopic().getOrDefault(topic, List.of())
                : List.copyOf(profile.statements().same(statement));
        var sameKind = same.stream()
                .filter(id -> value(id, "kind").equals(values.getOrDefault("kind", "interest")))
                .toList();
        return Match.among(same, sameKind, () -> profile.statements().alike(statement, SIMILAR));
    }

    private String value(String id, String field) {
        return byId.getOrDefault(id, Map.of()).getOrDefault(field, "");
    }

    @Override
    public String identity(Map<String, String> values) {
        return String.join(
                " ",
                participant(values),
                values.getOrDefault("kind", "interest"),
                values.getOrDefault("topic", Likeness.fold(values.getOrDefault("statement", ""))));
    }

    @Override
    public Collection<String> keys() {
        return byId.keySet();
    }

    @Override
    public @Nullable Map<String, String> values(String record) {
        return byId.get(record);
    }

    @Override
    public String called(String field, String value) {
        return switch (field) {
            case "organisation" -> organisations.label(value);
            case "topic" -> topicLabels.getOrDefault(value, value);
            default -> value;
        };
    }

    @Override
    public String label(String record) {
        var statement = value(record, "statement");
        var topic = value(record, "topic");
        return "%s, %s: %s"
                .formatted(
                        organisations.label(value(record, "organisation")),
                        value(record, "programme"),
                        statement.isEmpty() ? topicLabels.getOrDefault(topic, topic) : statement);
    }
}
