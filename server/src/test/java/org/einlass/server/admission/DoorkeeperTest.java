package org.einlass.server.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.einlass.contract.admission.Booking;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Repetition;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DoorkeeperTest {
    private final Random chance = new Random(1);

    @TempDir
    Path folder;

    private Congress congress(Databases database) {
        return new Congress(database, folder);
    }

    private Machine machine(Congress congress, String id) {
        return new Machine(id, congress, chance);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsTheSameAgainThoughTheClockTicksFinerThanTheTables(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
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
    void admitsOnceAndOffersTheBadge(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
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
    void repeatsTheAnswerToTheSameQuestionAHundredTimesInParallel(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
            Congress.Guest guest = congress.guest();
            ScanQuestion question = new ScanQuestion(
                    kiosk.nextId(), Congress.NORTH, guest.ticket().text(), kiosk.time());

            List<CompletableFuture<ScanAnswer>> asked = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                asked.add(congress.doorkeeper()
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
    void saysWhatKindOfCodeItCannotAdmit(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");

            assertThat(ask(congress, kiosk, Congress.NORTH, "https://example.org/somebody"))
                    .isEqualTo(Refusal.UNKNOWN);
            assertThat(ask(congress, kiosk, Congress.NORTH, "\u0007")).isEqualTo(Refusal.FOREIGN);
            assertThat(ask(
                            congress,
                            kiosk,
                            Congress.NORTH,
                            congress.strangeCode().text()))
                    .isEqualTo(Refusal.UNKNOWN);
            var forged = new CodeKey(Congress.EVENT, '1', new byte[CodeKey.BYTES]).issue(CodeKind.TICKET, chance);
            assertThat(ask(congress, kiosk, Congress.NORTH, forged.text())).isEqualTo(Refusal.NOT_GENUINE);
        }
    }

    private static Refusal ask(Congress congress, Machine kiosk, DoorId door, String code) {
        return congress.ask(kiosk.id, kiosk.nextId(), door, code, kiosk.time()).refusal();
    }

    @ParameterizedTest
    @EnumSource
    void letsAStrangerInProvisionallyAndListsThemUntilTheCodeIsKnown(Databases database) {
        try (Congress congress = congress(database)) {
            Machine door = machine(congress, "door-1");
            congress.rule(
                    Congress.FRONT,
                    new DoorRule(Set.of(), Set.of(), DoorRule.OPEN.window(), Repetition.FREE, Duration.ZERO, true));
            var stranger = congress.strangeCode();

            ScanAnswer answer = door.scan(Congress.FRONT, stranger);
            door.deliverAll();

            assertThat(answer.verdict()).isEqualTo(Verdict.PROVISIONAL);
            assertThat(conflicts(congress)).containsExactly("PROVISIONAL");
            assertThat(people(congress, "arena")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void offersToLetInWhereTheFirstKioskNeverConfirmed(Databases database) {
        try (Congress congress = congress(database)) {
            Machine first = machine(congress, "kiosk-1");
            Machine second = machine(congress, "kiosk-2");
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
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
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
    void listsAnAdmissionAgainstTheServersRefusalWithBothVerdicts(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
            Congress.Guest guest = congress.guest();
            congress.execute("update registrations set status = 'CANCELLED'");
            EntryId scan = kiosk.nextId();

            ScanAnswer answer = kiosk.ask(scan, Congress.NORTH, guest.ticket());
            kiosk.show(scan, Congress.NORTH, guest.ticket(), Outcome.admitted(Outcome.Source.DEVICE));
            kiosk.deliverAll();

            assertThat(answer.refusal()).isEqualTo(Refusal.CANCELLED);
            assertThat(conflicts(congress)).containsExactly("VERDICTS_DIFFER");
            assertThat(people(congress, "arena")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesALateQuestionTheOutcomeThatWasReported(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
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
    void quarantinesAnIdThatIsUsedTwice(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
            List<Congress.Guest> guests = congress.guests(2);
            EntryId scan = kiosk.nextId();
            kiosk.ask(scan, Congress.NORTH, guests.get(0).ticket());

            assertThatThrownBy(
                            () -> kiosk.ask(scan, Congress.NORTH, guests.get(1).ticket()))
                    .hasCauseInstanceOf(ReusedId.class);
            kiosk.show(scan, Congress.NORTH, guests.get(1).ticket(), Outcome.admitted(Outcome.Source.DEVICE));

            assertThat(kiosk.deliverAll().entries().get(0).fate()).isEqualTo(Fate.QUARANTINED);
            assertThat(congress.count("select count(*) from quarantine")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatItDoesNotUnderstandAndTakesTheRest(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
            Congress.Guest guest = congress.guest();
            kiosk.admitAlone(Congress.NORTH, guest.ticket());
            ObjectNode report = JournalJson.mapper().valueToTree(kiosk.report(kiosk.journal));
            ObjectNode newer = report.withArray("entries").addObject().put("type", "teleported");
            newer.putObject("head").put("sequence", 2);
            report.put("highWater", 2);
            report.withArray("entries").addObject().put("type", "scanned").put("door", "x y");
            report.withArray("entries").add("hello");

            var receipt = Congress.await(congress.doorkeeper().report(Congress.EVENT, kiosk.id, report));
            var again = Congress.await(congress.doorkeeper().report(Congress.EVENT, kiosk.id, report));

            assertThat(receipt.entries())
                    .extracting(entry -> entry.fate())
                    .containsExactly(Fate.ACCEPTED, Fate.QUARANTINED, Fate.QUARANTINED, Fate.QUARANTINED);
            assertThat(again.entries().get(0).fate()).isEqualTo(Fate.KNOWN);
            assertThat(congress.count("select count(*) from quarantine")).isEqualTo(3);
            assertThat(gaps(congress)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsTwoOfflineAdmissionsAsAConflictUntilOneIsUndone(Databases database) {
        try (Congress congress = congress(database)) {
            Machine north = machine(congress, "kiosk-1");
            Machine south = machine(congress, "kiosk-2");
            Congress.Guest guest = congress.guest();
            north.admitAlone(Congress.NORTH, guest.ticket());
            congress.after(Duration.ofMinutes(2));
            JournalEntry twice = south.admitAlone(Congress.SOUTH, guest.ticket());
            south.deliverAll();
            north.deliverAll();

            assertThat(conflicts(congress)).containsExactly("DOUBLE_ADMISSION");
            assertThat(people(congress, "arena")).isEqualTo(1);

            south.undo(twice.head().id());
            south.deliverAll();
            assertThat(conflicts(congress)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsAConflictSettledUntilANewEntryOpensItAgain(Databases database) {
        try (Congress congress = congress(database)) {
            Machine north = machine(congress, "kiosk-1");
            Machine south = machine(congress, "kiosk-2");
            Congress.Guest guest = congress.guest();
            north.admitAlone(Congress.NORTH, guest.ticket());
            congress.after(Duration.ofMinutes(2));
            south.admitAlone(Congress.SOUTH, guest.ticket());
            north.deliverAll();
            south.deliverAll();
            var item = open(congress).get(0);

            south.settle(item.id(), item.entries());
            south.deliverAll();
            assertThat(open(congress)).isEmpty();

            congress.after(Duration.ofMinutes(2));
            north.admitAlone(Congress.NORTH, guest.ticket());
            north.deliverAll();
            assertThat(open(congress)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAStaffOverrideCountAndItsUndoCountNoMore(Databases database) {
        try (Congress congress = congress(database)) {
            Machine desk = machine(congress, "desk-1");
            Congress.Guest guest = congress.guest();
            EntryId scan = desk.nextId();
            desk.show(scan, Congress.NORTH, guest.ticket(), Outcome.refused(Refusal.BLOCKED, Outcome.Source.DEVICE));
            JournalEntry override = desk.override(scan, Congress.NORTH, guest.ticket(), Verdict.ADMITTED);
            desk.deliverAll();
            assertThat(people(congress, "arena")).isEqualTo(1);

            JournalEntry undo = desk.undo(override.head().id());
            desk.deliverAll();
            assertThat(people(congress, "arena")).isZero();

            desk.undo(undo.head().id());
            desk.deliverAll();
            assertThat(people(congress, "arena")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void correctsTheHeadCountByWhatSomebodyCounted(Databases database) {
        try (Congress congress = congress(database)) {
            Machine door = machine(congress, "door-1");
            List<Congress.Guest> guests = congress.guests(4);
            door.scan(Congress.FRONT, guests.get(0).ticket());
            door.scan(Congress.FRONT, guests.get(1).ticket());
            congress.after(Duration.ofMinutes(1));
            JournalEntry counted = door.count("arena", 34);
            congress.after(Duration.ofMinutes(1));
            door.scan(Congress.FRONT, guests.get(2).ticket());
            door.scan(Congress.EXIT, guests.get(0).ticket());
            door.scan(Congress.FRONT, guests.get(1).ticket());
            door.scan(Congress.FRONT, guests.get(3).ticket());
            door.deliverAll();
            assertThat(people(congress, "arena")).isEqualTo(35);

            door.undo(counted.head().id());
            door.deliverAll();
            assertThat(people(congress, "arena")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhoComesToAFullRoomAndAdmitsThemWhenSomebodyHasLeft(Databases database) {
        try (Congress congress = congress(database)) {
            Machine door = machine(congress, "door-1");
            List<Congress.Guest> guests = congress.guests(Congress.SEATS + 1);
            for (int i = 0; i < Congress.SEATS; i++) {
                assertThat(door.scan(Congress.WORKSHOP, guests.get(i).ticket()).verdict())
                        .isEqualTo(Verdict.ADMITTED);
            }
            assertThat(door.scan(Congress.WORKSHOP, guests.get(Congress.SEATS).ticket())
                            .refusal())
                    .isEqualTo(Refusal.AREA_FULL);

            congress.after(Duration.ofMinutes(1));
            door.scan(Congress.WORKSHOP_EXIT, guests.get(0).ticket());
            door.deliverAll();

            assertThat(people(congress, "loge-4")).isEqualTo(Congress.SEATS - 1);
            assertThat(people(congress, "arena")).isEqualTo(Congress.SEATS);
            assertThat(door.scan(Congress.WORKSHOP, guests.get(Congress.SEATS).ticket())
                            .verdict())
                    .isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void admitsAgainAfterAnExitButNotForAnExitBeforeTheClaim(Databases database) {
        try (Congress congress = congress(database)) {
            Machine door = machine(congress, "door-1");
            Machine other = machine(congress, "door-2");
            Congress.Guest guest = congress.guest();
            JournalEntry earlyExit =
                    other.show(other.nextId(), Congress.EXIT, guest.ticket(), Outcome.admitted(Outcome.Source.DEVICE));
            congress.after(Duration.ofMinutes(10));
            door.scan(Congress.WORKSHOP, guest.ticket());
            door.deliverAll();

            other.deliver(List.of(earlyExit));
            assertThat(door.scan(Congress.WORKSHOP, guest.ticket()).refusal()).isEqualTo(Refusal.ALREADY_INSIDE);

            congress.after(Duration.ofMinutes(1));
            door.scan(Congress.EXIT, guest.ticket());
            door.deliverAll();
            assertThat(door.scan(Congress.WORKSHOP, guest.ticket()).verdict()).isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void admitsOnceADayByTheEventsDayStart(Databases database) {
        try (Congress congress = new Congress(database, folder, Repetition.ONCE_A_DAY, UnaryOperator.identity())) {
            Machine kiosk = machine(congress, "kiosk-1");
            Congress.Guest guest = congress.guest();
            kiosk.scan(Congress.NORTH, guest.ticket());
            congress.time.set(Instant.parse("2022-07-05T01:59:00Z"));
            assertThat(kiosk.scan(Congress.NORTH, guest.ticket()).refusal()).isEqualTo(Refusal.ALREADY_USED);
            congress.time.set(Instant.parse("2022-07-05T02:01:00Z"));
            assertThat(kiosk.scan(Congress.NORTH, guest.ticket()).verdict()).isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsBackInWithinTheReentryWindowOnly(Databases database) {
        try (Congress congress = congress(database)) {
            congress.rule(
                    Congress.SOUTH,
                    new DoorRule(
                            Set.of(),
                            Set.of(),
                            DoorRule.OPEN.window(),
                            Repetition.REENTRY_WINDOW,
                            Duration.ofMinutes(30),
                            false));
            Machine door = machine(congress, "door-1");
            Congress.Guest guest = congress.guest();
            door.scan(Congress.SOUTH, guest.ticket());
            congress.after(Duration.ofMinutes(10));
            door.scan(Congress.EXIT, guest.ticket());
            door.deliverAll();
            congress.after(Duration.ofMinutes(29));
            assertThat(door.scan(Congress.SOUTH, guest.ticket()).verdict()).isEqualTo(Verdict.ADMITTED);
            congress.after(Duration.ofMinutes(1));
            door.scan(Congress.EXIT, guest.ticket());
            door.deliverAll();
            congress.after(Duration.ofMinutes(31));
            assertThat(door.scan(Congress.SOUTH, guest.ticket()).refusal()).isEqualTo(Refusal.ALREADY_USED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsBookedSeatsUntilSomeMinutesAfterTheStart(Databases database) {
        try (Congress congress = congress(database)) {
            Machine door = machine(congress, "door-1");
            List<Congress.Guest> guests = congress.guests(2);
            String congressId = Congress.EVENT.text();
            congress.execute(
                    "insert into programmes (event, id, title_german, title_english) values (?, 'egk', 'x', 'x')",
                    congressId);
            congress.execute("""
                    insert into sessions (event, id, programme, title_german, title_english, area, starts_at, ends_at)
                    values (?, 'workshop-1', 'egk', 'x', 'x', 'loge-4', 0, 1)
                    """, congressId);
            congress.execute(
                    "insert into bookings (event, session, registration, booked_at) values (?, 'workshop-1', ?, 0)",
                    congressId,
                    guests.get(0).registration().toString());
            congress.rule(
                    Congress.FRONT,
                    DoorRule.OPEN.booked(new Booking(
                            new SessionId("workshop-1"), Congress.NINE.plusSeconds(600), Duration.ofMinutes(5))));

            assertThat(door.scan(Congress.FRONT, guests.get(0).ticket()).verdict())
                    .isEqualTo(Verdict.ADMITTED);
            assertThat(door.scan(Congress.FRONT, guests.get(1).ticket()).refusal())
                    .isEqualTo(Refusal.NOT_BOOKED);
            congress.after(Duration.ofMinutes(15));
            assertThat(door.scan(Congress.FRONT, guests.get(1).ticket()).verdict())
                    .isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void correctsTheTimesOfAWholeBootHoweverWrongTheClockIs(Databases database) {
        try (Congress congress = congress(database)) {
            Machine wrong = machine(congress, "kiosk-1");
            wrong.clockError(Duration.ofDays(-1));
            Congress.Guest guest = congress.guest();
            wrong.admitAlone(Congress.NORTH, guest.ticket());
            congress.after(Duration.ofHours(3));
            wrong.clockError(Duration.ofDays(300));
            wrong.deliverAll();

            long at = congress.count("select at from facts");
            assertThat(Instant.ofEpochMilli(at)).isBetween(Congress.NINE.minusMillis(400), Congress.NINE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesGapsAndCopiedDisksAndDanglingEntries(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
            List<Congress.Guest> guests = congress.guests(3);
            guests.forEach(guest -> kiosk.admitAlone(Congress.NORTH, guest.ticket()));
            kiosk.undo(kiosk.nextId());
            kiosk.deliver(List.of(kiosk.journal.get(1), kiosk.journal.get(3)));

            assertThat(gaps(congress))
                    .containsExactly(new Epochs.Gap(kiosk.id, kiosk.epoch().toString(), 2));
            assertThat(forks(congress)).isEmpty();
            assertThat(dangling(congress))
                    .containsExactly(kiosk.journal.get(3).head().id().toString());

            kiosk.deliverAll();
            Machine copy = machine(congress, "kiosk-1");
            copy.admitAlone(Congress.SOUTH, guests.get(0).ticket());
            var predecessor = kiosk.epoch();
            for (var successor : List.of(chance.nextLong(), chance.nextLong())) {
                congress.report(
                        kiosk.id, new JournalReport(new EpochId(new UUID(successor, 1)), predecessor, 0, List.of()));
            }
            assertThat(gaps(congress)).isEmpty();
            assertThat(forks(congress)).containsExactly(kiosk.id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void setsAsideAStolenDevicesFactsFromAMoment(Databases database) {
        try (Congress congress = congress(database)) {
            Machine stolen = machine(congress, "kiosk-1");
            List<Congress.Guest> guests = congress.guests(2);
            stolen.scan(Congress.NORTH, guests.get(0).ticket());
            congress.after(Duration.ofHours(1));
            Instant theft = congress.time.get().minusSeconds(60);
            stolen.scan(Congress.NORTH, guests.get(1).ticket());
            stolen.deliverAll();
            assertThat(people(congress, "arena")).isEqualTo(2);

            Congress.await(congress.doorkeeper().setAside(Congress.EVENT, stolen.id, theft, "leitung"));

            assertThat(people(congress, "arena")).isEqualTo(1);
            assertThat(congress.count("select count(*) from facts")).isEqualTo(2);
            Machine honest = machine(congress, "kiosk-2");
            assertThat(honest.scan(Congress.SOUTH, guests.get(1).ticket()).verdict())
                    .isEqualTo(Verdict.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsARevokedDevicesEntriesInQuarantine(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
            congress.execute(
                    "insert into devices (event, id, title, kind, revoked_at) values (?, 'kiosk-1', 'K1', 'KIOSK', 1)",
                    Congress.EVENT.text());
            kiosk.admitAlone(Congress.NORTH, congress.guest().ticket());

            assertThat(kiosk.deliverAll().entries().get(0).fate()).isEqualTo(Fate.QUARANTINED);
            assertThat(people(congress, "arena")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void believesNoAdmissionOfWhoNeverSawTheCode(Databases database) {
        try (Congress congress = congress(database)) {
            Machine thief = machine(congress, "kiosk-1");
            List<Congress.Guest> guests = congress.guests(2);
            JournalEntry.Scanned real = (JournalEntry.Scanned)
                    thief.admitAlone(Congress.NORTH, guests.get(0).ticket());
            JournalEntry invented = new JournalEntry.Scanned(
                    real.head(),
                    real.door(),
                    congress.salt.lookupId(guests.get(1).ticket()),
                    real.proof(),
                    null,
                    real.outcome());

            var receipt = thief.deliver(List.of(invented));

            assertThat(receipt.entries().get(0).fate()).isEqualTo(Fate.ACCEPTED);
            assertThat(conflicts(congress)).containsExactly("NOT_PROVEN");
            assertThat(people(congress, "arena")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsNeitherOtherEventsNorOtherDoors(Databases database) {
        try (Congress congress = congress(database)) {
            Machine kiosk = machine(congress, "kiosk-1");
            ScanQuestion question = new ScanQuestion(kiosk.nextId(), new DoorId("keller"), "x", kiosk.time());

            assertThatThrownBy(() -> Congress.await(congress.doorkeeper().ask(Congress.EVENT, kiosk.id, question)))
                    .hasCauseInstanceOf(UnknownPlace.class);
            assertThatThrownBy(() -> congress.doorkeeper().ask(new EventId("other"), kiosk.id, question))
                    .isInstanceOf(UnknownPlace.class);
            assertThatThrownBy(() -> congress.doorkeeper()
                            .report(
                                    Congress.EVENT,
                                    kiosk.id,
                                    JournalJson.mapper().createObjectNode()))
                    .isInstanceOf(BadReport.class)
                    .hasMessageContaining("no list of entries");
        }
    }

    private static List<Epochs.Gap> gaps(Congress congress) {
        return congress.read(handle -> new Epochs().gaps(handle, Congress.EVENT));
    }

    private static List<DeviceId> forks(Congress congress) {
        return congress.read(handle -> new Epochs().forks(handle, Congress.EVENT));
    }

    private static List<String> dangling(Congress congress) {
        return congress.read(handle -> new Epochs().dangling(handle, Congress.EVENT));
    }

    private static long people(Congress congress, String area) {
        return congress.read(handle -> new HeadCounts().of(handle, Congress.EVENT, Phase.LIVE, new AreaId(area)));
    }

    private static List<Conflicts.Item> open(Congress congress) {
        return congress.read(handle -> new Conflicts().open(handle, Congress.EVENT));
    }

    private static List<String> conflicts(Congress congress) {
        return open(congress).stream().map(Conflicts.Item::kind).toList();
    }
}
