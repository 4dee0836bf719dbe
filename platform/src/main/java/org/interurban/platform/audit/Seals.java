package org.interurban.platform.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the acts that no seal holds yet, batch after batch, each seal with the hash of the one before.
 *
 * <p>A batch is whatever is committed and unsealed, so an act whose transaction commits late is in a later seal and never
 * missed. Order is kept where it means something: an act that was done in knowledge of another one was written after the
 * other had been committed; so its number is higher, and no batch can hold it without the other being sealed before or with it.
 */
@Component
class Seals {

    static final int BATCH = 5_000;
    private static final byte[] BEFORE_THE_FIRST = new byte[32];

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Seals(JdbcClient sql, Clock clock, TransactionTemplate transaction) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param digests of the acts, one after the other, 32 bytes each */
    record Seal(long number, Instant at, long[] acts, byte[] digests, byte[] previous, byte[] hash) {

        static Seal of(long number, Instant at, List<Act> acts, byte[] previous) {
            var digests = new ByteArrayOutputStream();
            acts.forEach(act -> digests.writeBytes(act.digest()));
            var ids = acts.stream().mapToLong(Act::id).toArray();
            return new Seal(
                    number,
                    at,
                    ids,
                    digests.toByteArray(),
                    previous,
                    hash(number, at, ids, digests.toByteArray(), previous));
        }

        private static byte[] hash(long number, Instant at, long[] acts, byte[] digests, byte[] previous) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.writeLong(number);
                out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
                out.writeInt(acts.length);
                for (var act : acts) {
                    out.writeLong(act);
                }
                out.write(digests);
                out.write(previous);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return sha256().digest(bytes.toByteArray());
        }

        boolean isWhole() {
            return Arrays.equals(hash, hash(number, at, acts, digests, previous));
        }

        byte[] digest(int position) {
            return Arrays.copyOfRange(digests, 32 * position, 32 * (position + 1));
        }
    }

    @Bean
    RecurringTask<Void> sealAuditTrail() {
        return Tasks.recurring("seal-audit-trail", FixedDelay.ofMinutes(1)).execute((instance, context) -> {
            while (Boolean.TRUE.equals(transaction.execute(status -> seal()))) {
                // until nothing waits
            }
        });
    }

    /** Writes one seal over what waits; false where nothing does. */
    @Transactional
    boolean seal() {
        sql.sql("lock table audit_seal in exclusive mode").update();
        var last = sql.sql("select * from audit_seal order by number desc limit 1")
                .query(Seals::readSeal)
                .optional();
        var acts = acts("where seal is null order by id limit " + BATCH, Map.of());
        if (acts.isEmpty()) {
            return false;
        }
        var seal = Seal.of(
                last.map(Seal::number).orElse(0L) + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                acts,
                last.map(Seal::hash).orElse(BEFORE_THE_FIRST));
        sql.sql("""
            insert into audit_seal (number, sealed_at, acts, digests, previous, hash)
            values (:number, :at, :acts, :digests, :previous, :hash)
            """)
                .param("number", seal.number())
                .param("at", seal.at().atOffset(ZoneOffset.UTC))
                .param("acts", seal.acts())
                .param("digests", seal.digests())
                .param("previous", seal.previous())
                .param("hash", seal.hash())
                .update();
        sql.sql("update audit_act set seal = :number where id = any(:acts)")
                .param("number", seal.number())
                .param("acts", seal.acts())
                .update();
        return true;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Verdict verify() {
        var acts = 0L;
        var previous = BEFORE_THE_FIRST;
        var numbers = sql.sql("select number from audit_seal order by number")
                .query(Long.class)
                .list();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != i + 1) {
                return new Verdict.Wrong(Verdict.Fault.SEAL_MISSING, i + 1, null);
            }
            var seal = sql.sql("select * from audit_seal where number = :number")
                    .param("number", numbers.get(i))
                    .query(Seals::readSeal)
                    .single();
            var fault = fault(seal, previous);
            if (fault != null) {
                return fault;
            }
            acts += seal.acts().length;
            previous = seal.hash();
        }
        var lost = sql.sql("select min(seal) from audit_act where seal > :last")
                .param("last", numbers.size())
                .query(Long.class)
                .optional();
        if (lost.isPresent()) {
            return new Verdict.Wrong(Verdict.Fault.SEAL_MISSING, lost.get(), null);
        }
        var waiting = sql.sql("select count(*) from audit_act where seal is null")
                .query(Long.class)
                .single();
        return new Verdict.Valid(acts, numbers.size(), waiting, HexFormat.of().formatHex(previous));
    }

    private Verdict.@Nullable Wrong fault(Seal seal, byte[] previous) {
        if (!seal.isWhole()) {
            return new Verdict.Wrong(Verdict.Fault.SEAL_CHANGED, seal.number(), null);
        }
        if (!Arrays.equals(seal.previous(), previous)) {
            return new Verdict.Wrong(Verdict.Fault.CHAIN_BROKEN, seal.number(), null);
        }
        var found = acts(
                        "where seal = :number or id = any(:acts)", Map.of("number", seal.number(), "acts", seal.acts()))
                .stream()
                .collect(Collectors.toMap(Act::id, act -> act, (one, same) -> one, TreeMap::new));
        for (int i = 0; i < seal.acts().length; i++) {
            var act = found.remove(seal.acts()[i]);
            if (act == null) {
                return new Verdict.Wrong(Verdict.Fault.ACT_MISSING, seal.number(), seal.acts()[i]);
            }
            if (!Arrays.equals(act.digest(), seal.digest(i))) {
                return new Verdict.Wrong(Verdict.Fault.ACT_CHANGED, seal.number(), act.id());
            }
        }
        return found.isEmpty() ? null : new Verdict.Wrong(Verdict.Fault.ACT_ADDED, seal.number(), found.firstKey());
    }

    private List<Act> acts(String condition, Map<String, ?> parameters) {
        return sql.sql("""
            select id, happened_at, actor, act, subject_kind, subject_key, details::text as details
              from audit_act
            """ + condition)
                .params(parameters)
                .query((rs, row) -> new Act(
                        rs.getLong("id"),
                        rs.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        Identifier.ofNullable(rs.getObject("actor", UUID.class), AccountId::new),
                        rs.getString("act"),
                        rs.getString("subject_kind"),
                        rs.getString("subject_key"),
                        rs.getString("details")))
                .list();
    }

    private static Seal readSeal(ResultSet rs, int row) throws SQLException {
        return new Seal(
                rs.getLong("number"),
                rs.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                Arrays.stream((Long[]) rs.getArray("acts").getArray())
                        .mapToLong(Long::longValue)
                        .toArray(),
                rs.getBytes("digests"),
                rs.getBytes("previous"),
                rs.getBytes("hash"));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
