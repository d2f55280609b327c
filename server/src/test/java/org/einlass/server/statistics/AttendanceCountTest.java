package org.einlass.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.EnteredFromPaper;
import org.einlass.contract.journal.JournalEntry.WalkedIn;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.Sector;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.AttendanceTable;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.reports.statistics.QuarterHour;
import org.einlass.server.event.EventDocument;
import org.junit.jupiter.api.Test;

final class AttendanceCountTest {
    private static final Instant NINE = Instant.parse("2022-07-04T07:00:00Z");
    private static final CategoryId GUEST = new CategoryId("guest");
    private static final CategoryId TEAM = new CategoryId("team");
    private static final ProgrammeId EGK = new ProgrammeId("egk");
    private static final ProgrammeId ITLS = new ProgrammeId("itls");
    private static final DoorId IN = new DoorId("in");
    private static final DoorId OUT = new DoorId("out");

    private final List<CountedRegistration> guests = List.of(
            person("anna", true, GUEST, Sector.STATE, Set.of(EGK, ITLS)),
            person("ben", true, GUEST, Sector.MUNICIPAL, Set.of(EGK)),
            person("cem", true, GUEST, null, Set.of()),
            person("dora", false, GUEST, Sector.STATE, Set.of()),
            person("emil", true, TEAM, Sector.STATE, Set.of()));
    private final List<CountedFact> facts = new ArrayList<>();

    @Test
    void countsEverybodyOnceHoweverOftenTheyWereScanned() {
        scan("anna", NINE, IN, Verdict.ADMITTED);
        scan("anna", NINE.plus(Duration.ofHours(1)), IN, Verdict.ADMITTED);

        Attendance attendance = count();

        assertThat(attendance.total()).isEqualTo(new AttendanceRow("Insgesamt", 3, 1));
        assertThat(rows(Breakdown.SECTOR))
                .containsExactly(
                        new AttendanceRow("Land", 1, 1),
                        new AttendanceRow("Kommune", 1, 0),
                        new AttendanceRow("Ohne Angabe", 1, 0));
    }

    @Test
    void programmesThatOverlapAndGuestsWithoutOneAddUpToDifferentPeople() {
        scan("anna", NINE, IN, Verdict.ADMITTED);

        assertThat(rows(Breakdown.PROGRAMME))
                .containsExactly(
                        new AttendanceRow("EGK", 2, 1),
                        new AttendanceRow("ITLS", 1, 1),
                        new AttendanceRow("Ohne Programm", 1, 0),
                        new AttendanceRow("In beiden Programmen, oben doppelt", -1, -1));
        assertThat(table(Breakdown.PROGRAMME).total()).isEqualTo(new AttendanceRow("Verschiedene Personen", 3, 1));
    }

    /** The 5th congress of 2025: 400 and 500 on its days, 200 of them on both. */
    @Test
    void sevenHundredPeopleCameThoughFourHundredAndFiveHundredDid() {
        List<CountedRegistration> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(person("guest-" + i, true, GUEST, Sector.STATE, Set.of(EGK)));
        }
        for (int i = 0; i < 400; i++) {
            scan("guest-" + i, NINE.plusSeconds(i), IN, Verdict.ADMITTED);
        }
        for (int i = 200; i < 700; i++) {
            scan("guest-" + i, NINE.plus(Duration.ofDays(1)).plusSeconds(i), IN, Verdict.ADMITTED);
        }

        Attendance attendance = AttendanceCount.of(event(), many, facts, Locale.ENGLISH, NINE);

