package org.interurban.platform.programmes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.intake.Likeness;
import org.interurban.platform.intake.NameIndex;
import org.interurban.platform.intake.SheetField;
import org.interurban.platform.intake.SheetTarget;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cities offer, seek or are interested in, from any sheet: lines of the profiles of those that take part. */
@Component
class InterestSheet implements SheetTarget {

    private static final double SIMILAR = 0.8;

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("offer", "offer"),
            Map.entry("offers", "offer"),
            Map.entry("can share", "offer"),
            Map.entry("제공", "offer"),
            Map.entry("공유 가능", "offer"),
            Map.entry("提供", "offer"),
            Map.entry("seek", "seek"),
            Map.entry("seeks", "seek"),
            Map.entry("need", "seek"),
            Map.entry("needs", "seek"),
            Map.entry("wants to learn", "seek"),
            Map.entry("수요", "seek"),
            Map.entry("필요", "seek"),
            Map.entry("需求", "seek"),
            Map.entry("interest", "interest"),
            Map.entry("interested", "interest"),
            Map.entry("관심", "interest"),
            Map.entry("关注", "interest"),
            Map.entry("関心", "interest"));

    private static final List<SheetField> FIELDS = List.of(
            SheetField.text(
                            "programme",
                            200,
                            "program",
                            "project",
                            "call",
                            "프로그램",
                            "사업",
                            "사업명",
                            "项目",
                            "プログラム",
                            "program kerja",
                            "কর্মসূচি",
                            "कार्यक्रम")
                    .asRequired(),
            SheetField.text(
                            "organisation",
                            200,
                            "city",
                            "organization",
                            "municipality",
                            "participant",
                            "도시",
                            "도시명",
                            "참여 도시",
                            "城市",
                            "都市",
                            "kota",
                            "শহর",
                            "सहर")
                    .asRequired(),
            SheetField.choice("kind", KINDS, "offer or seek", "type", "구분", "유형", "类型", "種別", "jenis", "ধরন", "प्रकार"),
            SheetField.text(
                    "topic", 300, "theme", "area", "subject", "주제", "분야", "관심 분야", "主题", "领域", "テーマ", "分野", "topik",
                    "tema", "বিষয়", "विषय"),
            SheetField.text(
                    "statement",
                    500,
                    "interest",
                    "description",
                    "challenge",
                    "details",
                    "내용",
                    "관심 내용",
                    "설명",
                    "과제",
                    "内容",
                    "说明",
                    "関心事項",
                    "minat",
                    "uraian",
                    "আগ্রহ",
                    "বিবরণ",
                    "रुचि",
                    "विवरण"),
            SheetField.whole(
                    "grade",
                    1,
                    3,
                    "level",
                    "priority",
                    "우선순위",
                    "수준",
                    "等级",
                    "优先级",
                    "優先度",
                    "prioritas",
                    "অগ্রাধিকার",
                    "प्राथमिकता"),
            SheetField.text(
                    "evidence", 500, "proof", "reference", "근거", "사례", "证据", "案例", "根拠", "bukti", "প্রমাণ", "प्रमाण"));

    private final JdbcClient sql;
    private final OrganisationCells organisations;

    InterestSheet(JdbcClient sql, OrganisationCells organisations) {
        this.sql = sql;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "interests";
    }

    @Override
    public List<SheetField> fields() {
        return FIELDS;
    }

    @Override
    public Records records() {
        var profiles = new Profiles(organisations.known());
        sql.sql("select code, name, abbreviation from programme order by code").query(rs -> {
            for (var called : List.of("code", "name", "abbreviation")) {
                if (rs.getString(called) != null) {
                    profiles.programmes.add(rs.getString(called), rs.getString("code"));
                }
            }
        });
        sql.sql("""
            select x.code || ':' || t.code as topic, t.label, l.value ->> 'text' as translation
              from topic t
              join taxonomy x on x.id = t.taxonomy
              left join jsonb_each(t.label_translations) l on true
             order by (x.code <> 'cooperation-topics'), x.code, t.position
            """).query(rs -> {
            profiles.addTopic(rs.getString("topic"), rs.getString("label"), rs.getString("translation"));
        });
        sql.sql("""
            select p.code as programme, o.code as organisation
              from participant a
              join programme p on p.id = a.programme
              join organisation o on o.id = a.organisation
             where a.left_on is null
            """).query(rs -> {
            profiles.byParticipant.putIfAbsent(
                    rs.getString("programme") + " " + rs.getString("organisation"), new ArrayList<>());
        });
        sql.sql("""
            select l.id, p.code as programme, o.code as organisation, l.kind, x.code || ':' || t.code as topic,
                   l.statement, l.grade, l.evidence
              from profile_line l
              join participant a on a.id = l.participant
              join programme p on p.id = a.programme
              join organisation o on o.id = a.organisation
              left join topic t on t.id = l.topic
              left join taxonomy x on x.id = t.taxonomy
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

    @Override
    public String create(Map<String, String> values) {
        var id = Identifier.next();
        sql.sql("""
            insert into profile_line (id, participant, kind, topic, statement, statement_translations, grade,
                   evidence, position)
            select :id, a.id, :kind, t.id, coalesce(:statement, t.label),
                   case when :statement::text is null then t.label_translations else '{}'::jsonb end,
                   :grade::int, :evidence,
                   (select coalesce(max(position), 0) + 1 from profile_line where participant = a.id)
              from (select a.id from participant a
                      join programme p on p.id = a.programme
                      join organisation o on o.id = a.organisation
                     where p.code = :programme and o.code = :organisation and a.left_on is null
                     order by a.cohort desc limit 1) a
              left join (select t.id, t.label, t.label_translations, x.code || ':' || t.code as name
                           from topic t join taxonomy x on x.id = t.taxonomy) t on t.name = :topic
            """)
                .param("id", id)
                .param("kind", values.getOrDefault("kind", "interest"))
                .param("statement", values.get("statement"))
                .param("grade", values.get("grade"))
                .param("evidence", values.get("evidence"))
                .param("programme", values.get("programme"))
                .param("organisation", values.get("organisation"))
                .param("topic", values.get("topic"))
                .update();
        return id.toString();
    }

    @Override
    public void update(String record, Map<String, String> values) {
        var id = UUID.fromString(record);
        values.forEach((field, text) -> {
            var change =
                    switch (field) {
                        case "kind" -> "kind = coalesce(:value, 'interest')";
                        case "topic" ->
                            "topic = (select t.id from topic t join taxonomy x on x.id = t.taxonomy"
                                    + " where x.code || ':' || t.code = :value)";
                        case "statement" -> "statement = :value, statement_translations = '{}'";
                        case "grade" -> "grade = :value::int";
                        case "evidence" -> "evidence = :value";
                        default -> throw new IllegalArgumentException("An interest cannot change its " + field);
                    };
            sql.sql("update profile_line set " + change + " where id = :id")
                    .param("value", text.isEmpty() ? null : text)
                    .param("id", id)
                    .update();
        });
        sql.sql("update profile_line set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public void remove(String record) {
        sql.sql("delete from profile_line where id = :id")
                .param("id", UUID.fromString(record))
                .update();
    }

    /** The profiles as they are. */
    private static final class Profiles implements Records {

        private final OrganisationCells.Known organisations;
        private final NameIndex programmes = new NameIndex();
        private final NameIndex topics = new NameIndex();
        private final Map<String, String> topicLabels = new HashMap<>();
        private final Map<String, List<String>> byParticipant = new HashMap<>();
        private final Map<String, Map<String, String>> byId = new HashMap<>();

        private Profiles(OrganisationCells.Known organisations) {
            this.organisations = organisations;
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
            byId.put(id, values);
            byParticipant
                    .computeIfAbsent(participant(values), key -> new ArrayList<>())
                    .add(id);
        }

        private static String participant(Map<String, String> values) {
            return values.get("programme") + " " + values.get("organisation");
        }

        @Override
        public Reading read(SheetField field, String cell) {
            return switch (field.name()) {
                case "organisation" -> organisations.read(cell);
                case "programme" -> named(programmes, cell, "unknown-programme");
                case "topic" -> topic(cell);
                default -> field.read(cell);
            };
        }

        private static Reading named(NameIndex names, String cell, String otherwise) {
            var same = names.same(cell);
            return same.size() == 1
                    ? new Reading.Value(same.iterator().next())
                    : new Reading.Unfit(
                            otherwise,
                            "",
                            names.alike(cell).stream()
                                    .map(NameIndex.Alike::name)
                                    .toList());
        }

        /** Several taxonomies share labels; the topics of cooperation, which come first, are meant before the others. */
        private Reading topic(String cell) {
            var same = topics.same(cell);
            return same.isEmpty()
                    ? named(topics, cell, "unknown-topic")
                    : new Reading.Value(same.iterator().next());
        }

        @Override
        public Map<String, Reading.Unfit> check(Map<String, String> values) {
            if (!byParticipant.containsKey(participant(values))) {
                return Map.of(
                        "organisation", new Reading.Unfit("no-participant", values.getOrDefault("programme", "")));
            }
            return values.containsKey("topic") || values.containsKey("statement")
                    ? Map.of()
                    : Map.of("statement", new Reading.Unfit("topic-or-statement", ""));
        }

        @Override
        public Match match(Map<String, String> values) {
            var lines = byParticipant.getOrDefault(participant(values), List.of());
            var topic = values.get("topic");
            var statement = values.getOrDefault("statement", "");
            var same = lines.stream()
                    .filter(id -> topic != null
                            ? topic.equals(value(id, "topic"))
                            : Likeness.fold(value(id, "statement")).equals(Likeness.fold(statement)))
                    .toList();
            var sameKind = same.stream()
                    .filter(id -> value(id, "kind").equals(values.getOrDefault("kind", "interest")))
                    .toList();
            if (sameKind.size() == 1 || same.size() == 1) {
                return new Match.Known(sameKind.size() == 1 ? sameKind.getFirst() : same.getFirst());
            }
            var alike = same.isEmpty()
                    ? lines.stream()
                            .filter(id -> Likeness.of(value(id, "statement"), statement) >= SIMILAR)
                            .toList()
                    : same;
            return alike.isEmpty() ? new Match.Unknown() : new Match.Doubtful(alike);
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
        public @Nullable Map<String, String> values(String record) {
            return byId.get(record);
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
}
