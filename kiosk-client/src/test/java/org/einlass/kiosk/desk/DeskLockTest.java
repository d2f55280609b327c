package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.gate.GateReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may open a desk, and when it covers itself; in a time of its own. */
class DeskLockTest {
    private static final UnlockCard ANOTHER = UnlockCard.next(new Random(2));

    private final FakeDesk fake = new FakeDesk();
    private final DeskController desk = fake.controller();

    @BeforeEach
    void open() {
        fake.open();
        assertThat(now().open()).isTrue();
        assertThat(now().operator()).isEqualTo("helferin-3");
    }

    private DeskState now() {
        return fake.now();
    }

    @Test
    void coversItselfWhenNobodyIsThere() {
        fake.pass(FakeDesk.LOCK_AFTER.minusSeconds(1));
        desk.typed("mü");
        fake.pass(FakeDesk.LOCK_AFTER.minusSeconds(1));
        assertThat(now().open()).isTrue();

        fake.pass(Duration.ofSeconds(2));

        assertThat(now().open()).isFalse();
        assertThat(now().query()).isEmpty();
        assertThat(now().operator()).isEmpty();
        assertThat(now().notice()).isNull();
    }

    @Test
    void typingIntoAFormCountsAsSomebodyThere() {
        fake.pass(FakeDesk.LOCK_AFTER.minusSeconds(1));
        desk.touched();

        fake.pass(FakeDesk.LOCK_AFTER.minusSeconds(1));

        assertThat(now().open()).isTrue();
    }

    @Test
    void coversItselfThoughTheJournalCannotBeRead() {
        fake.breakJournal();

        fake.pass(FakeDesk.LOCK_AFTER.plusSeconds(1));

        assertThat(now().open()).isFalse();
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
        fake.pass(Duration.ofMinutes(3));
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
        assertThat(fake.forgot()).isEqualTo(1);
        desk.signIn("helferin-3", "4711");
        assertThat(now().open()).isFalse();

        desk.scanned(GateReading.of(ANOTHER.text()));
        desk.signIn("helferin-3", "4711");
        assertThat(now().open()).isFalse();
        desk.scanned(GateReading.of(FakeDesk.CARD.text()));
        desk.signIn("helferin-3", "4711");

        assertThat(now().open()).isTrue();
    }

    @Test
    void anUnlockCardIsNoTicketOnAnOpenDesk() {
        desk.scanned(GateReading.of(FakeDesk.CARD.text()));

        assertThat(fake.scans()).isEmpty();
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
        desk.handOver();
        desk.withdrawn();

        desk.signIn("helferin-3", "4711");

        assertThat(now().open()).isFalse();
        assertThat(now().notice().sentence().german()).startsWith("Dieses Gerät wurde außer Betrieb genommen");
        desk.handOver();
        fake.pass(Duration.ofMinutes(3));
        desk.scanned(GateReading.of(ANOTHER.text()));
        assertThat(now().notice().sentence().german()).startsWith("Dieses Gerät wurde außer Betrieb genommen");
        desk.readmitted();
        desk.signIn("helferin-3", "4711");
        assertThat(now().open()).isTrue();
    }

    @Test
    void aLockedDeskScansNothing() {
        desk.lock();

        desk.scanned(GateReading.of("EINLASS"));

        assertThat(fake.scans()).isEmpty();
    }
}
