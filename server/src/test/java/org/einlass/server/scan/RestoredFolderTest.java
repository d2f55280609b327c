package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.server.backup.RestoredFolder;
import org.einlass.server.database.Databases;
import org.einlass.server.database.StoreUnusable;
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
    void aServerOnAnotherDatabaseDoesNotTakeItForTheRestoredOne() throws IOException {
        try (Congress elsewhere = new Congress(Databases.POSTGRESQL, folder);
                OutputStream marker = Files.newOutputStream(marker())) {
            new BackupManifest(Congress.NINE, 28, 1, 1).write(marker);
            RestoredFolder restored = new RestoredFolder(elsewhere.store(), folder, elsewhere.clock);

            assertThatThrownBy(restored::complete)
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("Remove the setting database");
            assertThat(marker()).exists();
        }
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
