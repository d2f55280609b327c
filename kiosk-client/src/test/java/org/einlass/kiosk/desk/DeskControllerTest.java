package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.DeskRefusal;
import org.einlass.kiosk.gate.GateListener.Trouble;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.ShownOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys and scans that follow each other faster than the device answers: each thing once, and for whom it was meant. */
class DeskControllerTest {
    private static final EntryId FIRST = entry(1);
    private static final EntryId SECOND = entry(2);
    private static final EntryId THIRD = entry(3);
    private static final DeskForm.Input NAMES = new DeskForm.Input(Map.of(), Sample.GUEST, Set.of());

    private final FakeDesk fake = new FakeDesk();
    private final DeskController desk = fake.controller();

    @BeforeEach
    void open() {
        fake.printedIn(Phase.REHEARSAL);
        fake.knows(1, "Änne", "Müller");
        fake.knows(2, "Jörg", "Müller");
        fake.open();
        desk.know(FakeDesk.sheet(Phase.LIVE));
    }

    private static EntryId entry(int number) {
        return new EntryId(new UUID(0x7000L, number));
    }

    private DeskState now() {
        return fake.now();
    }

    private String notice() {
        DeskNotice notice = now().notice();
        return notice == null ? "" : notice.sentence().german();
    }

    private void shows(String name) {
        desk.typed(name);
        assertThat(now().person().name()).isEqualTo(name);
    }

    private void passes(EntryId scan) {
        Outcome admitted = new Outcome(Verdict.ADMITTED, null, Outcome.Source.DEVICE, null);
        desk.gate().passed(new ShownOutcome(scan, admitted, null, null, null, Duration.ZERO));
    }

    private void refuses(EntryId scan) {
        Outcome refused = new Outcome(Verdict.REFUSED, Refusal.NOT_BOOKED, Outcome.Source.DEVICE, null);
        desk.gate()
                .passed(new ShownOutcome(scan, refused, Refusal.NOT_BOOKED.staffSentence(), null, null, Duration.ZERO));
    }

    @Test
    void aWalkInIsRegisteredOnceHoweverOftenEnterIsPressed() {
        desk.openForm(DeskForm.Kind.WALK_IN);
        long form = now().form().number();

        desk.submit(form, NAMES);
        desk.submit(form, NAMES);

        assertThat(fake.works()).isEqualTo(1);
        fake.declines(DeskRefusal.NO_JOURNAL);
        desk.submit(form, NAMES);
        assertThat(fake.works()).isEqualTo(1);
    }

    @Test
    void aBadgeIsMadeAgainOnceHoweverOftenItsReasonIsChosen() {
        shows("Änne Müller");
        desk.openForm(DeskForm.Kind.REPRINT);
        long form = now().form().number();

        desk.choose(form, 1);
        desk.choose(form, 1);

        assertThat(fake.works()).isEqualTo(1);
    }

    @Test
    void enterHandsOutTheBadgeThatLiesInABoxAndOneKeyTakesBothBack() {
        fake.knowsBoxed(3, "Ursula", "Leyen");
        shows("Ursula Leyen");
        assertThat(now().person().badge().inBox()).contains(Sample.BOXED);

        desk.checkIn();
        desk.gate().reading(FIRST);
        passes(FIRST);
        fake.done(SECOND, Sample.BOXED);

        assertThat(fake.prints()).isEmpty();
        assertThat(notice())
                .isEqualTo(
                        "Ursula Leyen ist eingecheckt." + " Bitte das Namensschild ausgeben: Kasten 2 (G–M), Nr. 37.");
        desk.undo();
        assertThat(fake.works()).isEqualTo(1);
    }

    @Test
    void aBadgeThatLiesInABoxIsSaidBeforeAnotherIsPrinted() {
        fake.knowsBoxed(3, "Ursula", "Leyen");
        shows("Ursula Leyen");

        desk.openForm(DeskForm.Kind.REPRINT);

        assertThat(notice()).startsWith("Das Namensschild von Ursula Leyen liegt gedruckt bereit: Kasten 2");
    }

    @Test
    void oneKeyDecidesAnUnclearPrint() {
        fake.isUnclear(1, FIRST, SECOND);
        shows("Änne Müller");

        desk.openForm(DeskForm.Kind.REPRINT);
        assertThat(now().form().kind()).isEqualTo(DeskForm.Kind.UNCLEAR);
        desk.choose(now().form().number(), 1);
        assertThat(fake.decided()).containsExactly(FIRST + " came out");
        assertThat(fake.prints()).isEmpty();

        desk.openForm(DeskForm.Kind.REPRINT);
        desk.choose(now().form().number(), 2);
        assertThat(fake.decided()).endsWith(FIRST + " did not come out");
        assertThat(fake.prints()).hasSize(1);
        assertThat(fake.works()).isZero();
    }

