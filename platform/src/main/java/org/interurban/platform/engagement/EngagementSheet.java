package org.interurban.platform.engagement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.engagement.Engagement.Kind;
import org.interurban.platform.engagement.Engagement.State;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Visits and requests from any sheet, through the same deeds as the form. */
@Component
class EngagementSheet implements SheetTarget {

    private static final List<SheetField> FIELDS = List.of(
            SheetField.text("code", 40, "code", "number", "no", "코드"),
            SheetField.choice(
                            "kind",
                            Map.of(
                                    "courtesy-visit", "courtesy-visit",
                                    "courtesy visit", "courtesy-visit",
                                    "visit", "courtesy-visit",
                                    "예방", "courtesy-visit",
                                    "support-request", "support-request",
                                    "request for support", "support-request",
                                    "request", "support-request",
                                    "지원 요청", "support-request"),
                            "kind",
                            "type",
                            "종류")
                    .asRequired(),
            SheetField.text("title", Engagement.TITLE_LENGTH, "title", "subject", "what", "제목")
                    .asRequired(),
            SheetField.text("initiator", 200, "initiator", "who", "from", "visitor", "asked by", "방문 기관"),
            SheetField.text("addressee", 200, "addressee", "whom", "to", "host", "asked of", "대상 기관"),
            SheetField.day("date", "date", "day", "when", "날짜"),
            SheetField.choice(
                    "state",
                    Map.of(
                            "planned", "planned",
                            "held", "held",
                            "called-off", "called-off",
                            "called off", "called-off",
                            "open", "open",
                            "answered", "answered",
                            "closed", "closed"),
                    "state",
                    "status",
                    "상태"),
            SheetField.text("account", Engagement.ACCOUNT_LENGTH, "account", "notes", "what was said", "내용"));

    private final Engagements engagements;
    private final KeepEngagement keep;
    private final OrganisationCells organisations;
    private final Directory directory;
    private final JdbcClient sql;

    EngagementSheet(
            Engagements engagements,
            KeepEngagement keep,
            OrganisationCells organisations,
            Directory directory,
            JdbcClient sql) {
        this.engagements = engagements;
        this.keep = keep;
        this.organisations = organisations;
        this.directory = directory;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "engagements";
    }

    @Override
    public List<SheetField> fields() {
        return FIELDS;
    }

    @Override
    public Records records() {
        return new Stand(organisations.known());
    }

    @Override
    public List<String> create(List<Map<String, String>> values) {
        return values.stream()
                .map(row -> {
                    var engagement = engagement(Engagement.Id.next(), engagements.nextCode(), row, 0, null);
                    keep.add(engagement);
                    return engagement.code();
                })
                .toList();
    }

    @Override
    public void update(Map<String, Map<String, String>> changes) {
        changes.forEach((code, change) -> engagements.find(code).ifPresent(before -> {
            var values = new LinkedHashMap<>(values(before));
            values.putAll(change);
            keep.change(engagement(before.id(), code, values, before.version(), before));
        }));
    }

    @Override
    public void remove(Collection<String> codes) {
        codes.forEach(code -> engagements.find(code).ifPresent(keep::remove));
    }

    private Engagement engagement(
            Engagement.Id id, String code, Map<String, String> values, int version, @Nullable Engagement before) {
        var kind = Coded.of(Kind.class, values.getOrDefault("kind", ""));
        var state = values.getOrDefault("state", "");
        var title = values.getOrDefault("title", "");
        var account = values.getOrDefault("account", "");
        return new Engagement(
                id,
                code,
                kind,
                state.isEmpty() ? kind.states().iterator().next() : Coded.of(State.class, state),
                before == null ? LocalizedText.of(title) : before.title().reworded(title),
                account.isEmpty()
                        ? null
                        : before == null || before.account() == null
                                ? LocalizedText.of(account)
                                : before.account().reworded(account),
                body(values.get("initiator")).orElse(null),
                body(values.get("addressee")).orElse(null),
                before != null
                                && Objects.equals(
                                        values.get("date"), values(before).get("date"))
                        ? before.when()
                        : PartialPeriod.parse(values.getOrDefault("date", ""), "", null),
                before == null ? List.of() : before.topics(),
                before != null && before.open(),
                version);
    }

    private Optional<OrganisationId> body(@Nullable String code) {
        return code == null || code.isEmpty() ? Optional.empty() : directory.idOf(code);
    }

    /** Without what is unknown. */
    private Map<String, String> values(Engagement engagement) {
        var values = new LinkedHashMap<String, String>();
        values.put("code", engagement.code());
        values.put("kind", engagement.kind().code());
        values.put("title", engagement.title().original());
        put(values, "initiator", codeOf(engagement.initiator()));
        put(values, "addressee", codeOf(engagement.addressee()));
        put(values, "date", engagement.when().code());
        values.put("state", engagement.state().code());
        put(
                values,
                "account",
                engagement.account() == null ? null : engagement.account().original());
        return values;
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }

    private @Nullable String codeOf(@Nullable OrganisationId body) {
        return body == null ? null : engagements.codeOf(body);
    }

    /** The records as they are, while one sheet is held against them. */
    private final class Stand implements Records {

        private final OrganisationCells.Known bodies;

        Stand(OrganisationCells.Known bodies) {
            this.bodies = bodies;
        }

        @Override
        public Reading read(SheetField field, String cell) {
            return field.name().equals("initiator") || field.name().equals("addressee")
                    ? bodies.read(cell)
                    : field.read(cell);
        }

        /** What the record itself would refuse. */
        @Override
        public Map<String, Reading.Unfit> check(Map<String, String> values) {
            try {
                engagement(Engagement.Id.next(), "EN", values, 0, null);
                return Map.of();
            } catch (IllegalArgumentException refused) {
                return Map.of(
                        values.containsKey("state") ? "state" : "initiator",
                        new Reading.Unfit("engagement", String.valueOf(refused.getMessage())));
            }
        }

        @Override
        public Match match(Map<String, String> values) {
            var code = values.getOrDefault("code", "");
            if (engagements.find(code).isPresent()) {
                return new Match.Known(code);
            }
            var same = sql.sql("select code from engagement where lower(title) = lower(?) order by code")
                    .param(values.getOrDefault("title", ""))
                    .query(String.class)
                    .list();
            return same.isEmpty() ? new Match.Unknown() : new Match.Doubtful(same);
        }

        @Override
        public Map<String, String> about(String record, Map<String, String> values) {
            var about = new LinkedHashMap<>(values);
            about.remove("code");
            return about;
        }

        @Override
        public String identity(Map<String, String> values) {
            return String.join(
                    " ",
                    values.getOrDefault("code", ""),
                    values.getOrDefault("kind", ""),
                    Likeness.fold(values.getOrDefault("title", "")),
                    values.getOrDefault("date", ""),
                    values.getOrDefault("initiator", ""),
                    values.getOrDefault("addressee", ""));
        }

        @Override
        public @Nullable Map<String, String> values(String record) {
            return engagements.find(record).map(EngagementSheet.this::values).orElse(null);
        }

        @Override
        public String label(String record) {
            return engagements
                    .find(record)
                    .map(engagement -> engagement.title().original())
                    .orElse(record);
        }
    }
}
