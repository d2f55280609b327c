package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.PassageQuery;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.gate.SerialExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may open a desk, and when it covers itself; in a time of its own. */
class DeskLockTest {
    private static final Duration LOCK_AFTER = Duration.ofMinutes(3);
    private static final UnlockCard CARD = UnlockCard.next(new Random(1));
    private static final UnlockCard ANOTHER = UnlockCard.next(new Random(2));

    private final Device device = new Device();
    private final Time time = new Time();
    private final List<DeskState> states = new ArrayList<>();
    private final DeskController desk = new DeskController(new DeskController.Edges(
            new Now(),
            new Now(),
            time,
            LOCK_AFTER,
            device,
            new LocalPeople(new Nobody(), Roster.EMPTY, new Nothing()),
            states::add));
    private Runnable look = () -> {};

    @BeforeEach
    void open() {
        desk.open();
        desk.signIn("helferin-3", "4711");
        assertThat(now().open()).isTrue();
        assertThat(now().operator()).isEqualTo("helferin-3");
    }

    private DeskState now() {
        return states.get(states.size() - 1);
    }

    private void pass(Duration elapsed) {
        time.now = time.now.plus(elapsed);
        look.run();
    }

    @Test
    void coversItselfWhenNobodyIsThere() {
        pass(LOCK_AFTER.minusSeconds(1));
        desk.typed("mü");
        pass(LOCK_AFTER.minusSeconds(1));
        assertThat(now().open()).isTrue();

        pass(Duration.ofSeconds(2));

        assertThat(now().open()).isFalse();
        assertThat(now().query()).isEmpty();
        assertThat(now().operator()).isEmpty();
        assertThat(now().notice()).isNull();
    }

    @Test
    void opensAgainByTheRightPinOnly() {
        desk.lock();

        desk.signIn("helferin-3", "4712");
        assertThat(now().open()).isFalse();
        desk.signIn("Helferin-3", "4711");

        assertThat(now().open()).isTrue();
    }

    @Test
    void takesNobodyNewWithoutAHandover() {
        desk.lock();

        desk.signIn("fremder", "0000");

        assertThat(now().open()).isFalse();
    }

    @Test
    void takesWhoeverTakesOverForTwoMinutes() {
        desk.handOver();
        pass(Duration.ofMinutes(3));
        desk.signIn("helfer-4", "2222");
        assertThat(now().open()).isFalse();
        desk.signIn("helferin-3", "4711");

        desk.handOver();
        desk.signIn("helfer-4", "2222");

        assertThat(now().operator()).isEqualTo("helfer-4");
    }

    @Test
    void fiveWrongPinsForgetTheGuestListAndOnlyTheCardOpensIt() {
        desk.lock();
        for (int attempt = 1; attempt <= 5; attempt++) {
            desk.signIn("helferin-3", "000" + attempt);
        }
        assertThat(device.forgot).isEqualTo(1);
        desk.signIn("helferin-3", "4711");
        assertThat(now().open()).isFalse();

        desk.scanned(GateReading.of(ANOTHER.text()));
        desk.signIn("helferin-3", "4711");
        assertThat(now().open()).isFalse();
        desk.scanned(GateReading.of(CARD.text()));
        desk.signIn("helferin-3", "4711");

        assertThat(now().open()).isTrue();
    }

    @Test
    void anUnlockCardIsNoTicketOnAnOpenDesk() {
        desk.scanned(GateReading.of(CARD.text()));

        assertThat(device.scans).isEmpty();
        assertThat(now().notice().sentence().german()).startsWith("Das ist die Entsperrkarte");
    }

    @Test
    void whatComesInLateIsNotShownOnALockedScreen() {
        desk.lock();

        desk.notPrinted(new EntryId(new UUID(0x7000L, 1)), Wording.same("Frau Müller hat kein Papier."));

        assertThat(now().notice()).isNull();
        assertThat(now().undoable()).isNull();
    }

    @Test
    void aWithdrawnDeskShowsNobodyAndOpensForNobody() {
        desk.withdrawn();

        desk.signIn("helferin-3", "4711");

        assertThat(now().open()).isFalse();
        assertThat(now().notice().sentence().german()).startsWith("Dieses Gerät wurde außer Betrieb genommen");
        desk.readmitted();
        desk.signIn("helferin-3", "4711");
        assertThat(now().open()).isTrue();
    }

    @Test
    void aLockedDeskScansNothing() {
        desk.lock();

        desk.scanned(GateReading.of("EINLASS"));

        assertThat(device.scans).isEmpty();
    }

    /** Does everything at once; what is to be done later the test does. */
    private final class Now implements SerialExecutor {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {
            look = task;
        }
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2022-07-04T07:12:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Device implements DeskDevice {
        private final List<GateReading> scans = new ArrayList<>();
        private int forgot;

        @Override
        public void scan(GateReading reading) {
            scans.add(reading);
        }

        @Override
        public <T> CompletableFuture<T> atDesk(Function<Desk, T> work) {
            return new CompletableFuture<>();
        }

        @Override
        public void print(EntryId entry, BadgeOrder order) {}

        @Override
        public DeskCorner corner() {
            return DeskCorner.UNKNOWN;
        }

        @Override
        public void forgetNames() {
            forgot++;
        }

        @Override
        public CompletableFuture<Boolean> unlock(UnlockCard card) {
            return CompletableFuture.completedFuture(card.text().equals(CARD.text()));
        }

        @Override
        public DeskUplink uplink() {
            return then -> {};
        }

        @Override
        public void wantNames() {}
    }

    private static final class Nobody implements AttendeeDirectory {
        @Override
        public Optional<AttendeeCard> find(RegistrationId registration) {
            return Optional.empty();
        }

        @Override
        public Optional<Long> key() {
            return Optional.of(1L);
        }

        @Override
        public Map<RegistrationId, Long> versions() {
            return Map.of();
        }

        @Override
        public void each(Consumer<AttendeeCard> then) {}
    }

    private static final class Nothing implements Journal {
        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry) {
            throw new AssertionError("a lock writes nothing");
        }

        @Override
        public Optional<Instant> firstPassage(PassageQuery wanted) {
            return Optional.empty();
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return false;
        }
    }
}
