package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.helper.HelperRows;
import org.einlass.kiosk.desk.state.DeskOpening;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.helper.KeptHelpers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk that helpers open by badge and PIN; in a time of its own, without a server. */
class DeskBadgeLockTest {
    private static final LocalDate DAY = LocalDate.of(2022, 7, 4);

    private final FakeDesk fake = new FakeDesk();
    private final DeskController desk = fake.controller();
    private HelperCard ayse;
    private HelperCard bo;

    @BeforeEach
    void takeIn() {
        ayse = fake.kept().add("h0a1b2c3d", "Ayşe", DAY);
        bo = fake.kept().add("hzzzz1111", "Bo", DAY);
        desk.know(FakeDesk.sheet(Phase.LIVE));
        desk.open();
        fake.pass(Duration.ofSeconds(1));
        assertThat(now().opening()).isEqualTo(DeskOpening.BADGE);
    }

    private DeskState now() {
        return fake.now();
    }

    private void scan(HelperCard card) {
        desk.scanned(GateReading.of(card.text()));
    }

    private void open(HelperCard card) {
        scan(card);
        assertThat(now().opening()).isEqualTo(DeskOpening.PIN);
        desk.signIn("", KeptHelpers.PIN);
        assertThat(now().open()).isTrue();
    }

    @Test
    void opensByBadgeAndPin() {
        scan(ayse);
        assertThat(now().open()).isFalse();
        assertThat(now().operator()).as("nothing personal before the PIN").isEmpty();
        assertThat(now().notice().sentence().german())
                .startsWith("Ausweis gelesen")
                .doesNotContain("Ayşe");

        desk.signIn("", KeptHelpers.PIN);

        assertThat(now().open()).isTrue();
        assertThat(now().operator()).isEqualTo("Ayşe");
        assertThat(fake.scans()).as("a badge is no ticket").isEmpty();
    }

    @Test
    void anotherBadgeChangesWhoStandsHere() {
        open(ayse);
        fake.knows(1, "Jördis", "Müller");
        desk.typed("mü");

        scan(bo);

        assertThat(now().open()).isFalse();
        assertThat(now().query()).isEmpty();
        assertThat(now().operator()).isEmpty();
        desk.signIn("", KeptHelpers.PIN);
        assertThat(now().operator()).isEqualTo("Bo");
    }

    @Test
    void noChosenNameOpensItWhereHelpersWereTakenIn() {
        desk.signIn("fremder", "0000");
        assertThat(now().open()).isFalse();
        assertThat(now().notice().sentence().german()).startsWith("Bitte zuerst den Helferausweis");

        desk.scanned(GateReading.of(FakeDesk.CARD.text()));
        assertThat(now().opening()).isEqualTo(DeskOpening.NAME);
        desk.signIn("leitung", "4711");

        assertThat(now().operator()).isEqualTo("leitung");
        desk.lock();
        assertThat(now().opening()).isEqualTo(DeskOpening.BADGE);
    }

    @Test
    void fiveWrongPinsBarTheBadgeAndTellTheServer() {
        scan(ayse);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(now().opening()).isEqualTo(DeskOpening.PIN);
            desk.signIn("", "9999");
        }
        assertThat(now().open()).isFalse();
        assertThat(now().notice().sentence().german()).contains("bis 09:13 Uhr");
        assertThat(fake.asked()).as("a heartbeat at once").isEqualTo(1);
        scan(ayse);
        assertThat(now().opening()).isEqualTo(DeskOpening.BADGE);
        assertThat(now().notice().sentence().german()).startsWith("Zu viele falsche PINs");

        open(bo);

