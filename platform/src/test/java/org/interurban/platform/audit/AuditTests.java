package org.interurban.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.audit.Verdict.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class AuditTests {

    private static final Audit.Subject SUBJECT = new Audit.Subject("programme", "AUDIT-1");

    @Autowired
    Audit audit;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void putBack() {
        asOwner("update audit_act set details = '{\"why\": \"first\"}' where details ->> 'why' = 'changed'");
    }

    @Test
    void isValidAfterManySeals() {
        var before = valid();

        recordAndSeal("first");
        recordAndSeal("second");

        assertThat(valid().acts()).isEqualTo(before.acts() + 2 + before.waiting());
        assertThat(valid().seals()).isGreaterThanOrEqualTo(before.seals() + 2);
        assertThat(valid().sentence()).startsWith("valid, ");
    }

    @Test
    void namesTheActThatWasChanged() {
        var act = recordAndSeal("first");
        recordAndSeal("second");

        asOwner("update audit_act set details = '{\"why\": \"changed\"}' where id = " + act);

        assertThat(audit.verify()).isEqualTo(new Verdict.Wrong(Fault.ACT_CHANGED, sealOf(act), act));
        assertThat(audit.verify().sentence()).contains("act " + act);
    }

    @Test
    void namesTheActThatIsMissing() {
        var act = recordAndSeal("first");
        var seal = sealOf(act);

        inRolledBackTransaction(() -> {
            asOwner("delete from audit_act where id = " + act);

            assertThat(seals.verify()).isEqualTo(new Verdict.Wrong(Fault.ACT_MISSING, seal, act));
        });
    }

    @Test
    void namesTheActThatWasPutUnderASealLater() {
        var act = recordAndSeal("first");
        var seal = sealOf(act);

        inRolledBackTransaction(() -> {
            audit.record("programmes.created", SUBJECT, Map.of());
            var added = newest();
            asOwner("update audit_act set seal = " + seal + " where id = " + added);

            assertThat(seals.verify()).isEqualTo(new Verdict.Wrong(Fault.ACT_ADDED, seal, added));
        });
    }

    @Test
    void namesTheSealThatWasRewrittenOrLost() {
        var act = recordAndSeal("first");
        recordAndSeal("second");
        var seal = sealOf(act);

        inRolledBackTransaction(() -> {
            asOwner("update audit_seal set sealed_at = sealed_at - interval '1 day' where number = " + seal);
            assertThat(seals.verify()).isEqualTo(new Verdict.Wrong(Fault.SEAL_CHANGED, seal, null));
        });
        inRolledBackTransaction(() -> {
            asOwner("update audit_act set seal = null where seal = " + seal);
            asOwner("delete from audit_seal where number = " + seal);
            assertThat(seals.verify()).isEqualTo(new Verdict.Wrong(Fault.SEAL_MISSING, seal, null));
        });
    }

    @Test
    void leavesAnActWhoseTransactionIsStillOpenToALaterSeal() {
        var another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        var late = transaction.execute(status -> {
            audit.record("programmes.created", SUBJECT, Map.of("why", "late"));
            var number = newest();
            another.executeWithoutResult(inner -> {
                audit.record("programmes.created", SUBJECT, Map.of("why", "early"));
            });
            another.executeWithoutResult(inner -> seals.seal());
            return number;
        });
        transaction.execute(status -> seals.seal());

        var early = sql.sql("select min(id) from audit_act where id > :late")
                .param("late", late)
                .query(Long.class)
                .single();
        assertThat(sealOf(late)).isGreaterThan(sealOf(early));
        assertThat(audit.verify()).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void refusesEveryChangeByOrdinaryMeans() {
        var act = recordAndSeal("first");

        assertThatThrownBy(() -> sql.sql("update audit_act set act = 'programmes.closed' where id = :id")
                        .param("id", act)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql.sql("delete from audit_act where id = :id")
                        .param("id", act)
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql.sql("truncate audit_act").update()).hasMessageContaining("never changed");
    }

    @Test
    void belongsToTheTransactionOfTheDeed() {
        assertThatThrownBy(() -> audit.record("programmes.created", SUBJECT, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);

        var key = UUID.randomUUID().toString();
        inRolledBackTransaction(
                () -> audit.record("programmes.created", new Audit.Subject("programme", key), Map.of()));

        assertThat(sql.sql("select count(*) from audit_act where subject_key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long recordAndSeal(String why) {
        var act = transaction.execute(status -> {
            audit.record("programmes.created", SUBJECT, Map.of("why", why));
            return newest();
        });
        transaction.execute(status -> seals.seal());
        return act;
    }

    private long newest() {
        return sql.sql("select currval('audit_act_id_seq')").query(Long.class).single();
    }

    private long sealOf(long act) {
        return sql.sql("select seal from audit_act where id = :id")
                .param("id", act)
                .query(Long.class)
                .single();
    }

    private Verdict.Valid valid() {
        return (Verdict.Valid) audit.verify();
    }

    private void inRolledBackTransaction(Runnable deed) {
        transaction.executeWithoutResult(status -> {
            deed.run();
            status.setRollbackOnly();
        });
    }

    /** Who owns the database can go round its triggers; the seals are there for that. */
    private void asOwner(String statement) {
        transaction.executeWithoutResult(status -> {
            sql.sql("set local session_replication_role = replica").update();
            sql.sql(statement).update();
            sql.sql("set local session_replication_role = default").update();
        });
    }
}
