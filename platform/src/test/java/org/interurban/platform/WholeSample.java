package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.interurban.platform.archive.RecordImport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole sample network, loaded once for all tests that read it; they change it only in transactions they take back. */
@Component
public class WholeSample {

    private final RecordImport records;
    private final JdbcClient sql;
    private final TransactionTemplate apart;
    private int loads;

    WholeSample(RecordImport records, JdbcClient sql, PlatformTransactionManager transactions) {
        this.records = records;
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    public synchronized void load() {
        apart.executeWithoutResult(outside -> {
            if (!sql.sql("select exists (select from plan_item where code = 'IURC-Seoul-Dublin-01')")
                    .query(Boolean.class)
                    .single()) {
                try {
                    loads++;
                    assertThat(SampleNetwork.load(records)).isInstanceOf(RecordImport.Outcome.Imported.class);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    int loads() {
        return loads;
    }
}
