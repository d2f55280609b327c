package org.einlass.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.gate.InstalledRoster;
import org.einlass.kiosk.gate.RosterEntry;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteRosterTest {
    private static final int DOORS = 8;

    @TempDir
    private Path folder;

    private DeviceStore deviceStore;

    @BeforeEach
    void open() {
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
    }

    @AfterEach
    void close() {
        deviceStore.close();
    }

    @Test
    void leadsFromATicketToItsRegistrationAndOpensItsBadge() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 3));

        RosterEntry entry = find(1).orElseThrow();

        assertThat(entry.registration()).isEqualTo(Sample.registration(1));
        assertThat(entry.entitlement().status()).isEqualTo(RegistrationStatus.CONFIRMED);
        assertThat(deviceStore.roster().codes(Sample.registration(1))).containsExactly(entry.code());
        assertThat(badge(entry, Sample.ticket(1))).contains(Sample.badge(1, false));
    }

    @Test
    void keepsABadgeShutToEveryCodeButItsOwn() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 3));
        RosterEntry entry = find(1).orElseThrow();

        assertThat(badge(entry, Sample.ticket(2))).isEmpty();
        assertThat(deviceStore.roster().badge(entry, new ExternalCode("A-17"), Sample.SALT))
                .isEmpty();
    }

    @Test
    void knowsEveryGuestAtEveryMomentWhileANewRosterTakesThePlaceOfTheOld() throws Exception {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService doors = Executors.newFixedThreadPool(DOORS);
        List<Future<Integer>> unknown = Stream.generate(() -> doors.submit(() -> timesUnknown(done)))
                .limit(DOORS)
                .toList();

        for (int roster = 0; roster < 30; roster++) {
            install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        }
        done.set(true);

        for (Future<Integer> door : unknown) {
            assertThat(door.get(1, TimeUnit.MINUTES)).isZero();
        }
        doors.shutdown();
    }

    private int timesUnknown(AtomicBoolean done) {
        int times = 0;
        while (!done.get()) {
            times += find(1).isPresent() ? 0 : 1;
        }
        return times;
    }

    @Test
    void isThereAfterARestart() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 3));

        deviceStore.close();
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());

        assertThat(find(1)).isPresent();
        assertThat(deviceStore.rosterShelf().cursor()).contains(SampleRoster.cursor(7));
    }

    @Test
    void saysWhichRosterItIsAndHowOld() throws IOException {
        assertThat(deviceStore.roster().installed()).isEmpty();

        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));

        InstalledRoster installed = deviceStore.roster().installed().orElseThrow();
        assertThat(installed.number()).isEqualTo(7);
        assertThat(installed.heardAt()).isNotNull();
    }

    @Test
    void isNoRosterOnceItCouldNotBeReadAndIsFetchedAnew() throws IOException, SQLException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        try (Connection disk =
                DriverManager.getConnection("jdbc:sqlite:" + rosterFiles().get(0))) {
            DeviceDatabase.execute(disk, "alter table roster rename column entitlement to lost");
        }

        assertThat(find(1)).isEmpty();

        assertThat(deviceStore.roster().installed()).isEmpty();
        assertThat(deviceStore.rosterShelf().cursor()).isEmpty();
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        assertThat(deviceStore.roster().installed()).isPresent();
        assertThat(find(1)).isPresent();
    }

    @Test
    void isNoRosterAfterAWipe() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));

        deviceStore.destroyAll();

        assertThat(deviceStore.roster().installed()).isEmpty();
    }

    @Test
    void followsChanges() throws IOException {
        install(
                SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1),
                SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1));

        List<RosterRow> rows = List.of(
                SampleRoster.row(1, RegistrationStatus.CANCELLED, 2),
                SampleRoster.gone(2),
                SampleRoster.row(3, RegistrationStatus.CONFIRMED, 1));
        deviceStore.rosterShelf().apply(new RosterChanges(SampleRoster.cursor(9), rows, false));

        assertThat(find(1).orElseThrow().entitlement().status()).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(find(2)).isEmpty();
        assertThat(find(3)).isPresent();
        assertThat(deviceStore.rosterShelf().cursor()).contains(SampleRoster.cursor(9));
    }

    @Test
    void knowsWhomAReplacedCodeLedToUntilItCountsAgainOrGoes() throws IOException {
        RosterRow valid = SampleRoster.row(1, RegistrationStatus.CONFIRMED, 2);
        RosterRow revoked = RosterRow.ofRevoked(valid.code(), valid.registration(), 1);
        install(revoked);
        assertThat(find(1)).contains(new RosterEntry(valid.code(), valid.registration(), 1, null));
        assertThat(deviceStore.roster().codes(valid.registration())).containsExactly(valid.code());

        apply(valid);
        assertThat(find(1).orElseThrow().entitlement()).isEqualTo(valid.entitlement());
        apply(revoked);
        assertThat(find(1).orElseThrow().entitlement()).isNull();
        apply(SampleRoster.gone(1));

        assertThat(find(1)).isEmpty();
        assertThat(deviceStore.roster().codes(valid.registration())).isEmpty();
    }

    @Test
    void leavesNoByteOfWhoWasTakenOutInItsFiles() throws IOException {
        RosterRow second = SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1);
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        apply(second);
        byte[] sealed = Base64.getDecoder().decode(second.sealedBadge());
        assertThat(held(sealed)).isTrue();

        apply(SampleRoster.gone(2));

        assertThat(held(sealed)).isFalse();
        assertThat(held(second.code().hex().getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    private boolean held(byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void lookingAtAllGuestsHoldsUpNobodyWhoLooksOneUpOrChangesOne() throws Exception {
        DataKey key = DataKey.next(1, new Random(1));
        deviceStore.vault().unlock(key);
        int last = 2_500;
        install(IntStream.rangeClosed(1, last)
                .mapToObj(number ->
                        SampleRoster.forDesk(SampleRoster.row(number, RegistrationStatus.CONFIRMED, 1), number, key))
                .toArray(RosterRow[]::new));
        RosterRow changed = SampleRoster.forDesk(SampleRoster.row(last, RegistrationStatus.CONFIRMED, 2), last, key);
        List<RegistrationId> seen = new ArrayList<>();
        List<Boolean> found = new ArrayList<>();
        ExecutorService other = Executors.newSingleThreadExecutor();

        try {
            deviceStore.guests().each(card -> {
                if (seen.isEmpty()) {
                    found.add(await(other.submit(() -> {
                        apply(changed);
                        return deviceStore
                                .guests()
                                .find(Sample.registration(last))
                                .isPresent();
                    })));
                }
                seen.add(card.badge().registration());
            });
        } finally {
            other.shutdownNow();
        }

        assertThat(found).containsExactly(true);
        assertThat(seen).doesNotHaveDuplicates().hasSize(last).contains(Sample.registration(last));
        assertThat(deviceStore.guests().versions()).hasSize(last).containsEntry(Sample.registration(last), 2L);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException stuck) {
            throw new AssertionError("Somebody had to wait for whoever looks at all guests.", stuck);
        }
    }

    private void apply(RosterRow row) throws IOException {
        deviceStore.rosterShelf().apply(new RosterChanges(SampleRoster.cursor(9), List.of(row), false));
    }

    @Test
    void installsTheOthersWhereOneRowCannotBeRead() throws IOException {
        install(unreadable(2), SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));

        assertThat(find(1)).isPresent();
        assertThat(find(2)).isEmpty();
        assertThat(deviceStore.rosterShelf().cursor()).contains(SampleRoster.cursor(7));
    }

    @Test
    void installsTheOthersWhereALineIsNoText() throws IOException {
        byte[] row = SampleRoster.file(List.of(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1)));
        byte[] file = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, 3 + row.length);
        System.arraycopy(row, 0, file, 3, row.length);

        install(file, 2);

        assertThat(find(1)).isPresent();
    }

    @Test
    void knowsNobodyByARowWhoseChangeCannotBeRead() throws IOException {
        install(SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1));

        List<RosterRow> rows = List.of(unreadable(2), SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        deviceStore.rosterShelf().apply(new RosterChanges(SampleRoster.cursor(9), rows, false));

        assertThat(find(1)).isPresent();
        assertThat(find(2)).isEmpty();
        assertThat(deviceStore.rosterShelf().cursor()).contains(SampleRoster.cursor(9));
    }

    @Test
    void replacesTheWholeRosterByANewSnapshotAndLeavesNoOldFile() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        install(SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1));

        assertThat(find(1)).isEmpty();
        assertThat(find(2)).isPresent();
        assertThat(rosterFiles()).hasSize(1);
    }

    @Test
    void leavesNoFileOfARosterThatCouldNotBeInstalledAndGoesOnWithTheOldOne() throws IOException, SQLException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        try (Connection disk = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"))) {
            DeviceDatabase.execute(
                    disk, "create trigger full before insert on kept begin select raise(abort, 'full'); end");
        }

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> install(SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1)))
                    .isInstanceOf(StoreException.class);
        }

        assertThat(find(1)).isPresent();
        assertThat(rosterFiles()).hasSize(1);
    }

    @Test
    void leavesNoFileWhereTheDownloadIsGone() {
        Path gone = folder.resolve("roster-gone.part");
        RosterSnapshot announced = SampleRoster.announcement(SampleRoster.cursor(1), 0, new byte[0]);

        assertThatThrownBy(() -> deviceStore.rosterShelf().install(announced, gone))
                .isInstanceOf(IOException.class);

        assertThat(folder).isDirectoryNotContaining("glob:**roster-*");
    }

    @Test
    void clearsAwayWhatAPowerCutHasLeftHalfDone() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        Files.writeString(folder.resolve("roster-half.db"), "half");
        Files.writeString(folder.resolve("roster-half.part"), "half");

        deviceStore.close();
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());

        assertThat(find(1)).isPresent();
        assertThat(rosterFiles()).hasSize(1);
    }

    @Test
    void isDestroyedWithoutTheJournal() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        deviceStore.journal().write(sequence -> SampleEntries.admitted(sequence, 1, Sample.MORNING));

        deviceStore.rosterShelf().destroy();

        assertThat(find(1)).isEmpty();
        assertThat(rosterFiles()).isEmpty();
        assertThat(deviceStore.outbox().backlog().total()).isEqualTo(1);
    }

    @Test
    void overwritesARosterBeforeItsFileIsDeleted() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        Path file = rosterFiles().get(0);
        Path sameBlocks = Files.createLink(folder.resolve("link"), file);

        deviceStore.rosterShelf().destroy();

        assertThat(file).doesNotExist();
        assertThat(Files.readAllBytes(sameBlocks)).isNotEmpty().containsOnly(0);
    }

    @Test
    void aWipeLeavesTheJournalAndNothingOfTheDoorSheet() throws IOException {
        install(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1));
        deviceStore.keepsakes().keep(Sample.sheet());
        deviceStore.journal().write(sequence -> SampleEntries.admitted(sequence, 1, Sample.MORNING));

        assertThat(deviceStore.destroyAll()).contains("roster", "door-sheet");

        assertThat(deviceStore.keepsakes().doorSheet()).isEmpty();
        assertThat(deviceStore.outbox().backlog().total()).isEqualTo(1);
        for (String name : List.of("journal.db", "journal.db-wal")) {
            String content = new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1);
            assertThat(content).as(name).doesNotContain(Sample.SALT.hex()).doesNotContain("North entrance");
        }
        deviceStore.destroyAll();
    }

    @Test
    void knowsNobodyAndTakesNoChangesBeforeItsFirstSnapshot() {
        assertThat(find(1)).isEmpty();
        assertThat(deviceStore.rosterShelf().cursor()).isEmpty();
        assertThatThrownBy(() ->
                        deviceStore.rosterShelf().apply(new RosterChanges(SampleRoster.cursor(1), List.of(), false)))
                .isInstanceOf(IOException.class);
    }

    private void install(RosterRow... rows) throws IOException {
        install(SampleRoster.file(List.of(rows)), rows.length);
    }

    private void install(byte[] file, int rows) throws IOException {
        Path place = Files.write(deviceStore.rosterShelf().place(), file);
        deviceStore.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(7), rows, file), place);
    }

    private static RosterRow unreadable(int number) {
        RosterRow row = SampleRoster.row(number, RegistrationStatus.CONFIRMED, 1);
        return new RosterRow(row.code(), row.registration(), row.version(), row.entitlement(), "not Base64!");
    }

    private Optional<RosterEntry> find(int number) {
        return deviceStore.roster().find(Sample.SALT.lookupId(Sample.ticket(number)));
    }

    private Optional<BadgeOrder> badge(RosterEntry entry, Code code) {
        return deviceStore.roster().badge(entry, code, Sample.SALT);
    }

    private List<Path> rosterFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("roster-[^.]*\\.(db|part)"))
                    .toList();
        }
    }
}
