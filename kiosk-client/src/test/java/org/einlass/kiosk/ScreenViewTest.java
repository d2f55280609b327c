package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ScopeId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.journal.Outcome.Source;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateListener.Trouble;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.print.PrinterFault;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.screen.Counter;
import org.einlass.kiosk.screen.GuestRequest;
import org.einlass.kiosk.screen.Scene;
import org.einlass.kiosk.screen.Tray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScreenViewTest {
    private static final EntryId SCAN = SampleEntries.id();
    private static final Counter COUNTER = new Counter("2");
    private static final Wording FAULT = new Wording("Kein Papier.", "No paper.");

    private final List<Scene> scenes = new ArrayList<>();
    private final ScreenView view = new ScreenView(
            scenes::add, COUNTER, Tray.BELOW, Clock.fixed(Sample.MORNING.plusSeconds(3600), ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void sendsToTheCounterCalmlyWhateverTheReason(Refusal reason) {
        view.passed(passage(Outcome.refused(reason, Source.SERVER), null, null));

        assertThat(scenes).containsExactly(new Scene.PleaseGoToCounter(COUNTER));
    }

    @Test
    void welcomesAndShowsHowTheBadgeComesAlong() {
        view.reading(SCAN);
        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        view.printing(SCAN);
        view.printed(SCAN, "badge-0001.pdf");

        assertThat(scenes)
                .containsExactly(
                        new Scene.Reading(), new Scene.Printing(0), new Scene.Printing(40), new Scene.BadgeReady());
    }

    @Test
    void welcomesTheGuestThoughThePrinterIsBroken() {
        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        view.notPrinted(SCAN, FAULT);

        assertThat(scenes.get(1)).isEqualTo(new Scene.BadgeAtCounter(COUNTER, ScreenView.LOOK_AFTER_PRINTER));
    }

    @Test
    void saysWhereTheBadgeComesOut() {
        ScreenView right = new ScreenView(scenes::add, COUNTER, Tray.RIGHT, Clock.systemUTC());
        right.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        right.printed(SCAN, "Ost");

        assertThat(scenes).containsExactly(new Scene.Printing(0, Tray.RIGHT), new Scene.BadgeReady(Tray.RIGHT));
    }

    @Test
    void saysOfAPrinterThatReportsNothingOnlyThatItIsPrinting() {
        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        view.handedOver(SCAN, "Windows");

        assertThat(scenes.get(1)).isEqualTo(new Scene.BadgeComing());
    }

    @Test
    void saysInTheOrganisersWordsWhatComesNext() {
        Wording onward = new Wording("Eröffnung im Saal 1, Aufzug links.", "Opening in hall 1, lift on the left.");
        List<DoorSheet> heard = new ArrayList<>();
        view.onSheet(heard::add);
        view.knows(Sample.sheet().withGuests(new DoorSheet.GuestTexts(null, onward)));
        view.passed(passage(Outcome.admitted(Source.SERVER), null, null));
        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        view.printed(SCAN, "Ost");

        assertThat(heard).hasSize(1);
        assertThat(scenes)
                .containsExactly(
                        new Scene.Welcome(onward), new Scene.Printing(0), new Scene.BadgeReady(Tray.BELOW, onward));
    }

    /** Nobody arrives where badges are handed out only: no time is named, and the way leads to the entrance. */
    @Test
    void aBadgeOnlyStationSendsItsGuestsToTheEntranceAndNamesNoArrival() {
        Wording onward = new Wording(
                "Bitte zeigen Sie es am Einlass noch einmal vor.", "Please show it once more at the entrance.");
        Wording made = new Wording(
                "Ihr Namensschild ist schon gedruckt. Bitte zeigen Sie es am Einlass noch einmal vor.",
                "Your badge is printed already. Please show it once more at the entrance.");
        view.knows(Sample.sheet()
                .withHandOut(
                        new DoorSheet.HandOut(new Wording("Namensschild", "Badge"), new ScopeId("abholung"), false)));

        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        view.printed(SCAN, "Ost");
        view.passed(passage(Outcome.admitted(Source.SERVER), Sample.MORNING, null));

        assertThat(scenes)
                .containsExactly(
                        new Scene.Printing(0), new Scene.BadgeReady(Tray.BELOW, onward), new Scene.Welcome(made));
    }

    @Test
    void whoeverHasCorrectedTheNameGivesTheFirstBadgeBack() {
        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        view.printed(SCAN, "Ost");
        view.nameCorrected(SCAN);
        view.printed(SCAN, "Ost");

        assertThat(scenes.get(2)).isEqualTo(new Scene.Printing(0));
        assertThat(((Scene.BadgeReady) scenes.get(3)).onward().german()).contains("falschen Namen");
        assertThat(((Scene.BadgeReady) scenes.get(3)).onward().english()).contains("wrong name");
    }

    @Test
    void whoeverSaysThatTheNameIsWrongGoesToACounterThatKnowsWhy() {
        List<SentGuest> sent = new ArrayList<>();
        ScreenView told = new ScreenView(scenes::add, COUNTER, Tray.BELOW, Clock.systemUTC(), (guest, then) -> {
            sent.add(guest);
            then.accept(new Counter("7"));
        });
        told.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        told.printed(SCAN, "Ost");
        told.asks(SCAN, GuestRequest.NAME_MISSPELT);
        told.asks(SCAN, GuestRequest.NOT_ME);
        told.guestLeft(SCAN);
        told.asks(SCAN, GuestRequest.NOT_ME);

        assertThat(sent)
                .containsExactly(
                        new SentGuest(SCAN, SentGuest.Cause.NAME_MISSPELT, null),
                        new SentGuest(SCAN, SentGuest.Cause.NOT_THIS_PERSON, null));
        assertThat(scenes).last().isEqualTo(new Scene.PleaseGoToCounter(new Counter("7")));
    }

    @Test
    void whoeverSaysSoWhileTheBadgeIsPrintedStillReadsTheWayToTheCounter() {
        List<SentGuest> sent = new ArrayList<>();
        List<Consumer<Counter>> waiting = new ArrayList<>();
        ScreenView told = new ScreenView(scenes::add, COUNTER, Tray.BELOW, Clock.systemUTC(), (guest, then) -> {
            sent.add(guest);
            waiting.add(then);
        });
        told.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        told.notPrinted(SCAN, FAULT);
        told.asks(SCAN, GuestRequest.NOT_ME);
        told.printing(SCAN);
        waiting.forEach(then -> then.accept(new Counter("7")));
        told.printed(SCAN, "Ost");
        told.handedOver(SCAN, "Ost");
        told.notPrinted(SCAN, FAULT);

        assertThat(sent)
                .extracting(SentGuest::cause)
                .containsExactly(SentGuest.Cause.NO_BADGE, SentGuest.Cause.NOT_THIS_PERSON);
        assertThat(scenes).containsExactly(new Scene.Printing(0), new Scene.PleaseGoToCounter(new Counter("7")));

        EntryId next = SampleEntries.id();
        told.reading(next);
        told.printed(next, "Ost");
        assertThat(scenes).last().isEqualTo(new Scene.BadgeReady());
    }

    @Test
    void showsABadgeThatComesLateToNobodyElse() {
        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        view.notPrinted(SCAN, FAULT);
        view.guestLeft(SCAN);
        view.printed(SCAN, "Ost");

        assertThat(scenes).last().isEqualTo(new Scene.BadgeAtCounter(COUNTER, ScreenView.LOOK_AFTER_PRINTER));
    }

    @Test
    void asksTheTeamToThePrinterAndNeverSaysWhatItLacks() {
        view.printer(PrinterStatus.trouble("Brother", PrinterFault.PAPER_OUT));
        view.printer(PrinterStatus.of("Brother", false, List.of(), List.of()));

        assertThat(scenes).containsExactly(new Scene.Idle(ScreenView.LOOK_AFTER_PRINTER), new Scene.Idle());
        assertThat(ScreenView.LOOK_AFTER_PRINTER.german()).doesNotContainIgnoringCase("papier");
    }

    @Test
    void leavesAGuestsScreenAloneWhileThePrinterIsBeingMended() {
        view.reading(SCAN);

        view.printer(PrinterStatus.trouble("Brother", PrinterFault.PAPER_JAM));
        view.guestLeft(SCAN);

        assertThat(scenes).containsExactly(new Scene.Reading(), new Scene.Idle(ScreenView.LOOK_AFTER_PRINTER));
    }

    @Test
    void greetsWhoeverComesAgainByTheEventsClock() {
        view.setZone(ZoneId.of("Europe/Berlin"));

        view.passed(passage(Outcome.admitted(Source.DEVICE), Sample.MORNING, null));

        assertThat(scenes)
                .containsExactly(new Scene.WelcomeBack(LocalDateTime.of(2022, 7, 4, 9, 12), LocalDate.of(2022, 7, 4)));
    }

    @Test
    void saysWhyItCannotWork() {
        view.unable(SCAN, Trouble.NO_JOURNAL);

        assertThat(scenes).containsExactly(new Scene.NotReady(ScreenView.NO_JOURNAL, COUNTER));
    }

    @Test
    void asksForAMomentAndNamesTheCounterOnlyToWhomeverHasWaitedForLong() {
        view.reading(SCAN);
        view.waiting(SCAN);
        view.waitingLong(SCAN);
        view.unable(SCAN, Trouble.NO_ROSTER);

        assertThat(scenes)
                .containsExactly(
                        new Scene.Reading(), new Scene.OneMoment(null), new Scene.OneMoment(COUNTER), new Scene.Idle());
    }

    @Test
    void sendsEverybodyToTheCounterFromAWithdrawnDevice() {
        view.withdrawn();
        view.open(true);
        view.reading(SCAN);
        view.unable(SCAN, Trouble.WITHDRAWN);

        assertThat(scenes).hasSize(4).containsOnly(new Scene.Withdrawn(COUNTER));
    }

    @Test
    void doesNotLetAPrintThatEndsLateInviteGuestsToAWithdrawnDevice() {
        view.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));

        view.withdrawn();
        view.printing(SCAN);
        view.printed(SCAN, "badge-0001.pdf");
        view.notPrinted(SCAN, FAULT);

        assertThat(scenes.subList(1, scenes.size())).hasSize(4).containsOnly(new Scene.Withdrawn(COUNTER));
    }

    @Test
    void tellsWhoseBadgeWasPrintedBeforehandWhereItLies() {
        view.passed(new ShownOutcome(
                SCAN, Outcome.admitted(Source.SERVER), null, null, null, Duration.ZERO, "", Sample.BOXED));

        assertThat(scenes).containsExactly(new Scene.BadgeInBox(2, "G–M", 37));
    }

    @Test
    void invitesGuestsAgainOnceTheDeviceHasTheOrganisersTrustAgain() {
        view.withdrawn();
        view.readmitted();
        view.reading(SCAN);

        assertThat(scenes).containsExactly(new Scene.Withdrawn(COUNTER), new Scene.Idle(), new Scene.Reading());
    }

    @Test
    void saysOfADeviceThatWasWipedWhereToGoAndNotThatTheServerIsSilent() {
        view.withdrawn();
        view.open(false);

        assertThat(scenes).hasSize(2).containsOnly(new Scene.Withdrawn(COUNTER));
    }

    @Test
    void theEndOfAnOldScreenSendsNobodyAwayWhoCameSince() {
        EntryId next = SampleEntries.id();
        view.reading(SCAN);
        view.reading(next);
        view.printer(PrinterStatus.trouble("Brother", PrinterFault.PAPER_OUT));

        view.guestLeft(SCAN);
        view.printing(next);

        assertThat(view.guest()).contains(next);
        assertThat(scenes).containsExactly(new Scene.Reading(), new Scene.Reading(), new Scene.Printing(40));
    }

    @Test
    void aDiskThatIsWellAgainTakesNoGuestsScreenAway() {
        view.unable(SCAN, Trouble.NO_JOURNAL);
        view.reading(SCAN);
        view.passed(passage(Outcome.admitted(Source.SERVER), null, null));

        view.ableAgain();

        assertThat(scenes).last().isEqualTo(new Scene.Welcome());
    }

    @Test
    void namesTheCounterThatIsOpenAndTellsWhoComesAndWhy() {
        List<SentGuest> sent = new ArrayList<>();
        ScreenView open = new ScreenView(scenes::add, COUNTER, Tray.BELOW, Clock.systemUTC(), (guest, then) -> {
            sent.add(guest);
            then.accept(new Counter("7"));
        });

        open.passed(passage(Outcome.refused(Refusal.BLOCKED, Source.SERVER), null, null));
        open.passed(passage(Outcome.admitted(Source.SERVER), null, Sample.badge(1, false)));
        open.notPrinted(SCAN, FAULT);

        assertThat(sent)
                .containsExactly(
                        new SentGuest(SCAN, SentGuest.Cause.REFUSED, Refusal.BLOCKED),
                        new SentGuest(SCAN, SentGuest.Cause.NO_BADGE, null));
        assertThat(scenes.get(0)).isEqualTo(new Scene.PleaseGoToCounter(new Counter("7")));
        assertThat(scenes).last().isEqualTo(new Scene.BadgeAtCounter(new Counter("7"), ScreenView.LOOK_AFTER_PRINTER));
    }

    @Test
    void aCounterThatIsKnownLateIsShownToNobodyElse() {
        List<Consumer<Counter>> waiting = new ArrayList<>();
        ScreenView slow =
                new ScreenView(scenes::add, COUNTER, Tray.BELOW, Clock.systemUTC(), (guest, then) -> waiting.add(then));
        slow.reading(SCAN);
        slow.passed(passage(Outcome.refused(Refusal.BLOCKED, Source.SERVER), null, null));
        slow.reading(SampleEntries.id());

        waiting.get(0).accept(new Counter("7"));

        assertThat(scenes).containsOnly(new Scene.Reading());
    }

    private static ShownOutcome passage(Outcome outcome, Instant earlier, BadgeOrder badge) {
        return new ShownOutcome(SCAN, outcome, null, earlier, badge, Duration.ZERO);
    }

    @Test
    void case04TheGuestIsToldTheCounterAndTheTeamWhatHoldsTheJournal() {
        view.unable(SCAN, GateListener.Trouble.JOURNAL_LOCKED);
        view.unable(SCAN, GateListener.Trouble.NO_JOURNAL);
        view.ableAgain();

        assertThat(scenes)
                .containsExactly(
                        new Scene.NotReady(ScreenView.JOURNAL_LOCKED, COUNTER),
                        new Scene.NotReady(ScreenView.NO_JOURNAL, COUNTER),
                        new Scene.Idle());
    }

    @Test
    void case04TheTroubleOfAScanEndsByItselfThoughNobodyScansAgain() {
        view.reading(SCAN);
        view.unable(SCAN, GateListener.Trouble.JOURNAL_LOCKED);
        view.ableAgain();

        assertThat(scenes)
                .containsExactly(
                        new Scene.Reading(), new Scene.NotReady(ScreenView.JOURNAL_LOCKED, COUNTER), new Scene.Idle());
    }

    @Test
    void case14ACameraThatGoesAfterAGuestWasAskedForTheCodeOnceMoreIsShown() {
        view.reading(SCAN);
        view.onceMore(SCAN, GateReading.Flaw.PIECE);
        view.cameraFault(ScreenView.CAMERA_GONE);

        assertThat(scenes.get(2)).isEqualTo(new Scene.NotReady(ScreenView.CAMERA_GONE, COUNTER));
    }

    @Test
    void case14ACameraThatSeesNothingSendsToTheCounterUntilItSeesAgain() {
        view.cameraFault(ScreenView.CAMERA_GONE);
        view.cameraFault(null);

        assertThat(scenes).containsExactly(new Scene.NotReady(ScreenView.CAMERA_GONE, COUNTER), new Scene.Idle());
    }

    @Test
    void case14TheGuestWhoseScreenIsOnIsNotDisturbed() {
        view.reading(SCAN);
        view.cameraFault(ScreenView.CAMERA_COVERED);
        assertThat(scenes).containsExactly(new Scene.Reading());

        view.guestLeft(SCAN);

        assertThat(scenes.get(1)).isEqualTo(new Scene.NotReady(ScreenView.CAMERA_COVERED, COUNTER));
    }

    @Test
    void whatEndsByItselfIsFollowedByHowTheDeviceIsThen() {
        view.printer(PrinterStatus.trouble("Brother", PrinterFault.PAPER_OUT));
        assertThat(view.atRest()).isEqualTo(new Scene.Idle(ScreenView.LOOK_AFTER_PRINTER));
        view.cameraFault(ScreenView.CAMERA_GONE);
        assertThat(view.atRest()).isEqualTo(new Scene.NotReady(ScreenView.CAMERA_GONE, COUNTER));

        view.onceMore(SCAN, GateReading.Flaw.PIECE);
        assertThat(view.atRest()).isEqualTo(new Scene.NotReady(ScreenView.CAMERA_GONE, COUNTER));
        view.unable(SCAN, Trouble.NO_JOURNAL);
        assertThat(view.atRest()).isEqualTo(new Scene.NotReady(ScreenView.NO_JOURNAL, COUNTER));

        view.ableAgain();
        view.cameraFault(null);
        view.printer(PrinterStatus.of("Brother", false, List.of(), List.of()));
        assertThat(view.atRest()).isEqualTo(new Scene.Idle());
    }

    @Test
    void aJournalThatTakesAScanIsNoTroubleAnyMore() {
        view.unable(SCAN, Trouble.NO_JOURNAL);
        view.reading(SCAN);
        view.passed(passage(Outcome.admitted(Source.SERVER), null, null));

        assertThat(view.atRest()).isEqualTo(new Scene.Idle());
    }

    @Test
    void severalTicketsAtAWithdrawnDeviceChangeNothing() {
        view.oneAtATime();
        view.withdrawn();
        view.oneAtATime();

        assertThat(scenes)
                .containsExactly(new Scene.OneAtATime(), new Scene.Withdrawn(COUNTER), new Scene.Withdrawn(COUNTER));
        assertThat(view.atRest()).isEqualTo(new Scene.Withdrawn(COUNTER));
    }

    @Test
    void asksForAMomentFromTheStartUntilTheDoorIsKnownAndNamesASilentServer() {
        view.open(false);
        view.stillSilent();
        view.open(true);
        view.stillSilent();

        assertThat(scenes)
                .containsExactly(new Scene.Starting(), new Scene.NotReady(ScreenView.NO_DOOR_SHEET), new Scene.Idle());
    }

    @Test
    void aGuestWhoWaitsForTheFirstDoorSheetKeepsTheScreen() {
        view.open(false);
        view.reading(SCAN);
        view.waiting(SCAN);
        view.stillSilent();
        view.open(true);

        assertThat(scenes).containsExactly(new Scene.Starting(), new Scene.Reading(), new Scene.OneMoment(null));
    }

    @Test
    void case07TheTeamReadsThatTheScannerSendsNoLineEnd() {
        view.onceMore(SCAN, GateReading.Flaw.NO_LINE_END);

        assertThat(scenes).containsExactly(new Scene.OnceMore(COUNTER, ScreenView.NO_LINE_END));
    }
}
