package org.einlass.proof.theft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.code.DataKey;
import org.einlass.contract.code.EventPrivateKey;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DataKeyGrant;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DeskSheet.TagKey;
import org.einlass.contract.wire.DeviceTrust;
import org.einlass.contract.wire.HeartbeatAnswer;
import org.einlass.contract.wire.Problem;
import org.einlass.contract.wire.RosterRow;
import org.einlass.contract.wire.WipeState;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.KioskView;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.proof.FactServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A staffed desk is stolen: it may know everybody by name while it is open, and nobody when it is shut. */
class StolenDeskTest {
    private static final String TOKEN = "kanarientoken-4711-zwitschernd";
    private static final DeviceId DEVICE = new DeviceId("desk-1");
    private static final DataKey KEY = DataKey.next(1, new Random(99));
    private static final TagKey TAG_KEY = new TagKey("1", "c0ffee11".repeat(8));
    private static final Attendee CANARY = Attendee.of("Walpurgis", "Kanarienvögelin", "Landesamt für Kanarienkunde");
    private static final BadgeOrder BADGE = new BadgeOrder(
            Sample.registration(1),
            CANARY,
            Sample.GUEST,
            List.of(),
            Sample.badgeCode(1).text(),
            false);

    @TempDir
    Path room;

    private final AtomicReference<UUID> wipe = new AtomicReference<>();
    private final AtomicReference<DeviceTrust> standing = new AtomicReference<>(DeviceTrust.ENROLLED);
    private final CountDownLatch receipts = new CountDownLatch(1);
    private final Team team = new Team();
    private FactServer server;

