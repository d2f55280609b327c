package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.backup.RestoredFolder;
import org.einlass.server.database.Databases;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnusable;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.feed.Feed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start on a restored data folder. */
final class RestoredFolderTest {
    @TempDir
    Path folder;

    private Congress congress;

    @BeforeEach
    void open() {
        congress = new Congress(Databases.SQLITE, folder);
        congress.guest();
    }

    @AfterEach
    void close() {
        congress.close();
    }

    @Test
    void beginsANewIncarnationOnceAndSaysSoInTheTrail() throws IOException {
        congress.enrol(new DeviceId("kiosk-1"), DeviceKind.KIOSK);
        RosterCursor before = end();
        try (OutputStream marker = Files.newOutputStream(marker())) {
            new BackupManifest(Congress.NINE, 28, 1, 1).write(marker);
        }

        restored().complete();

        RosterCursor after = end();
        assertThat(after.incarnation()).isNotEqualTo(before.incarnation());
        assertThat(marker()).doesNotExist();
        assertThat(congress.count("select count(*) from devices where pending_since is not null and restored_backup = "
                        + Congress.NINE.toEpochMilli()))
                .as("every device waits to be confirmed")
                .isEqualTo(congress.count("select count(*) from devices"))
                .isPositive();
        assertThat(congress.rows("select action, subject from audit_entries"))
                .containsExactly(Map.of("action", "RESTORED", "subject", Congress.NINE.toString()));

        restored().complete();
        assertThat(end().incarnation()).isEqualTo(after.incarnation());
    }

    @Test
    void changesNothingInAFolderThatWasNotRestored() {
        RosterCursor before = end();

        restored().complete();

        assertThat(end()).isEqualTo(before);
    }

    @Test
    void aMarkerThatNobodyCanReadStopsTheStart() throws IOException {
        Files.writeString(marker(), "nonsense");

        assertThatThrownBy(() -> restored().complete())
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("restored.properties");
    }

    @Test
    void aServerOnAnotherDatabaseDoesNotTakeItForTheRestoredOne() throws Exception {
        try (Congress elsewhere = new Congress(Databases.POSTGRESQL, folder);
                OutputStream marker = Files.newOutputStream(marker())) {
            new BackupManifest(Congress.NINE, 28, 1, 1).write(marker);
            Path file = folder.resolve("einlass.db");
            congress.store().copyTo(file, (handle, schema) -> schema);
            RestoredFolder restored = new RestoredFolder(elsewhere.store(), folder, elsewhere.clock);

            assertThatThrownBy(restored::complete)
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("remove the setting database");
            assertThat(marker()).exists();
            assertThat(file).exists();
        }
    }

    @Test
    void anEmptyPostgresqlTakesOverEveryRowOfTheRestoredFile() throws Exception {
        SimulatedDevice kiosk = congress.machine("kiosk-1");
        kiosk.scan(Congress.NORTH, congress.guests(20).get(0).ticket());
        kiosk.deliverAll();
        Path file = folder.resolve("einlass.db");
        congress.store().copyTo(file, (handle, schema) -> schema);
        try (OutputStream marker = Files.newOutputStream(marker())) {
            new BackupManifest(Congress.NINE, 48, 1, 21).write(marker);
        }
        List<String> tables = congress
                .rows("select name from sqlite_master where type = 'table'"
                        + " and name not like 'sqlite_%' and name <> 'flyway_schema_history' order by name")
                .stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();

        try (Store elsewhere = Store.open(Databases.POSTGRESQL.fresh(folder))) {
            new RestoredFolder(elsewhere, folder, congress.clock).complete();

            for (String table : tables) {
                if (!table.equals("audit_entries")) {
                    assertThat(rows(elsewhere, table)).as(table).isEqualTo(rows(congress.store(), table));
                }
            }
            assertThat(rows(elsewhere, "registrations")).isEqualTo(21);
            assertThat(rows(elsewhere, "facts")).isPositive();
            assertThatThrownBy(() -> elsewhere
                            .write(
                                    WriteKey.of(Congress.EVENT),
                                    transaction -> transaction
                                            .handle()
                                            .execute("insert into bookings (event, session, registration, booked_at)"
                                                    + " values ('x', 'x', 'x', 1)"))
                            .toCompletableFuture()
                            .join())
                    .as("references are there again")
                    .isNotNull();
        }
        assertThat(marker()).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void aPowerCutAfterTheRowsAreInPostgresqlKeepsNoStartFromGoingOn() throws Exception {
        Path file = folder.resolve("einlass.db");
        congress.store().copyTo(file, (handle, schema) -> schema);
        try (OutputStream marker = Files.newOutputStream(marker())) {
            new BackupManifest(Congress.NINE, 48, 1, 1).write(marker);
        }
        try (Store elsewhere = Store.open(Databases.POSTGRESQL.fresh(folder))) {
            elsewhere.takeOver(file, folder.resolve("take-over.begun"));
            assertThat(file).as("the power was cut before it was deleted").exists();

            new RestoredFolder(elsewhere, folder, congress.clock).complete();

            assertThat(rows(elsewhere, "registrations")).isEqualTo(1);
            assertThat(rows(elsewhere, "audit_entries")).as("said once").isEqualTo(1);
        }
        assertThat(folder.resolve("take-over.begun")).doesNotExist();
        assertThat(file).doesNotExist();
        assertThat(marker()).doesNotExist();
    }

    private static long rows(Store store, String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private Path marker() {
        return folder.resolve(BackupManifest.RESTORED);
    }

    private RestoredFolder restored() {
        return new RestoredFolder(congress.store(), folder, congress.clock);
    }

    private RosterCursor end() {
        return new Feed(congress.store()).end(Congress.EVENT).orElseThrow();
    }
}
