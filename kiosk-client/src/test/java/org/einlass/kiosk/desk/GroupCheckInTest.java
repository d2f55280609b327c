package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.GateListener.Trouble;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.ShownOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delegation of three, whatever becomes of one of them: each is named, and nobody else's notice is taken away. */
class GroupCheckInTest {
    private static final EntryId FIRST = entry(1);
    private static final EntryId SECOND = entry(2);
    private static final EntryId THIRD = entry(3);
    private static final Wording PAPER = Wording.same("Kein Papier.");

    private final FakeDesk fake = new FakeDesk();
    private final DeskController desk = fake.controller();

    @BeforeEach
    void open() {
        fake.printedIn(Phase.REHEARSAL);
        fake.knows(1, "Änne", "Adam");
        fake.knows(2, "Jörg", "Becker");
        fake.open();
        desk.know(FakeDesk.sheet(Phase.LIVE));
    }

    private static EntryId entry(int number) {
        return new EntryId(new UUID(0x7000L, number));
    }

    private String notice() {
        DeskNotice notice = fake.now().notice();
        return notice == null ? "" : notice.sentence().german();
    }

    private List<String> opens(String leader) {
        desk.typed(leader);
        assertThat(fake.now().person().name()).isEqualTo(leader);
        desk.openForm(DeskForm.Kind.GROUP);
        DeskForm form = fake.now().form();
        return form == null
                ? List.of()
                : form.members().stream().map(DeskPerson::name).toList();
    }

    /** Three of them; the third has her badge in a box, or not. */
    private void begins(boolean boxed) {
        if (boxed) {
            fake.knowsBoxed(3, "Ursula", "Clausen");
        } else {
            fake.knows(3, "Ursula", "Clausen");
            fake.pass(Duration.ofSeconds(1));
        }
        assertThat(opens("Änne Adam")).containsExactly("Änne Adam", "Jörg Becker", "Ursula Clausen");
        DeskForm form = fake.now().form();
        desk.checkInGroup(
                form.number(),
                form.members().stream().map(DeskPerson::registration).collect(Collectors.toSet()));
    }

    private void passes(EntryId scan) {
        desk.gate().reading(scan);
        decides(scan);
    }

    private void decides(EntryId scan) {
        Outcome admitted = new Outcome(Verdict.ADMITTED, null, Outcome.Source.DEVICE, null);
        desk.gate().passed(new ShownOutcome(scan, admitted, null, null, null, Duration.ZERO));
    }

    @Test
    void badgesInBoxesAreNamedWithTheirPlacesAtTheEndAndStayToBeHandedOut() {
        begins(true);

        passes(FIRST);
        passes(SECOND);
        passes(THIRD);
        desk.printed(FIRST);

        assertThat(notice())
                .isEqualTo("Alle 3 der Delegation Stadt Erfurt sind eingecheckt, 1 Namensschilder sind gedruckt."
                        + " Bitte Namensschilder ausgeben: Ursula Clausen – Kasten 2 (G–M), Nr. 37.");
        assertThat(fake.now().undoable().german()).contains("Stadt Erfurt (3)");
        assertThat(fake.works()).as("nothing is recorded as handed out").isZero();
    }

    @Test
    void aBadgeThatFailedIsSaidByNameUntilItIsPrinted() {
        begins(false);
        passes(FIRST);
        desk.notPrinted(FIRST, PAPER);
        passes(SECOND);
        passes(THIRD);
        desk.printed(SECOND);

        assertThat(notice()).endsWith("Ohne Namensschild: Änne Adam. Kein Papier.");
        assertThat(fake.now().notice().tone()).isEqualTo(DeskNotice.Tone.ATTENTION);
        desk.printed(FIRST);
        assertThat(notice()).endsWith("2 Namensschilder sind gedruckt.");
    }

    @Test
    void latePrintsLeaveTheNextGuestsNotice() {
        begins(false);
        passes(FIRST);
        passes(SECOND);
        passes(THIRD);
        fake.knows(4, "Karl", "Daum");
        fake.pass(Duration.ofSeconds(1));
        desk.typed("Karl Daum");
        desk.checkIn();
        passes(entry(4));

        desk.printed(SECOND);

        assertThat(notice()).isEqualTo("Karl Daum ist eingecheckt.");
    }

    @Test
    void theKeyThatTakesBackStopsTheOthersToo() {
        begins(false);
        passes(FIRST);
        assertThat(fake.scans()).hasSize(2);

        desk.undo();
        assertThat(fake.works()).isEqualTo(1);
        fake.answers(new UndoableAction.Undone(List.of(), null));
        assertThat(notice()).isEqualTo("Zurückgenommen: Einchecken der Delegation Stadt Erfurt (1).");
        passes(SECOND);

        assertThat(fake.scans()).as("nobody else has a turn").hasSize(2);
        assertThat(fake.works()).as("whoever had a turn is taken back").isEqualTo(1);
    }

