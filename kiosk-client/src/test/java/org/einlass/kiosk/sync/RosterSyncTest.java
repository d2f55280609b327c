package org.einlass.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.store.DeviceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RosterSyncTest {
    private final VirtualExecutor loop = new VirtualExecutor(Sample.MORNING);
    private final Registry registry = new Registry();
    private int restores;
    private DeviceStore deviceStore;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        deviceStore = DeviceStore.open(folder, SampleEntries.epoch());
        registry.rows = IntStream.rangeClosed(1, 20)
                .mapToObj(number -> SampleRoster.row(number, RegistrationStatus.CONFIRMED, 1))
                .toList();
        new RosterSync(SyncSettings.USUAL, loop, new Random(5), registry, deviceStore.rosterShelf(), () -> restores++)
                .open();
    }

    @AfterEach
    void close() {
        deviceStore.close();
    }

    @Test
    void fetchesASnapshotPartByPartAndThenFollowsChanges() {
        loop.pass(Duration.ofSeconds(1));
        assertThat(knows(20)).isTrue();
        assertThat(registry.parts).isGreaterThan(3);

        registry.change = List.of(SampleRoster.row(21, RegistrationStatus.CONFIRMED, 1), SampleRoster.gone(20));
        loop.pass(Duration.ofSeconds(5));

        assertThat(knows(21)).isTrue();
        assertThat(knows(20)).isFalse();
        assertThat(deviceStore.rosterShelf().cursor()).contains(new RosterCursor(registry.incarnation, 2));
    }

    @Test
    void goesOnWhereTheNetworkBroke() {
        registry.silentAfterParts = 2;
        loop.pass(Duration.ofSeconds(10));
        assertThat(deviceStore.rosterShelf().cursor()).isEmpty();

        registry.silentAfterParts = Integer.MAX_VALUE;
        int before = registry.parts;
        loop.pass(Duration.ofMinutes(2));

        assertThat(knows(20)).isTrue();
        assertThat(registry.announcements).isEqualTo(1);
        assertThat(before).isEqualTo(2);
    }

    @Test
    void leavesABusyServerAloneForAsLongAsItAsks() {
        registry.silentAfterParts = 1;
        registry.silence = new Reply.Silent<>(NoAnswer.BUSY, Duration.ofSeconds(40));
        loop.pass(Duration.ofSeconds(2));
        registry.silentAfterParts = Integer.MAX_VALUE;

        loop.pass(Duration.ofSeconds(38));
        assertThat(registry.parts).isEqualTo(1);

        loop.pass(Duration.ofSeconds(25));
        assertThat(knows(20)).isTrue();
    }

    @Test
    void installsNoFileWithAWrongChecksumAndTriesAgain() {
        registry.damage = true;
        loop.pass(Duration.ofSeconds(1));
        assertThat(deviceStore.rosterShelf().cursor()).isEmpty();

        registry.damage = false;
        loop.pass(Duration.ofMinutes(1));

        assertThat(knows(1)).isTrue();
    }

    @Test
    void fetchesEverythingAnewFromARestoredServerAndUsesTheOldRosterMeanwhile() {
        loop.pass(Duration.ofSeconds(1));
        registry.incarnation = new UUID(8, 8);
        registry.rows = List.of(SampleRoster.row(50, RegistrationStatus.CONFIRMED, 1));
        registry.silentAfterParts = 0;
        loop.pass(Duration.ofSeconds(20));
        assertThat(restores).isEqualTo(1);
        assertThat(knows(1)).isTrue();

        registry.silentAfterParts = Integer.MAX_VALUE;
        loop.pass(Duration.ofMinutes(2));

        assertThat(knows(50)).isTrue();
        assertThat(knows(1)).isFalse();
        assertThat(restores).isEqualTo(1);
    }

    private boolean knows(int number) {
        return deviceStore
                .roster()
                .find(Sample.SALT.lookupId(Sample.ticket(number)))
                .isPresent();
    }

    /** A server's feed. */
    private static final class Registry implements RosterSource {
        private UUID incarnation = SampleRoster.INCARNATION;
        private List<RosterRow> rows = List.of();
        private List<RosterRow> change = List.of();
        private boolean damage;
        private int silentAfterParts = Integer.MAX_VALUE;
        private Reply<byte[]> silence = new Reply.Silent<>(NoAnswer.UNREACHABLE);
        private int parts;
        private int announcements;

        @Override
        public void fetchSnapshot(Consumer<Reply<RosterSnapshot>> then) {
            announcements++;
            byte[] file = SampleRoster.file(rows);
            then.accept(new Reply.Answered<>(
                    SampleRoster.announcement(new RosterCursor(incarnation, 1), rows.size(), file)));
        }

        @Override
        public void fetchPart(RosterSnapshot snapshot, long from, Consumer<Reply<byte[]>> then) {
            if (parts >= silentAfterParts) {
                then.accept(silence);
                return;
            }
            parts++;
            byte[] file = SampleRoster.file(rows);
            int until = (int) Math.min(file.length, from + 2000);
            byte[] part = Arrays.copyOfRange(file, (int) from, until);
            part[0] ^= (byte) (damage ? 1 : 0);
            then.accept(new Reply.Answered<>(part));
        }

        @Override
        public void fetchChanges(RosterCursor cursor, Consumer<Reply<RosterChanges>> then) {
            if (!cursor.incarnation().equals(incarnation)) {
                then.accept(new Reply.Silent<>(NoAnswer.GONE));
                return;
            }
            long number = change.isEmpty() ? 1 : 2;
            List<RosterRow> news = cursor.number() < number ? change : List.of();
            then.accept(new Reply.Answered<>(new RosterChanges(new RosterCursor(incarnation, number), news, false)));
        }
    }
}
