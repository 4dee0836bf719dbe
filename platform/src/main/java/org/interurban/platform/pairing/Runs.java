package org.interurban.platform.pairing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.interurban.pairing.Engine;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All runs with what they were computed from. */
@Repository
class Runs {

    private static final String SELECT = """
        select id, round, scoring, number, engine_version, at, by_account, objective, proof, rules, locks, result
          from pairing_run
        """;

    /** A run as the choice between runs shows it. */
    record Line(int number, OffsetDateTime at, int locks, int pairs, long objective) {}

    /** The newest run, and the locks that its round has now. */
    record WithLocks(Run run, List<RoundLock> locks) {}

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Runs(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    Optional<Run> newest(RoundId round) {
        return sql.sql(SELECT + " where round = ? order by number desc limit 1")
                .param(round.value())
                .query(this::run)
                .optional();
    }

    Optional<WithLocks> newestWithLocks(RoundId round) {
        return sql.sql("""
            select r.id, r.round, r.scoring, r.number, r.engine_version, r.at, r.by_account, r.objective, r.proof, r.rules, r.locks,
                   r.result,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                              'a', k.a, 'b', k.b, 'kind', upper(replace(k.kind, '-', '_')), 'reason', k.reason, 'by', k.by_account)
                              order by k.at, k.id), '[]')
                      from pairing_lock k where k.round = r.round) as held
              from pairing_run r where r.round = ? order by r.number desc limit 1
            """)
                .param(round.value())
                .query((rs, row) -> new WithLocks(run(rs, row), locks(rs.getString("held"))))
                .optional();
    }

    Optional<Run> find(RoundId round, int number) {
        return sql.sql(SELECT + " where round = ? and number = ?")
                .params(round.value(), number)
                .query(this::run)
                .optional();
    }

    Optional<Run> find(RunId id) {
        return sql.sql(SELECT + " where id = ?").param(id).query(this::run).optional();
    }

    private Run run(ResultSet rs, int row) throws SQLException {
        return new Run(
                new RunId(rs.getObject("id", UUID.class)),
                new RoundId(rs.getObject("round", UUID.class)),
                new ScoringId(rs.getObject("scoring", UUID.class)),
                rs.getInt("number"),
                rs.getString("engine_version"),
                rs.getObject("at", OffsetDateTime.class),
                Identifier.ofNullable(rs.getObject("by_account", UUID.class), AccountId::new),
                rs.getLong("objective"),
                rs.getString("proof").equals("exact"),
                json.readValue(rs.getString("rules"), Rules.class),
                locks(rs.getString("locks")),
                json.readValue(rs.getString("result"), Run.Result.class));
    }

    private List<RoundLock> locks(String kept) {
        return json.readValue(kept, new TypeReference<List<RoundLock>>() {});
    }

    List<Line> of(RoundId round) {
        return sql.sql("""
            select number, at, jsonb_array_length(locks) as locks, jsonb_array_length(result -> 'pairs') as pairs, objective
              from pairing_run where round = ? order by number desc limit 50
            """).param(round.value()).query(Line.class).list();
    }

    Run insert(
            RoundId round,
            ScoringId scoring,
            @Nullable AccountId by,
            Rules rules,
            List<RoundLock> locks,
            Solving.Found.Solved solved) {
        var id = RunId.next();
        var at = now();
        var number = sql.sql("""
            insert into pairing_run (id, round, scoring, number, engine_version, at, by_account, objective, proof, rules,
                   locks, result, certificate)
            select :id, :round, :scoring, coalesce(max(number), 0) + 1, :engine, :at, :by, :objective, :proof,
                   :rules::jsonb, :locks::jsonb, :result::jsonb, :certificate
              from pairing_run where round = :round
            returning number
            """)
                .param("id", id)
                .param("round", round.value())
                .param("scoring", scoring)
                .param("engine", Engine.VERSION)
                .param("at", at)
                .param("by", by)
                .param("objective", solved.objective())
                .param("proof", solved.exact() ? "exact" : "bound")
                .param("rules", json.writeValueAsString(rules))
                .param("locks", json.writeValueAsString(locks))
                .param("result", json.writeValueAsString(solved.result()))
                .param("certificate", packed(solved.certificate()))
                .query(Integer.class)
                .single();
        return new Run(
                id,
                round,
                scoring,
                number,
                Engine.VERSION,
                at,
                by,
                solved.objective(),
                solved.exact(),
                rules,
                locks,
                solved.result());
    }

    void setRobust(Run run, Run.Result result) {
        sql.sql("update pairing_run set result = :result::jsonb where id = :id")
                .param("result", json.writeValueAsString(result))
                .param("id", run.id())
                .update();
    }

    byte[] certificate(Run run) {
        return unpacked(sql.sql("select certificate from pairing_run where id = ?")
                .param(run.id())
                .query(byte[].class)
                .single());
    }

    void insert(RoundId round, Scoring scoring) {
        sql.sql("""
            insert into pairing_scoring (id, round, at, input, scores, directions)
            values (:id, :round, :at, :input::jsonb, :scores, :directions)
            """)
                .param("id", scoring.id())
                .param("round", round.value())
                .param("at", now())
                .param("input", json.writeValueAsString(scoring.cities()))
                .param("scores", scoring.packed())
                .param(
                        "directions",
                        scoring.directions().isEmpty()
                                ? null
                                : scoring.directions().packed(),
                        Types.BINARY)
                .update();
    }

    Scoring scoring(ScoringId id) {
        return sql.sql("select input, scores, directions from pairing_scoring where id = ?")
                .param(id)
                .query((rs, row) -> Scoring.unpacked(
                        id,
                        json.readValue(rs.getString("input"), new TypeReference<List<RoundCity>>() {}),
                        rs.getBytes("scores"),
                        directions(rs.getBytes("directions"))))
                .single();
    }

    private static Directions directions(byte @Nullable [] packed) {
        return packed == null ? Directions.none() : Directions.unpacked(packed);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var zip = fast(out)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A certificate of all scores is megabytes, and someone waits for it; packing it well would take the longest of all. */
    private static OutputStream fast(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    private static byte[] unpacked(byte[] packed) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return zip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
