package org.einlass.server.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.code.RecoveryKey;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupSettings;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.erasure.AcknowledgedErasures;
import org.einlass.server.erasure.ErasedList;
import org.einlass.server.erasure.ErasureReason;
import org.einlass.server.erasure.ErasureService;
import org.einlass.server.erasure.RestoredErasures;
import org.einlass.server.registration.RegistrationErasures;
import org.einlass.server.registration.change.EndedSubstitutions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever was erased after a backup does not come back with it. */
final class RestoredErasuresTest {
    @TempDir
    Path folder;

    private Congress congress;
    private BackupService backups;
    private Path stick;
    private Path newBox;
    private RegistrationId gone;
    private RegistrationId stays;
    private boolean seenAtADoor;

    @BeforeEach
    void eraseAfterABackup() throws IOException {
        congress = new Congress(Databases.SQLITE, folder);
        Path keys = Files.createDirectories(folder.resolve("data/keys"));
        Files.writeString(
                keys.resolve("recovery.pub"),
                RecoveryKey.next(new Random(5)).publicKey().base64());
        stick = Files.createDirectories(folder.resolve("stick"));
        newBox = Files.createDirectories(folder.resolve("new-box"));
        backups = new BackupService(
                congress.store(),
                new BackupSettings(folder.resolve("data"), stick, Duration.ofHours(6), 3),
                Runnable::run,
                congress.clock);
        gone = congress.guest().registration();
        stays = congress.guest().registration();
        congress.execute("update registrations set family_name = 'Zwitschfink' where id = ?", gone.toString());
        Congress.await(backups.make());
        try {
            congress.store().copyTo(newBox.resolve("einlass.db"), (handle, schema) -> schema);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        congress.after(Duration.ofHours(1));
        erasures(congress.store()).person(Congress.EVENT, gone);
    }

    @AfterEach
    void close() {
        congress.close();
    }

    private ErasureService erasures(Store store) {
        return new ErasureService(
                store,
                new RegistrationErasures(congress.codes(), new Random(3)),
                new EndedSubstitutions(congress.enrolment(congress.services().effects())),
                (handle, event, registration) -> seenAtADoor,
                List.of(event -> list().write()),
                new AcknowledgedErasures(store, congress.dataKeys(), congress.clock),
                backups,
                congress.clock);
    }

    private ErasedList list() {
        return new ErasedList(congress.store(), congress.seal(), backups::state);
    }

    private Path beside() {
        return stick.resolve(BackupManifest.ERASED);
    }

    /** As the launcher's command does. */
    private void takeTheListAlong() throws IOException {
        Files.copy(beside(), newBox.resolve(BackupManifest.ERASED));
    }

    private Store restored() {
        return Store.open("jdbc:sqlite:" + newBox.resolve("einlass.db"));
    }

    private void firstStart(Store store, ServerKey key) {
        new RestoredErasures(erasures(store), key, newBox).run();
    }

    @Test
    void theFirstStartErasesThemAgainAndSaysSo() throws IOException {
        takeTheListAlong();
        assertThat(RestoredErasures.isWaiting(newBox)).isTrue();
        try (Store store = restored()) {
            assertThat(people(store)).containsExactlyInAnyOrder(gone.toString(), stays.toString());

            firstStart(store, congress.seal());

            assertThat(people(store)).containsExactly(stays.toString());
            assertThat(erasures(store).receipts(Congress.EVENT))
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.erasure().reason()).isEqualTo(ErasureReason.RESTORED));
            assertThat(RestoredErasures.isWaiting(newBox)).isFalse();
        }
        assertThat(Files.readString(newBox.resolve("einlass.db"), ISO_8859_1)).doesNotContain("Zwitschfink");
    }

    @Test
    void theListNamesNobodyAndOnlyThisServerReadsIt() throws IOException {
        assertThat(Files.readString(beside())).doesNotContain(gone.toString(), Congress.EVENT.text());
        takeTheListAlong();
        try (Store store = restored()) {
            firstStart(store, ServerKey.of(folder.resolve("another.key")));

            assertThat(people(store))
                    .as("nobody is erased because of another server's list")
                    .hasSize(2);
            assertThat(RestoredErasures.isWaiting(newBox))
                    .as("a person must look")
                    .isTrue();
        }
    }

    @Test
    void aBackupFromAfterTheErasureMakesNoSecondReceipt() throws IOException {
        takeTheListAlong();

        firstStart(congress.store(), congress.seal());

        assertThat(erasures(congress.store()).receipts(Congress.EVENT))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.erasure().reason()).isEqualTo(ErasureReason.REQUESTED));
    }

    @Test
    void whomTheBackupDoesNotHoldIsSettledAtOnce() throws IOException {
        RegistrationId later = congress.guest().registration();
        congress.after(Duration.ofHours(1));
        erasures(congress.store()).person(Congress.EVENT, later);
        takeTheListAlong();
        try (Store store = restored()) {
            firstStart(store, congress.seal());

            assertThat(people(store)).containsExactly(stays.toString());
            assertThat(RestoredErasures.isWaiting(newBox))
                    .as("nothing is left for the next start")
                    .isFalse();
        }
    }

    @Test
    void aTwinThatWasMergedAfterTheBackupDoesNotComeBack() throws IOException {
        RegistrationId remaining = congress.guest().registration();
        congress.execute("update registrations set merged_into = '" + remaining + "' where id = ?", stays.toString());
        congress.after(Duration.ofHours(1));
        erasures(congress.store()).person(Congress.EVENT, remaining);
        takeTheListAlong();
        try (Store store = restored()) {
            firstStart(store, congress.seal());

            assertThat(people(store)).isEmpty();
            assertThat(RestoredErasures.isWaiting(newBox)).isFalse();
        }
    }

    @Test
    void twinsThatTheBackupHoldsTogetherAreErasedOnce() throws IOException, SQLException {
        seenAtADoor = true; // Then their registrations stay, without names.
        RegistrationId remaining = congress.guest().registration();
        congress.execute("update registrations set merged_into = '" + remaining + "' where id = ?", stays.toString());
        Files.delete(newBox.resolve("einlass.db"));
        congress.store().copyTo(newBox.resolve("einlass.db"), (handle, schema) -> schema);
        congress.after(Duration.ofHours(1));
        erasures(congress.store()).person(Congress.EVENT, remaining);
        takeTheListAlong();
        try (Store store = restored()) {
            firstStart(store, congress.seal());

            assertThat(people(store)).isEmpty();
            assertThat(erasures(store).receipts(Congress.EVENT))
                    .extracting(receipt -> receipt.erasure().reason())
                    .containsExactly(ErasureReason.RESTORED, ErasureReason.REQUESTED);
        }
    }

    @Test
    void aWholeEventIsErasedAgain() throws IOException {
        congress.execute("update events set phase = 'CLOSED', version = version + 1");
        erasures(congress.store()).event(Congress.EVENT, ErasureReason.REQUESTED);
        takeTheListAlong();
        try (Store store = restored()) {
            firstStart(store, congress.seal());

            assertThat(people(store)).isEmpty();
        }
    }

    @Test
    void theListForgetsWhatNoBackupHoldsAnyMore() throws IOException {
        assertThat(beside()).exists();
        String before = Files.readString(beside());
        for (int backup = 0; backup < 4; backup++) {
            congress.after(Duration.ofHours(6));
            Congress.await(backups.make());
        }

        list().write();

        assertThat(Files.readString(beside()).length()).isLessThan(before.length());
    }

    private static List<String> people(Store store) {
        return store.read(handle -> handle.createQuery("select id from registrations where family_name <> ''")
                .mapTo(String.class)
                .list());
    }
}
