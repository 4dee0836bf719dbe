package org.interurban.platform.gazetteer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which state of the shipped files the tables hold. */
@Repository
class ReferenceFiles {

    private final JdbcClient sql;

    ReferenceFiles(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isLoaded(Resource file) {
        return sql.sql("select exists (select from reference_file where name = ? and digest = ?)")
                .params(name(file), digest(file))
                .query(Boolean.class)
                .single();
    }

    void loaded(Resource file) {
        sql.sql("""
            insert into reference_file (name, digest) values (?, ?)
            on conflict (name) do update set digest = excluded.digest
            """).params(name(file), digest(file)).update();
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    private static String digest(Resource file) {
        var sum = new CRC32();
        try {
            sum.update(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().toHexDigits(sum.getValue());
    }
}
