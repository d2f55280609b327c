package org.einlass.server.database;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;

/** Brings the tables of a database up to this program's version, forward only. */
final class Migrations {
    private final Flyway flyway;

    /**
     * @param byKey what follows a table whose rows lie in the tree of its key; nothing where that is not
     *     known
     */
    Migrations(DataSource database, String byKey) {
        flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:org/einlass/server/database/migration")
                .failOnMissingLocations(true)
                .placeholders(Map.of("by_key", byKey))
                .load();
    }

    /**
     * Migrates, or throws {@link StoreUnusable} where the database is of a newer program or a migration
     * fails.
     */
    void run() {
        try {
            refuseNewerTables();
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreUnusable(
                    "The tables of the database could not be brought up to date (" + firstLine(e) + "). Restore the"
                            + " last backup or ask the maker; nothing was changed by halves.",
                    e);
        }
    }

    /** Whether a newer program than this one has brought the tables up to date. */
    boolean isOfNewerProgram() {
        return Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getState)
                .anyMatch(state -> state.isApplied() && !state.isResolved());
    }

    private void refuseNewerTables() {
        if (isOfNewerProgram()) {
            throw new StoreUnusable(
                    "The database was written by a newer Einlass than this one. Start the newer program, or restore a"
                            + " backup that this one made.",
                    null);
        }
    }

    /** The number of the newest migration that a database of this program has, or its copy. */
    static int newest(Handle handle) {
        return handle.createQuery("""
                        select max(cast(version as integer)) from flyway_schema_history
                        where version is not null and success = true
                        """).mapTo(Integer.class).one();
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
