package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Databases;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.UnreadableJournal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server says to a scan, once and for ever. */
final class ScanAnswersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void admitsOnceAndOffersTheBadge(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();

            ScanAnswer first = kiosk.scan(Congress.NORTH, guest.ticket());
            kiosk.deliverAll();
            congress.after(Duration.ofMinutes(5));
            ScanAnswer second = kiosk.scan(Congress.SOUTH, guest.badge());

            assertThat(first.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(first.badge().code()).isEqualTo(guest.badge().text());
            assertThat(second.refusal()).isEqualTo(Refusal.ALREADY_USED);
            assertThat(second.arrivedAt()).isBetween(Congress.NINE.minusSeconds(1), Congress.NINE.plusSeconds(1));
            assertThat(second.unconfirmed()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsTheSameAgainThoughTheClockTicksFinerThanTheTables(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            EntryId scan = kiosk.nextId();
            DeviceTime when = kiosk.time();
            String code = congress.guest().ticket().text();
            congress.after(Duration.ofNanos(1_234_567));

            ScanAnswer first = congress.ask(kiosk.id, scan, Congress.NORTH, code, when);
            ScanAnswer again = congress.ask(kiosk.id, scan, Congress.NORTH, code, when);

            assertThat(first.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(again.answeredAt()).isEqualTo(first.answeredAt());
        }
    }

    @ParameterizedTest
    @EnumSource
    void repeatsTheAnswerToTheSameQuestionAHundredTimesInParallel(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            ScanQuestion question = new ScanQuestion(
                    kiosk.nextId(), Congress.NORTH, guest.ticket().text(), kiosk.time());

            List<CompletableFuture<ScanAnswer>> asked = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                asked.add(congress.services()
                        .scans()
                        .ask(Congress.EVENT, kiosk.id, question)
                        .toCompletableFuture());
            }
            Set<ScanAnswer> answers = new HashSet<>();
            asked.forEach(answer -> answers.add(Congress.await(answer)));

            assertThat(answers).hasSize(1);
            assertThat(congress.count("select count(*) from answers")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAGuestInWhoseBadgeCannotBeMade(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            congress.execute("update codes set sealed = 'bm90IHNlYWxlZCB3aXRoIHRoaXMga2V5' where kind = 'BADGE'");
            EntryId scan = kiosk.nextId();

            ScanAnswer answer = kiosk.ask(scan, Congress.NORTH, guest.ticket());
            ScanAnswer again = kiosk.ask(scan, Congress.NORTH, guest.ticket());

            assertThat(answer.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(answer.badge()).isNull();
            assertThat(again).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAStrangerInProvisionallyAndListsThemUntilTheCodeIsKnown(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice door = congress.machine("door-1");
            congress.rule(
                    Congress.FRONT,
                    new DoorRule(Set.of(), Set.of(), DoorRule.OPEN.window(), ReuseRule.FREE, Duration.ZERO, true));
            var stranger = congress.strangeCode();

            ScanAnswer answer = door.scan(Congress.FRONT, stranger);
            door.deliverAll();

            assertThat(answer.verdict()).isEqualTo(Verdict.PROVISIONAL);
            assertThat(congress.conflicts()).containsExactly("PROVISIONAL");
            assertThat(congress.people("arena")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void offersToLetInWhereTheFirstKioskNeverConfirmed(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice first = congress.machine("kiosk-1");
            SimulatedDevice second = congress.machine("kiosk-2");
            Congress.Guest guest = congress.guest();

            first.ask(first.nextId(), Congress.NORTH, guest.ticket());
            congress.after(Duration.ofMinutes(1));
            ScanAnswer answer = second.scan(Congress.SOUTH, guest.ticket());

            assertThat(answer.refusal()).isEqualTo(Refusal.ALREADY_USED);
            assertThat(answer.unconfirmed()).isEqualTo(new ScanAnswer.Unconfirmed("kiosk-1", Congress.NINE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void freesTheClaimWhereTheDeviceRefusedAfterAll(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            EntryId scan = kiosk.nextId();

            kiosk.ask(scan, Congress.NORTH, guest.ticket());
            kiosk.show(scan, Congress.NORTH, guest.ticket(), Outcome.refused(Refusal.TOO_EARLY, Outcome.Source.DEVICE));
            kiosk.deliverAll();

            assertThat(kiosk.scan(Congress.NORTH, guest.ticket()).verdict()).isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesALateQuestionTheOutcomeThatWasReported(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            Congress.Guest guest = congress.guest();
            EntryId scan = kiosk.nextId();
            kiosk.show(scan, Congress.NORTH, guest.ticket(), Outcome.refused(Refusal.BLOCKED, Outcome.Source.DEVICE));
            kiosk.deliverAll();

            ScanAnswer late = kiosk.ask(scan, Congress.NORTH, guest.ticket());

            assertThat(late.refusal()).isEqualTo(Refusal.BLOCKED);
            assertThat(congress.count("select count(*) from claims")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsNeitherOtherEventsNorOtherDoors(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            ScanQuestion question = new ScanQuestion(kiosk.nextId(), new DoorId("keller"), "x", kiosk.time());

            assertThatThrownBy(
                            () -> Congress.await(congress.services().scans().ask(Congress.EVENT, kiosk.id, question)))
                    .hasCauseInstanceOf(UnknownEventOrDoor.class);
            assertThatThrownBy(() -> congress.services().scans().ask(new EventId("other"), kiosk.id, question))
                    .isInstanceOf(UnknownEventOrDoor.class);
            assertThatThrownBy(() -> congress.services()
                            .journals()
                            .report(
                                    Congress.EVENT,
                                    kiosk.id,
                                    false,
                                    JournalJson.mapper().createObjectNode()))
                    .isInstanceOf(UnreadableJournal.class)
                    .hasMessageContaining("no list of entries");
        }
    }
}