    @Test
    void whatIsDoneLateClosesNoOtherForm() {
        shows("Änne Müller");
        desk.openForm(DeskForm.Kind.REPRINT);
        desk.choose(now().form().number(), 1);
        desk.clear();
        desk.openForm(DeskForm.Kind.WALK_IN);

        fake.done(FIRST, Sample.badge(1, false));

        assertThat(now().form().kind()).isEqualTo(DeskForm.Kind.WALK_IN);
    }

    @Test
    void theFormLetsInWhomItNamesThoughAnotherWasRefusedSince() {
        shows("Änne Müller");
        desk.checkIn();
        desk.gate().reading(FIRST);
        refuses(FIRST);
        desk.openForm(DeskForm.Kind.LET_IN);
        desk.scanned(GateReading.of("EINLASS"));
        shows("Jörg Müller");
        desk.checkIn();
        desk.gate().unable(SECOND, Trouble.NO_ROSTER);
        desk.clear();

        assertThat(now().form().about().name()).isEqualTo("Änne Müller");
        assertThat(now().form().refused()).isEqualTo(FIRST);
    }

    @Test
    void eachVerdictIsSaidOfWhomItWasAskedFor() {
        shows("Änne Müller");
        desk.checkIn();
        shows("Jörg Müller");
        desk.checkIn();
        assertThat(fake.scans()).hasSize(1);

        desk.gate().reading(FIRST);
        passes(FIRST);
        assertThat(notice()).isEqualTo("Änne Müller ist eingecheckt.");
        assertThat(fake.scans()).hasSize(2);
        desk.gate().reading(SECOND);
        passes(SECOND);

        assertThat(notice()).isEqualTo("Jörg Müller ist eingecheckt.");
        desk.gate().reading(THIRD);
        passes(THIRD);
        assertThat(notice()).isEqualTo("Dieser Gast ist eingecheckt.");
    }

    @Test
    void oneThatWaitsInVainMakesWayAndItsEndIsNotTheNextOnes() {
        shows("Änne Müller");
        desk.checkIn();
        desk.gate().reading(FIRST);
        shows("Jörg Müller");
        desk.checkIn();

        desk.gate().waiting(FIRST);
        desk.gate().unable(FIRST, Trouble.NO_ROSTER);
        desk.gate().reading(SECOND);
        passes(SECOND);

        assertThat(fake.scans()).hasSize(2);
        assertThat(notice()).isEqualTo("Jörg Müller ist eingecheckt.");
    }

    @Test
    void aScanOfWhichTheGateSaysNothingHoldsUpNobodyForEver() {
        shows("Änne Müller");
        desk.checkIn();
        shows("Jörg Müller");
        desk.checkIn();

        fake.pass(CheckInQueue.LONGEST.plusSeconds(2));

        assertThat(fake.scans()).hasSize(2);
    }

    @Test
    void aWalkInGetsTheBadgeThoughTheDeskWasLockedMeanwhile() {
        desk.openForm(DeskForm.Kind.WALK_IN);
        desk.submit(now().form().number(), NAMES);
        BadgeOrder made = Sample.badge(7, false);
        fake.done(FIRST, made);
        desk.gate().reading(SECOND);

        desk.lock();
        passes(SECOND);

        assertThat(fake.prints()).containsExactly(made);
        assertThat(now().open()).isFalse();
    }

    @Test
    void aDoorSheetOfAnotherPhaseIsTakenUpWithWhatItMeansForWhoIsShown() {
        desk.know(FakeDesk.sheet(Phase.REHEARSAL));
        shows("Änne Müller");
        assertThat(now().person().printed()).isTrue();

        desk.know(FakeDesk.sheet(Phase.LIVE));

        assertThat(now().person().printed()).isFalse();
    }

    @Test
    void whoIsShownStaysWhenTheRosterMovesTheRows() {
        desk.typed("müller");
        desk.move(1);
        String meant = now().person().name();

        fake.knows(3, "Adam", "Müller");
        fake.pass(Duration.ofSeconds(1));

        assertThat(now().found()).hasSize(3);
        assertThat(now().selected()).isEqualTo(2);
        assertThat(now().person().name()).isEqualTo(meant);
        assertThat(now().found().get(now().selected()).name()).isEqualTo(meant);
    }

