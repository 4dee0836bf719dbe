package org.interurban.platform.database;

import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the schema to this version, unless a newer version has changed it in ways that this one does not know. */
@Component
class SchemaOfThisVersion implements FlywayMigrationStrategy {

    /** A migration's number says its floor, so one that is unknown here may be numbered below ours. */
    private static final Set<MigrationState> UNKNOWN = Set.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    @Override
    public void migrate(Flyway flyway) {
        var newer = Arrays.stream(flyway.info().applied())
                .filter(migration -> UNKNOWN.contains(migration.getState()))
                .map(MigrationInfo::getDescription)
                .toList();
        if (!newer.isEmpty()) {
            throw new CannotStart(
                    "The data were last used by a newer version of Interurban, which made changes that this version does not know: %s."
                            .formatted(String.join(", ", newer)),
                    "Start that version or a later one. Nothing was changed.");
        }
        flyway.migrate();
    }
}
