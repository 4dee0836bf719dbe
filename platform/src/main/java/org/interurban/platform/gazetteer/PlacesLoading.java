package org.interurban.platform.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the places of the world into their table, all at once: whoever looks meanwhile sees the places of before. */
@Component
class PlacesLoading {

    /** Rounded up; the last step of the progress bar may be a little early. */
    static final int PLACES = 135_000;

    private static final int STEP = 5_000;
    private static final ClassPathResource FILE = new ClassPathResource("reference/places.csv.gz");

    private final JdbcClient sql;
    private final DataSource source;
    private final ReferenceFiles files;

    PlacesLoading(JdbcClient sql, DataSource source, ReferenceFiles files) {
        this.sql = sql;
        this.source = source;
        this.files = files;
    }

    boolean isDone() {
        return files.isLoaded(FILE);
    }

    @Transactional
    void load(IntConsumer progress) {
        if (isDone()) {
            return;
        }
        sql.sql("delete from place").update();
        copy(progress);
        files.loaded(FILE);
    }

    /** The file's columns are id, name, plain name, country, administrative unit, population, latitude, longitude, time zone. */
    private void copy(IntConsumer progress) {
        sql.sql("""
            create temporary table incoming_place (id bigint, name text, plain_name text, country text, admin text,
              population bigint, latitude double precision, longitude double precision, time_zone text)
              on commit drop
            """).update();
        var connection = DataSourceUtils.getConnection(source);
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(FILE.getInputStream()), StandardCharsets.UTF_8))) {
            lines.readLine();
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy incoming_place from stdin with (format csv)");
            var count = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                if (++count % STEP == 0) {
                    progress.accept(Math.min(count, PLACES));
                }
            }
            copy.endCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The places could not be loaded", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        sql.sql("""
            insert into place (id, name, plain_name, country, population, latitude, longitude, time_zone)
            select p.id, p.name, coalesce(p.plain_name, p.name), p.country, nullif(p.population, 0), p.latitude,
                   p.longitude, p.time_zone
              from incoming_place p join country c on c.code = p.country
            """).update();
        progress.accept(PLACES);
    }
}