        assertThat(attendance.total().arrived()).isEqualTo(700);
        assertThat(attendance.tables().get(0).rows())
                .extracting(AttendanceRow::label, AttendanceRow::arrived)
                .containsExactly(
                        tuple("Monday, 4 July 2022", 400L),
                        tuple("Tuesday, 5 July 2022", 500L),
                        tuple("On both days, twice above", -200L));
        assertThat(attendance.arrivals()).extracting(DayArrivals::total).containsExactly(400L, 500L);
    }

    /** The tandem of 2022: two congresses under one roof, about 500 visitors, some of them at both. */
    @Test
    void theTwoCongressesOf2022AreCountedEachAndTogether() {
        List<CountedRegistration> many = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Set<ProgrammeId> programmes = i < 100 ? Set.of(EGK, ITLS) : i < 380 ? Set.of(EGK) : Set.of(ITLS);
            many.add(person("guest-" + i, true, GUEST, Sector.STATE, programmes));
            if (i % 6 > 0) {
                scan("guest-" + i, NINE.plusSeconds(i), IN, Verdict.ADMITTED);
            }
        }

        Attendance attendance = AttendanceCount.of(event(), many, facts, Locale.GERMAN, NINE);

        assertThat(rows(attendance, Breakdown.PROGRAMME))
                .containsExactly(
                        new AttendanceRow("EGK", 380, 316),
                        new AttendanceRow("ITLS", 320, 267),
                        new AttendanceRow("In beiden Programmen, oben doppelt", -100, -83));
        assertThat(table(attendance, Breakdown.PROGRAMME).total())
                .isEqualTo(new AttendanceRow("Verschiedene Personen", 600, 500));
    }

    /** The conference in Leipzig: 150 from three states. */
    @Test
    void leipzigsVisitorsAreCountedByState() {
        List<String> states = List.of("Sachsen", "Sachsen", "Sachsen", "Sachsen-Anhalt", "Thüringen");
        List<CountedRegistration> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.add(new CountedRegistration(
                    "guest-" + i, true, GUEST, null, states.get(i % 5), "", Set.of(EGK), Set.of()));
            if (i % 5 != 4) {
                scan("guest-" + i, NINE.plusSeconds(i), IN, Verdict.ADMITTED);
            }
        }

        Attendance attendance = AttendanceCount.of(event(), many, facts, Locale.GERMAN, NINE);

        assertThat(rows(attendance, Breakdown.FEDERAL_STATE))
                .containsExactlyInAnyOrder(
                        new AttendanceRow("Sachsen", 90, 90),
                        new AttendanceRow("Sachsen-Anhalt", 30, 30),
                        new AttendanceRow("Thüringen", 30, 0));
        assertThat(attendance.total()).isEqualTo(new AttendanceRow("Insgesamt", 150, 120));
    }

    @Test
    void whoCameOnAnotherDayOrIsRegisteredForOneStandsInARowOfTheirOwn() {
        scan("anna", NINE.minus(Duration.ofDays(1)), IN, Verdict.ADMITTED);
        scan("ben", NINE, IN, Verdict.ADMITTED);

        assertThat(rows(Breakdown.DAY))
                .containsExactly(
                        new AttendanceRow("Montag, 4. Juli 2022", 3, 1),
                        new AttendanceRow("Dienstag, 5. Juli 2022", 3, 0),
                        new AttendanceRow("An anderen Tagen", 1, 1),
                        new AttendanceRow("An mehreren Tagen, oben mehrfach", -4, 0));
    }

    @Test
    void spellingsOfOneOrganisationAreOneAndThoseWithTheMostAbsentComeFirst() {
        List<CountedRegistration> some = List.of(
                from("a", "Stadt Köln"),
                from("b", "Stadt Köln"),
                from("c", "STADT  KOELN"),
                from("d", "TLRZ"),
                from("e", ""));
        scan("a", NINE, IN, Verdict.ADMITTED);
        scan("b", NINE, IN, Verdict.ADMITTED);

        Attendance attendance = AttendanceCount.of(event(), some, facts, Locale.GERMAN, NINE);

        assertThat(rows(attendance, Breakdown.ORGANISATION))
                .containsExactly(
                        new AttendanceRow("Stadt Köln", 3, 2),
                        new AttendanceRow("Ohne Angabe", 1, 0),
                        new AttendanceRow("TLRZ", 1, 0));
        assertThat(rows(attendance, Breakdown.NO_SHOW))
                .extracting(AttendanceRow::absent)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void saysHowAndAtWhichDoorEachArrivalWasRecorded() {
        scan("anna", NINE, IN, Verdict.ADMITTED);
        CountedFact refused = scan("ben", NINE, IN, Verdict.REFUSED);
        override("ben", refused, Verdict.ADMITTED);
        facts.add(new CountedFact(NINE, "cem", true, paper(IN)));

        assertThat(rows(Breakdown.RECORDING))
                .containsExactly(
                        new AttendanceRow("Ohne Netz, vom Gerät entschieden", 0, 1),
                        new AttendanceRow("Vom Personal eingelassen", 0, 1),
                        new AttendanceRow("Vom Papier, Uhrzeit geschätzt", 0, 1));
        assertThat(rows(Breakdown.DOOR)).containsExactly(new AttendanceRow("Tür", 0, 3));
    }

    @Test
    void countsNobodyWhoWasRefusedOrWentOutOrShowedNoCode() {
        scan("anna", NINE, IN, Verdict.REFUSED);
        scan("ben", NINE, OUT, Verdict.ADMITTED);
        facts.add(new CountedFact(NINE, "cem", false, scanned(IN, Verdict.ADMITTED)));

        assertThat(count().total().arrived()).isZero();
    }

    @Test
    void saysThatTheTeamIsNotCounted() {
        scan("emil", NINE, IN, Verdict.ADMITTED);

        Attendance attendance = count();

        assertThat(attendance.total().arrived()).isZero();
        assertThat(rows(Breakdown.CATEGORY)).containsExactly(new AttendanceRow("Gäste", 3, 0));
        assertThat(table(Breakdown.CATEGORY).notCounted())
                .containsExactly(new AttendanceRow("Nicht mitgezählt: Team", 1, 1));
        assertThat(quarters()).isEmpty();
    }

    @Test
    void countsWhoCameWithoutBeingExpected() {
        scan("dora", NINE, IN, Verdict.ADMITTED);

        assertThat(count().total()).isEqualTo(new AttendanceRow("Insgesamt", 4, 1));
    }

    @Test
    void countsWhoWalkedInUntilThatIsTakenBackAndWhoStandsOnPaper() {
        CountedFact walkIn = new CountedFact(
                NINE,
                "ben",
                true,
                new WalkedIn(
                        head(),
                        new RegistrationId(new UUID(1, 1)),
                        GUEST,
                        List.of(),
                        List.of(),
                        lookup(),
                        new SealedDeskMessage("")));
        facts.add(walkIn);
        facts.add(new CountedFact(NINE, "anna", true, paper(IN)));
        facts.add(new CountedFact(NINE, "cem", true, paper(OUT)));

        assertThat(count().total().arrived()).isEqualTo(2);
        assertThat(count().walkedIn()).isEqualTo(1);
        undo(walkIn);
        assertThat(count().total().arrived()).isEqualTo(1);
        assertThat(count().walkedIn()).isZero();
    }

    @Test
    void countsNobodyForABadgeThatWasMadeForLater() {
        facts.add(new CountedFact(
                NINE,
                "ben",
                true,
                new WalkedIn(
                        head(),
                        new RegistrationId(new UUID(1, 1)),
                        GUEST,
                        List.of(),
                        List.of(),
                        lookup(),
                        new SealedDeskMessage(""),
                        false)));
        assertThat(count().total().arrived()).isZero();

        scan("ben", NINE.plusSeconds(3600), IN, Verdict.ADMITTED);

        assertThat(count().total().arrived()).isEqualTo(1);
    }

    private static JournalEntry paper(DoorId door) {
        return new EnteredFromPaper(
                head(), door, new RegistrationId(new UUID(1, 2)), null, NINE, Duration.ofMinutes(5));
    }

    @Test
    void leavesCodesOfNobodyKnownToBeClarified() {
        scan("?0123", NINE, IN, Verdict.PROVISIONAL);

        assertThat(count().total().arrived()).isZero();
        assertThat(table(Breakdown.CATEGORY).notCounted())
                .contains(new AttendanceRow("Nicht mitgezählt: eingelassene Codes von Unbekannten", 0, 1));
    }

    @Test
    void anUndoneScanCountsNoMoreAndAnUndoneUndoNothing() {
        CountedFact first = scan("anna", NINE, IN, Verdict.ADMITTED);
        CountedFact undo = undo(first);
        long afterUndo = count().total().arrived();
        undo(undo);

        assertThat(afterUndo).isZero();
        assertThat(count().total().arrived()).isEqualTo(1);
    }

    @Test
    void anOverrideDecidesAgainstTheVerdict() {
        CountedFact refused = scan("anna", NINE, IN, Verdict.REFUSED);
        CountedFact admitted = scan("ben", NINE, IN, Verdict.ADMITTED);
        override("anna", refused, Verdict.ADMITTED);
        override("ben", admitted, Verdict.REFUSED);

        Attendance attendance = count();

        assertThat(attendance.total().arrived()).isEqualTo(1);
        assertThat(rows(Breakdown.SECTOR)).contains(new AttendanceRow("Land", 1, 1));
    }

    @Test
    void whomStaffLetInArrivedWhenTheyWereLetIn() {
        CountedFact refused = scan("anna", NINE, IN, Verdict.REFUSED);
        CountedFact admitted = scan("ben", NINE, IN, Verdict.ADMITTED);
        override("anna", refused, NINE.plus(Duration.ofMinutes(20)), Verdict.ADMITTED);
        override("ben", admitted, NINE.plus(Duration.ofMinutes(20)), Verdict.ADMITTED);

        assertThat(quarters())
                .containsExactly(
                        new QuarterHour(OffsetDateTime.parse("2022-07-04T09:00+02:00"), 1),
                        new QuarterHour(OffsetDateTime.parse("2022-07-04T09:15+02:00"), 1));
    }

    @Test
    void anOverrideWhoseScanNeverArrivedStillCounts() {
        CountedFact missing = new CountedFact(NINE, "anna", true, scanned(IN, Verdict.REFUSED));
        override("anna", missing, Verdict.ADMITTED);

        assertThat(count().total().arrived()).isEqualTo(1);
    }

    @Test
    void countsArrivalsByQuarterHourOfTheEventsOwnClockAndDay() {
        scan("anna", Instant.parse("2022-07-04T07:14:59Z"), IN, Verdict.ADMITTED);
        scan("ben", Instant.parse("2022-07-04T07:15:00Z"), IN, Verdict.ADMITTED);
        scan("cem", Instant.parse("2022-07-04T07:29:00Z"), IN, Verdict.ADMITTED);
        scan("cem", Instant.parse("2022-07-04T20:00:00Z"), IN, Verdict.ADMITTED);
        scan("anna", Instant.parse("2022-07-04T23:30:00Z"), IN, Verdict.ADMITTED);
        scan("anna", Instant.parse("2022-07-05T07:00:00Z"), IN, Verdict.ADMITTED);

        assertThat(quarters())
                .containsExactly(
                        new QuarterHour(OffsetDateTime.parse("2022-07-04T09:00+02:00"), 1),
                        new QuarterHour(OffsetDateTime.parse("2022-07-04T09:15+02:00"), 2),
                        new QuarterHour(OffsetDateTime.parse("2022-07-05T09:00+02:00"), 1));
    }

    @Test
    void theSameFactsInAnyOrderGiveTheSameNumbers() {
        Random chance = new Random(5);
        for (int i = 0; i < 60; i++) {
            String who = guests.get(chance.nextInt(guests.size())).id();
            CountedFact scan = scan(
                    who,
                    NINE.plusSeconds(chance.nextInt(40_000)),
                    chance.nextBoolean() ? IN : OUT,
                    chance.nextBoolean() ? Verdict.ADMITTED : Verdict.REFUSED);
            if (chance.nextInt(4) == 0) {
                undo(scan);
            }
            if (chance.nextInt(4) == 0) {
                override(who, scan, chance.nextBoolean() ? Verdict.ADMITTED : Verdict.REFUSED);
            }
        }
        Attendance first = count();

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(facts, chance);
            assertThat(count()).isEqualTo(first);
        }
    }

    private AttendanceTable table(Breakdown by) {
        return table(count(), by);
    }

    private static AttendanceTable table(Attendance attendance, Breakdown by) {
        return attendance.tables().stream()
                .filter(table -> table.by() == by)
                .findFirst()
                .orElseThrow();
    }

    private List<AttendanceRow> rows(Breakdown by) {
        return table(by).rows();
    }

    private static List<AttendanceRow> rows(Attendance attendance, Breakdown by) {
        return table(attendance, by).rows();
    }

    private List<QuarterHour> quarters() {
        return count().arrivals().stream()
                .flatMap(day -> day.quarters().stream())
                .toList();
    }

    private static CountedRegistration person(
            String id, boolean confirmed, CategoryId category, Sector sector, Set<ProgrammeId> programmes) {
        return new CountedRegistration(id, confirmed, category, sector, "", "", programmes, Set.of());
    }

    private static CountedRegistration from(String id, String organisation) {
        return new CountedRegistration(id, true, GUEST, null, "", organisation, Set.of(), Set.of());
    }

    /** Counts; what the live page shows is the same. */
    private Attendance count() {
        Attendance all = AttendanceCount.of(event(), guests, facts, Locale.GERMAN, NINE);
        Attendance live = AttendanceCount.live(event(), guests, facts, Locale.GERMAN, NINE);
        assertThat(live.total()).isEqualTo(all.total());
        assertThat(live.arrivals()).isEqualTo(all.arrivals());
        assertThat(all.tables()).containsAll(live.tables());
        return all;
    }

    private CountedFact scan(String who, Instant at, DoorId door, Verdict verdict) {
        return remember(new CountedFact(at, who, true, scanned(door, verdict)));
    }

    private CountedFact undo(CountedFact what) {
        EntryId entry = what.entry().head().id();
        return remember(new CountedFact(NINE, null, true, new JournalEntry.Undone(head(), entry)));
    }

    private void override(String who, CountedFact scan, Verdict verdict) {
        override(who, scan, NINE, verdict);
    }

    private void override(String who, CountedFact scan, Instant at, Verdict verdict) {
        JournalEntry.Scanned scanned = (JournalEntry.Scanned) scan.entry();
        remember(new CountedFact(
                at,
                who,
                true,
                new JournalEntry.Overridden(head(), scanned.head().id(), scanned.door(), lookup(), verdict)));
    }

    private CountedFact remember(CountedFact fact) {
        facts.add(fact);
        return fact;
    }

    private static JournalEntry.Scanned scanned(DoorId door, Verdict verdict) {
        Outcome outcome = verdict == Verdict.REFUSED
                ? Outcome.refused(Refusal.TOO_EARLY, Outcome.Source.DEVICE)
                : new Outcome(verdict, null, Outcome.Source.DEVICE);
        return new JournalEntry.Scanned(head(), door, lookup(), null, null, outcome);
    }

    private static EntryHead head() {
        DeviceTime time = new DeviceTime(NINE, new BootId(new UUID(1, 1)), Duration.ofSeconds(1), null, null);
        return new EntryHead(new EntryId(UUID.randomUUID()), 1, Phase.LIVE, time, null);
    }

    private static LookupId lookup() {
        return new LookupId("0".repeat(32));
    }

    private static EventDocument event() {
        return new EventDocument(
                Wording.same("Kongress"),
                ZoneId.of("Europe/Berlin"),
                null,
                Phase.LIVE,
                LocalDate.parse("2022-07-04"),
                LocalDate.parse("2022-07-05"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                        new EventDocument.Programme(EGK, Wording.same("EGK")),
                        new EventDocument.Programme(ITLS, Wording.same("ITLS"))),
                List.of(
                        new Category(GUEST, new Wording("Gäste", "Guests"), "#112233", true),
                        new Category(TEAM, Wording.same("Team"), "#112233", false)),
                List.of(),
                List.of(),
                List.of(door(IN, Direction.ENTRY), door(OUT, Direction.EXIT)));
    }

    private static EventDocument.Door door(DoorId id, Direction direction) {
        return new EventDocument.Door(id, Wording.same("Tür"), new AreaId("hall"), null, direction, false, null);
    }
}