    @Test
    void beforeTheFirstVerdictTheKeyTakesBackNobodyElse() {
        desk.typed("Jörg Becker");
        desk.checkIn();
        passes(entry(9));
        begins(false);

        desk.undo();

        assertThat(fake.works()).isZero();
        assertThat(notice()).startsWith("Die Delegation Stadt Erfurt ist angehalten");
        passes(FIRST);
        assertThat(fake.scans()).hasSize(2);
        assertThat(fake.works()).isEqualTo(1);
    }

    @Test
    void aScanOfWhichTheGateSaysNothingIsNamedAndTheOthersGoOn() {
        begins(false);
        desk.gate().reading(FIRST);

        fake.pass(CheckInQueue.LONGEST.plusSeconds(2));
        assertThat(notice()).contains("Nicht eingecheckt: Änne Adam", "kam kein Ergebnis");
        passes(SECOND);
        passes(THIRD);
        assertThat(notice()).startsWith("2 von 3");

        decides(FIRST);
        assertThat(notice()).startsWith("Alle 3");
        assertThat(fake.scans()).hasSize(3);
    }

    @Test
    void oneOfWhomTheDeviceCannotDecideIsNamedWithTheReason() {
        begins(false);
        desk.gate().reading(FIRST);
        desk.gate().unable(FIRST, Trouble.NO_ROSTER);
        passes(SECOND);
        passes(THIRD);

        assertThat(notice()).contains("Nicht eingecheckt: Änne Adam", "Die Gästeliste ist noch nicht da");
    }

    @Test
    void oneColleagueOfALeaderWhoIsHereIsExpected() {
        fake.arrived(1);

        assertThat(opens("Änne Adam")).containsExactly("Jörg Becker");

        desk.clear();
        fake.arrived(2);
        assertThat(opens("Änne Adam")).isEmpty();
        assertThat(notice()).isEqualTo("Außer Änne Adam ist von Stadt Erfurt niemand mehr zu erwarten.");
    }

    @Test
    void whoeverIsMissingOfALargeHouseIsFound() {
        for (int number = 10; number < 310; number++) {
            fake.knows(number, "Gast", "Nummer " + number);
            fake.arrived(number);
        }
        fake.knows(310, "Zoe", "Zander");
        fake.knows(311, "Zora", "Zander");
        fake.pass(Duration.ofSeconds(1));
        fake.arrived(1);
        fake.arrived(2);

        assertThat(opens("Änne Adam")).containsExactly("Zoe Zander", "Zora Zander");
    }

    /** The evening before: nobody arrives, who has a badge is served, and who has none is found in a large house. */
    @Test
    void aBadgeOnlyStationServesThoseOfALargeDelegationWhoHaveNoBadge() {
        desk.know(badgeOnly());
        for (int number = 10; number < 310; number++) {
            fake.knowsPrinted(number, "Gast", "Nummer " + number);
        }
        fake.pass(Duration.ofSeconds(1));
        fake.arrived(1);

        assertThat(opens("Änne Adam")).containsExactly("Änne Adam", "Jörg Becker");
        DeskForm form = fake.now().form();
        desk.checkInGroup(
                form.number(),
                form.members().stream().map(DeskPerson::registration).collect(Collectors.toSet()));
        passes(FIRST);
        assertThat(notice()).isEqualTo("Namensschilder für 1 von 2 der Delegation Stadt Erfurt …");
        passes(SECOND);
        desk.printed(FIRST);
        desk.printed(SECOND);

        assertThat(notice())
                .isEqualTo("Alle 2 der Delegation Stadt Erfurt sind bedient, 2 Namensschilder sind gedruckt."
                        + " Das ist noch keine Ankunft.");
    }

    @Test
    void aBadgeOnlyStationSaysOfNobodyThatTheyAreCheckedIn() {
        desk.know(badgeOnly());
        desk.typed("Änne Adam");
        desk.checkIn();
        desk.gate().reading(FIRST);
        desk.gate()
                .passed(new ShownOutcome(
                        FIRST,
                        new Outcome(Verdict.ADMITTED, null, Outcome.Source.DEVICE, null),
                        null,
                        null,
                        Sample.badge(1, false),
                        Duration.ZERO));
        assertThat(notice())
                .isEqualTo("Das Namensschild von Änne Adam wird gedruckt. Das ist noch keine Ankunft: "
                        + "Gezählt wird am Einlass.");
        assertThat(fake.now().badgeOnly()).isTrue();

        desk.notPrinted(FIRST, PAPER);

        assertThat(notice()).isEqualTo("Das Namensschild für Änne Adam ist nicht gedruckt. Kein Papier.");
    }

    private static DoorSheet badgeOnly() {
        return FakeDesk.sheet(Phase.LIVE)
                .withHandOut(
                        new DoorSheet.HandOut(new Wording("Namensschild", "Badge"), new ScopeId("abholung"), false));
    }
}