        fake.pass(Duration.ofSeconds(61));
        open(ayse);
    }

    @Test
    void aBadgeThatNobodyKnowsIsAskedFor() {
        scan(HelperCard.next(new SecureRandom()));

        assertThat(fake.asked()).isEqualTo(1);
        assertThat(now().notice().sentence().german()).startsWith("Diesen Ausweis kennt der Schalter noch nicht");
        assertThat(now().opening()).isEqualTo(DeskOpening.BADGE);
    }

    @Test
    void coversItselfAndWantsTheBadgeAgain() {
        open(ayse);

        fake.pass(FakeDesk.LOCK_AFTER.plusSeconds(1));

        assertThat(now().open()).isFalse();
        assertThat(now().operator()).isEmpty();
        desk.signIn("", KeptHelpers.PIN);
        assertThat(now().open()).as("the PIN alone opens nothing").isFalse();
    }

    @Test
    void aBadgeWaitsHalfAMinuteForItsPin() {
        scan(ayse);

        fake.pass(Duration.ofSeconds(31));
        desk.signIn("", KeptHelpers.PIN);

        assertThat(now().open()).isFalse();
        assertThat(now().opening()).isEqualTo(DeskOpening.BADGE);
    }

    @Test
    void theNextShiftScansItsBadge() {
        open(ayse);

        desk.handOver();

        assertThat(now().notice().sentence().german()).startsWith("Übergabe: Wer jetzt übernimmt, scannt");
        desk.signIn("fremder", "0000");
        assertThat(now().open()).isFalse();
        open(bo);
    }

    @Test
    void theEndOfTheLastBadgeOpensTheDeskToNobodysName() {
        fake.helpers().heard(new HelperRows("ended", List.of(), true));
        fake.pass(Duration.ofSeconds(1));

        assertThat(now().opening()).isEqualTo(DeskOpening.BADGE);
        desk.signIn("fremder", "0000");
        assertThat(now().open()).isFalse();
        desk.scanned(GateReading.of(FakeDesk.CARD.text()));
        desk.signIn("leitung", "4711");
        assertThat(now().open()).as("the unlock card opens it").isTrue();
    }

    @Test
    void aHelperWhoseBadgeIsEndedLeavesTheDeskAtOnce() {
        open(ayse);
        desk.typed("mü");
        HelperRows all = fake.kept().rows();
        fake.helpers().heard(all);
        fake.pass(Duration.ofSeconds(1));
        assertThat(now().open()).as("the badge is good").isTrue();

        fake.helpers().heard(new HelperRows("ended", without(ayse), true));
        fake.pass(Duration.ofSeconds(1));

        assertThat(now().open()).isFalse();
        assertThat(now().operator()).isEmpty();
        assertThat(now().query()).isEmpty();
        assertThat(now().notice().sentence().german()).startsWith("Der Helferausweis gilt nicht mehr");
        open(bo);
        fake.pass(Duration.ofSeconds(1));
        assertThat(now().open()).as("another helper stays").isTrue();
    }

    @Test
    void aBadgeThatIsEndedBeforeItsPinOpensNothing() {
        scan(ayse);
        fake.helpers().heard(new HelperRows("ended", without(ayse), true));

        desk.signIn("", KeptHelpers.PIN);

        assertThat(now().open()).isFalse();
        assertThat(now().opening()).isEqualTo(DeskOpening.BADGE);
    }

    @Test
    void whoeverOpenedByTheUnlockCardStaysWhenABadgeIsEnded() {
        desk.scanned(GateReading.of(FakeDesk.CARD.text()));
        desk.signIn("leitung", "4711");
        fake.helpers().heard(new HelperRows("ended", List.of(), true));

        fake.pass(Duration.ofSeconds(1));

        assertThat(now().open()).isTrue();
    }

    private List<HelperRows.Row> without(HelperCard card) {
        return fake.kept().rows().rows().stream()
                .filter(row -> !row.lookup().equals(card.lookup(Sample.EVENT)))
                .toList();
    }

    @Test
    void aWithdrawnDeskOpensForNoBadge() {
        desk.withdrawn();

        scan(ayse);
        desk.signIn("", KeptHelpers.PIN);

        assertThat(now().open()).isFalse();
    }
}