    @BeforeEach
    void start() throws IOException {
        RosterRow row = SampleRoster.forDesk(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1), BADGE, KEY);
        server = new FactServer(scan -> Sample.admitted(scan, BADGE), List.of(row));
        DeskSheet desk = new DeskSheet(EventPrivateKey.next(new Random(98)).box(), TAG_KEY, List.of());
        server.says("/doors/" + Sample.DOOR, 200, () -> Sample.sheet().with(desk));
        server.says("/data-key", 200, () -> new DataKeyGrant(KEY.number(), KEY.text()));
        server.says(
                "/heartbeat",
                200,
                () -> new HeartbeatAnswer(
                        Sample.EVENT, DEVICE, standing.get(), wipe.get(), KEY.number(), false, Sample.MORNING, null));
        server.says("/wipes", 200, () -> {
            receipts.countDown();
            return new WipeState(wipe.get(), Sample.MORNING, Sample.MORNING, List.of(), List.of());
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theDiskOfADeskTellsNothingAndTheSameDeskUnlockedKnowsItsGuests() throws Exception {
        UnlockCard card;
        try (Kiosk desk = openDesk()) {
            card = desk.issueUnlockCard().orElseThrow();
            assertThat(namesAt(desk)).containsExactly(CANARY.familyName());
            desk.read(Sample.ticket(1).text());
            await(() -> team.printed > 0);
            assertThat(Thief.search(disk(), secrets(card))).isEmpty();
            desk.lock().get(1, TimeUnit.MINUTES);
            assertThat(namesAt(desk)).isEmpty();
            assertThat(Thief.search(disk(), secrets(card))).isEmpty();
        }

        assertThat(Thief.search(disk(), secrets(card))).isEmpty();
        try (DeviceStore stolen = DeviceStore.open(disk(), SampleEntries.epoch())) {
            assertThat(names(stolen)).isEmpty();
            assertThat(stolen.vault().unlock(UnlockCard.next(new Random(1)))).isFalse();
            assertThat(names(stolen)).isEmpty();
            assertThat(stolen.keyRing().tagKey()).isEmpty();
            assertThat(stolen.vault().unlock(card)).isTrue();
            assertThat(names(stolen)).containsExactly(CANARY.familyName());
            assertThat(stolen.keyRing().tagKey()).isPresent();
        }
    }

    @Test
    void aWipedDeskOpensNothingThoughItsUnlockCardIsThere() throws Exception {
        UnlockCard card;
        try (Kiosk desk = openDesk()) {
            card = desk.issueUnlockCard().orElseThrow();
            desk.read(Sample.ticket(1).text());
            await(() -> team.printed > 0);

            standing.set(DeviceTrust.WIPED);
            wipe.set(new UUID(8, 8));
            desk.unlockByServer();
            assertThat(receipts.await(1, TimeUnit.MINUTES)).isTrue();

            assertThat(desk.isWithdrawn()).isTrue();
            assertThat(rosters()).isEmpty();
            assertThat(namesAt(desk)).isEmpty();
            assertThat(Thief.search(disk(), List.of(Sample.SALT.hex(), "North entrance")))
                    .isEmpty();
        }

        try (DeviceStore wiped = DeviceStore.open(disk(), SampleEntries.epoch())) {
            assertThat(wiped.keyRing().tagKey()).isEmpty();
            assertThat(wiped.vault().unlock(card)).isFalse();
            assertThat(names(wiped)).isEmpty();
            assertThat(wiped.outbox().backlog().total()).isPositive();
        }
    }

    @Test
    void aRevokedDeskAdmitsNobodyKeepsNoRosterAndDeliversItsJournal() throws Exception {
        try (Kiosk desk = openDesk()) {
            desk.read(Sample.ticket(1).text());
            await(() -> team.printed > 0);

            standing.set(DeviceTrust.REVOKED);
            revoke("/doors/" + Sample.DOOR);
            revoke("/scans");
            revoke("/roster");
            revoke("/roster/changes");
            await(desk::isWithdrawn);
            await(() -> rosters().isEmpty());
            desk.read(Sample.ticket(2).text());
            await(() -> team.turnedAway > 0);

            assertThat(desk.awaitDelivered(java.time.Duration.ofMinutes(1))).isTrue();
            assertThat(team.passed).isEqualTo(1);
            assertThat(server.facts()).isNotEmpty();
            assertThat(desk.vault().isUnlocked()).isFalse();
        }
        server.unplug();

        try (Kiosk again = KioskFactory.of(settings(TOKEN), team)) {
            assertThat(again.isWithdrawn()).isTrue();
            int before = team.turnedAway;
            again.read(Sample.ticket(1).text());
            await(() -> team.turnedAway > before);
        }
        try (Kiosk renewed = KioskFactory.of(settings("another-token"), team)) {
            assertThat(renewed.isWithdrawn()).isFalse();
        }
        assertThat(team.passed).isEqualTo(1);
    }

    @Test
    void aForgedRevocationCostsTheRosterOnlyUntilTheRealServerIsHeard() throws Exception {
        try (Kiosk desk = openDesk()) {
            List<Path> before = rosters();
            revoke("/scans");
            desk.read(Sample.ticket(2).text());
            await(() -> team.withdrawals > 0);

            await(() -> !desk.isWithdrawn());
            await(() -> Collections.disjoint(rosters(), before));
            await(() -> desk.roster().isPresent());
            await(() -> desk.vault().isUnlocked());
            assertThat(namesAt(desk)).containsExactly(CANARY.familyName());
        }
    }

    private void revoke(String path) {
        Problem problem = new Problem(
                Problem.DEVICE_REVOKED, "Device revoked", 403, "", null, "", Problem.device(Sample.EVENT, DEVICE));
        server.says(path, 403, () -> problem);
    }

    private Kiosk openDesk() throws Exception {
        Kiosk desk = KioskFactory.of(settings(TOKEN), team);
        desk.ready().get(1, TimeUnit.MINUTES);
        await(() -> desk.roster().isPresent());
        await(() -> desk.vault().isUnlocked());
        return desk;
    }

    private KioskSettings settings(String token) {
        return KioskSettings.read(
                Path.of(""),
                Map.of(
                        "kind", "desk",
                        "device", DEVICE.text(),
                        "server", server.address().toString(),
                        "deadline", "10000",
                        "event", Sample.EVENT.toString(),
                        "door", Sample.DOOR.toString(),
                        "token", token,
                        "printer", "folder:" + room.resolve("printer"),
                        "store", disk().toString()));
    }

    /** The key as bytes stands here as text of one byte a letter, which is one of the thief's disguises. */
    private static List<String> secrets(UnlockCard card) {
        byte[] key = Base64.getUrlDecoder().decode(KEY.text());
        return List.of(
                TOKEN,
                CANARY.givenName(),
                CANARY.familyName(),
                CANARY.organisation(),
                Sample.ticket(1).text(),
                Sample.badgeCode(1).text(),
                KEY.text(),
                HexFormat.of().formatHex(key),
                new String(key, ISO_8859_1),
                TAG_KEY.secret(),
                new String(HexFormat.of().parseHex(TAG_KEY.secret()), ISO_8859_1),
                card.text(),
                card.grouped());
    }

    @Test
    void theThiefWouldFindAKeyThatLayThere() throws Exception {
        UnlockCard card = UnlockCard.next(new Random(5));
        Files.createDirectories(disk());
        byte[] key = Base64.getUrlDecoder().decode(KEY.text());
        for (byte[] planted :
                List.of(key, KEY.text().getBytes(UTF_8), card.text().getBytes(UTF_8))) {
            Files.write(disk().resolve("file"), planted);
            assertThat(Thief.search(disk(), secrets(card))).isNotEmpty();
        }
    }

    private static List<String> namesAt(Kiosk desk) {
        List<String> names = new ArrayList<>();
        desk.guests().each(card -> names.add(card.badge().attendee().familyName()));
        return names;
    }

    private static List<String> names(DeviceStore deviceStore) {
        List<String> names = new ArrayList<>();
        deviceStore.guests().each(card -> names.add(card.badge().attendee().familyName()));
        return names;
    }

    private List<Path> rosters() {
        try (Stream<Path> files = Files.list(disk())) {
            return files.filter(file -> file.getFileName().toString().startsWith("roster-"))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Path disk() {
        return room.resolve("disk");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for two minutes").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Counts what happens. */
    private static final class Team implements KioskView {
        private volatile int passed;
        private volatile int printed;
        private volatile int turnedAway;
        private volatile int withdrawals;

        @Override
        public void reading(EntryId scan) {}

        @Override
        public synchronized void passed(ShownOutcome shownOutcome) {
            passed++;
        }

        @Override
        public synchronized void unable(EntryId scan, Trouble trouble) {
            turnedAway += trouble == Trouble.WITHDRAWN ? 1 : 0;
        }

        @Override
        public void printing(EntryId scan) {}

        @Override
        public synchronized void printed(EntryId scan, String where) {
            printed++;
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {}

        @Override
        public synchronized void withdrawn() {
            withdrawals++;
        }
    }
}
