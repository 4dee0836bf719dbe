package org.interurban.platform.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All rounds with the locks of their next run. */
@Repository
class Rounds {

    private static final String SELECT = """
        select r.id, r.programme, p.code as programme_code,
               coalesce(p.abbreviation, in_language(p.name, p.name_translations, :language)) as programme_name, r.name,
               r.state, r.form, r.side_a, r.side_b, r.rules, r.run, r.answers_by, r.asked_by,
               r.unheard, r.published_at, r.published_by,
               b.name as publisher, r.version
          from pairing_round r
          join programme_brief p on p.id = r.programme
          left join account_brief b on b.id = r.published_by
        """;

    /** A round as a list shows it. */
    record Line(
            RoundId id,
            String programme,
            String name,
            String state,
            String sideA,
            String sideB,
            int runs,
            @Nullable Integer pairs,
            @Nullable Long objective,
            OffsetDateTime madeAt) {

        public double total() {
            return objective == null ? 0 : objective / 1e6;
        }
    }

    static final ListSql<Line> LIST = ListSql.of("""
        select r.id, p.code as programme, r.name, r.state, r.side_a, r.side_b, coalesce(n.number, 0) as runs,
               jsonb_array_length(n.result -> 'pairs') as pairs, n.objective, r.made_at
          from pairing_round r
          join programme_brief p on p.id = r.programme
          left join lateral (select number, result, objective from pairing_run
                              where round = r.id and (r.run is null or id = r.run)
                              order by number desc limit 1) n on true
        """, Line.class)
            .search("r.name")
            .filter("programme", "p.code = :programme")
            .filter("state", "r.state = :state")
            .sort("name", "lower(name)")
            .sort("state", "state")
            .sort("made", "made_at")
            .usually("made_at desc, id");

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Rounds(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    Slice<Line> list(ListQuery query) {
        return LIST.run(sql, query);
    }

    Optional<Round> find(RoundId id, Locale locale) {
        return sql.sql(SELECT + " where r.id = :id")
                .param("language", locale.getLanguage())
                .param("id", id)
                .query(this::round)
                .optional();
    }

    /** The round as it stands now; until the transaction ends, whoever else wants to run, lock or move it waits. */
    Round alone(RoundId id) {
        return sql.sql(SELECT + " where r.id = :id for update of r")
                .param("language", Locale.ENGLISH.getLanguage())
                .param("id", id.value())
                .query(this::round)
                .single();
    }

    private Round round(ResultSet rs, int row) throws SQLException {
        return new Round(
                new RoundId(rs.getObject("id", UUID.class)),
                new ProgrammeId(rs.getObject("programme", UUID.class)),
                rs.getString("programme_code"),
                rs.getString("programme_name"),
                rs.getString("name"),
                state(rs),
                rs.getString("form").equals("pool"),
                rs.getString("side_a"),
                rs.getString("side_b"),
                json.readValue(rs.getString("rules"), Rules.class),
                rs.getString("unheard"),
                rs.getInt("version"));
    }

    private static RoundState state(ResultSet rs) throws SQLException {
        var published = rs.getObject("published_at", OffsetDateTime.class);
        return RoundState.of(
                Coded.of(RoundStage.class, rs.getString("state")),
                Identifier.ofNullable(rs.getObject("run", UUID.class), RunId::new),
                rs.getObject("answers_by", LocalDate.class),
                Identifier.ofNullable(rs.getObject("asked_by", UUID.class), AccountId::new),
                published == null ? null : published.toInstant(),
                Identifier.ofNullable(rs.getObject("published_by", UUID.class), AccountId::new),
                rs.getString("publisher"));
    }

    void insert(Round round) {
        sql.sql("""
            insert into pairing_round (id, programme, name, state, form, side_a, side_b, rules, made_at)
            values (:id, :programme, :name, :state, :form, :sideA, :sideB, :rules::jsonb, :at)
            """)
                .param("id", round.id())
                .param("programme", round.programme())
                .param("name", round.name())
                .param("state", round.state().code())
                .param("form", round.pool() ? "pool" : "sides")
                .param("sideA", round.sideA())
                .param("sideB", round.sideB())
                .param("rules", json.writeValueAsString(round.rules()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the draft was still at the version from which the change was made. */
    boolean updateDraft(Round round) {
        return sql.sql("""
            update pairing_round
               set name = :name, form = :form, side_a = :sideA, side_b = :sideB, rules = :rules::jsonb,
                   version = version + 1
             where id = :id and version = :version and state = 'draft'
            """)
                        .param("id", round.id())
                        .param("name", round.name())
                        .param("form", round.pool() ? "pool" : "sides")
                        .param("sideA", round.sideA())
                        .param("sideB", round.sideB())
                        .param("rules", json.writeValueAsString(round.rules()))
                        .param("version", round.version())
                        .update()
                == 1;
    }

    /** Whether the round was still as far as it was shown. */
    boolean move(Round round, RoundState to) {
        var published = to instanceof RoundState.Published state ? state : null;
        var proposed = to instanceof RoundState.Proposed state ? state : null;
        return sql.sql("""
            update pairing_round
               set state = :to, run = :run, published_at = :at, published_by = :by,
                   answers_by = case when :asks then :until::date when :to <> 'draft' then answers_by end,
                   asked_by = case when :asks then :asker::uuid when :to <> 'draft' then asked_by end,
                   unheard = case when :to in ('confirmed', 'published') then unheard end, version = version + 1
             where id = :id and state = :from
            """)
                        .param("id", round.id())
                        .param("from", round.state().stage())
                        .param("to", to.stage())
                        .param("run", to instanceof RoundState.Shown shown ? shown.run() : null)
                        .param("asks", proposed != null)
                        .param("until", proposed == null ? null : proposed.until())
                        .param("asker", proposed == null ? null : proposed.askedBy())
                        .param("at", published == null ? null : published.at().atOffset(ZoneOffset.UTC))
                        .param("by", published == null ? null : published.by())
                        .update()
                == 1;
    }

    /** Why the pairs are confirmed although no city has agreed. */
    void keepUnheard(RoundId round, String reason) {
        sql.sql("update pairing_round set unheard = ? where id = ?")
                .params(reason, round.value())
                .update();
    }

    List<RoundLock> locks(RoundId round) {
        return sql.sql("select a, b, kind, reason, by_account from pairing_lock where round = ? order by at, id")
                .param(round.value())
                .query((rs, row) -> new RoundLock(
                        rs.getString("a"),
                        rs.getString("b"),
                        RoundLock.Kind.of(rs.getString("kind")),
                        rs.getString("reason"),
                        Identifier.ofNullable(rs.getObject("by_account", UUID.class), AccountId::new)))
                .list();
    }

    void lock(RoundId round, RoundLock lock) {
        sql.sql("""
            insert into pairing_lock (id, round, a, b, kind, reason, by_account, at)
            values (:id, :round, :a, :b, :kind, :reason, :by, :at)
            """)
                .param("id", Identifier.next())
                .param("round", round.value())
                .param("a", lock.a())
                .param("b", lock.b())
                .param("kind", lock.kind().code())
                .param("reason", lock.reason())
                .param("by", lock.by())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps those of the locks that the round does not have yet. */
    void hold(RoundId round, List<RoundLock> locks) {
        sql.sql("""
            insert into pairing_lock (id, round, a, b, kind, reason, by_account, at)
            select gen_random_uuid(), :round, l.a, l.b, l.kind, l.reason, l.by, :at
              from jsonb_to_recordset(:locks::jsonb) as l (a text, b text, kind text, reason text, by uuid)
             where not exists (select from pairing_lock k where k.round = :round and (k.a, k.b) in ((l.a, l.b), (l.b, l.a)))
            """)
                .param("round", round.value())
                .param(
                        "locks",
                        json.writeValueAsString(locks.stream()
                                .map(lock ->
                                        new Held(lock.a(), lock.b(), lock.kind().code(), lock.reason(), lock.by()))
                                .toList()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Held(
            String a,
            String b,
            String kind,
            String reason,
            @Nullable AccountId by) {}

    boolean unlock(RoundId round, String one, String other) {
        return sql.sql("delete from pairing_lock where round = ? and (a, b) in ((?, ?), (?, ?))")
                        .params(round.value(), one, other, other, one)
                        .update()
                > 0;
    }
}