    @Test
    void aNamePutRightWhileItsBadgeIsPrintedIsPrintedAnew() {
        shows("Änne Müller");
        desk.openForm(DeskForm.Kind.CORRECTION);
        fake.printedIn(Phase.LIVE);
        desk.submit(
                now().form().number(), new DeskForm.Input(Map.of(AttendeeField.FAMILY_NAME, "Miller"), null, Set.of()));

        fake.done(FIRST, Sample.registration(1));
        fake.done(SECOND, Sample.badge(1, true));

        assertThat(fake.prints()).hasSize(1);
        assertThat(notice()).contains("das neue Namensschild wird gedruckt");
    }

    @Test
    void whatCouldNotBeTakenBackIsTriedAgainByTheSameKey() {
        shows("Änne Müller");
        desk.checkIn();
        desk.gate().reading(FIRST);
        passes(FIRST);

        desk.undo();
        fake.answers(new UndoableAction.Undone(List.of(FIRST), DeskRefusal.NO_JOURNAL));
        assertThat(now().undoable().german()).isEqualTo("Einchecken von Änne Müller");
        assertThat(now().handled()).isTrue();
        desk.undo();
        fake.fails();
        desk.undo();
        fake.answers(new UndoableAction.Undone(List.of(), null));

        assertThat(notice()).isEqualTo("Zurückgenommen: Einchecken von Änne Müller.");
        assertThat(now().handled()).isFalse();
        assertThat(now().undoable()).isNull();
    }

    @Test
    void saysThatTheJournalCannotBeRead() {
        desk.typed("müller");
        fake.breakJournal();

        desk.typed("jörg");

        assertThat(notice()).startsWith("Die Festplatte nimmt nichts an.");
    }

    @Test
    void whatFailsIsNotCalledAWithdrawalNorAFullDisk() {
        desk.openForm(DeskForm.Kind.WALK_IN);
        desk.submit(now().form().number(), NAMES);

        fake.fails();

        assertThat(notice()).startsWith("Das ging nicht.");
        assertThat(List.of(now().form().kind())).containsExactly(DeskForm.Kind.WALK_IN);
    }

    @Test
    void aFaultOfTheProgramIsNotCalledAFullDisk() {
        fake.breakProgram();

        fake.pass(Duration.ofSeconds(1));

        assertThat(notice()).startsWith("Das ging nicht.");
    }

    @Test
    void onlyWhoWasLetInIsCalledCheckedInWhenABadgeIsMissing() {
        Wording paper = Wording.same("Kein Papier.");
        shows("Änne Müller");
        desk.openForm(DeskForm.Kind.REPRINT);
        desk.choose(now().form().number(), 1);
        fake.done(FIRST, Sample.badge(1, false));

        desk.notPrinted(FIRST, paper);
        assertThat(notice()).isEqualTo("Das Namensschild für Änne Müller ist nicht gedruckt. Kein Papier.");
        desk.notPrinted(THIRD, paper);
        assertThat(notice()).isEqualTo("Ein Namensschild ist nicht gedruckt. Kein Papier.");

        desk.checkIn();
        desk.gate().reading(SECOND);
        passes(SECOND);
        desk.notPrinted(SECOND, paper);
        assertThat(notice()).endsWith(" ist eingecheckt, aber ohne Namensschild. Kein Papier.");
    }

    @Test
    void saysOfAPrinterThatReportsNothingOnlyThatItHasTheBadge() {
        shows("Änne Müller");
        desk.checkIn();
        desk.gate().reading(FIRST);
        passes(FIRST);

        desk.handedOver(FIRST);

        assertThat(notice()).contains("Der Drucker hat das Namensschild").doesNotContain("gedruckt");
    }

    @Test
    void aTouchMeansWhomItTouchedThoughTheRowsHaveMoved() {
        desk.typed("müller");
        RegistrationId touched = now().found().get(1).registration();
        desk.know(FakeDesk.sheet(Phase.LIVE));
        fake.knows(3, "Adam", "Müller");
        fake.pass(Duration.ofSeconds(1));

        desk.select(touched);

        assertThat(now().person().registration()).isEqualTo(touched);
        assertThat(now().found().get(now().selected()).registration()).isEqualTo(touched);
        assertThat(now().notice()).isNull();
    }
}
