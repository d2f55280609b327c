package org.einlass.server.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.ImportReport;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.reports.statistics.Breakdown;
import org.einlass.server.AdmissionServices;
import org.einlass.server.account.Token;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceTable;
import org.einlass.server.device.GuessBucket;
import org.einlass.server.device.GuessBucketTable;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.json.Json;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.change.TwinPage;
import org.einlass.server.registration.change.TwinService;
import org.einlass.server.registration.imports.ImportRequest;
import org.einlass.server.registration.imports.ImportService;
import org.einlass.server.registration.imports.ImportUndo;
import org.einlass.server.registration.imports.list.ListRequest;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.organisation.OrganisationAliasService;
import org.einlass.server.registration.organisation.OrganisationAliasTable;
import org.einlass.server.statistics.AttendanceFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of ticket systems, from the file to the doors and to the figures of the day. */
final class ListsAtTheDoorTest {
    private static final EventId EVENT = new EventId("lists");
    private static final DeviceId DESK = new DeviceId("desk-1");
    private static final Instant NINE = Instant.parse("2026-10-24T07:00:00Z");
    private static final String MAIN = "haupteingang";
    private static final String VIP = "vip";
    private static final String DOCUMENT = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin", "phase": "LIVE",
             "firstDay": "2026-10-24", "lastDay": "2026-10-25",
             "programmes": [{"id": "e-government", "title": {"german": "EGK", "english": "EGK"}},
                            {"id": "itls", "title": {"german": "ITLS", "english": "ITLS"}}],
             "categories": [{"id": "teilnehmer", "title": {"german": "Teilnehmer", "english": "Participant"},
                             "colour": "#1d5a96", "countsAsVisitor": true},
                            {"id": "team", "title": {"german": "Team", "english": "Crew"}, "colour": "#444444",
                             "countsAsVisitor": false}],
             "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}}],
             "doors": [{"id": "haupteingang", "area": "arena", "title": {"german": "Haupteingang", "english": "Main"}},
                       {"id": "vip", "area": "arena", "title": {"german": "VIP-Eingang", "english": "VIP"}}]}
            """;

    @TempDir
    Path folder;

    /** Case 12: whoever comes by another door, or comes back, is one visitor; the crew are none. */
    @Test
    void whoComesByTwoDoorsIsOneVisitor() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.take("12-two-doors/list.csv");

            assertThat(List.of(hall.scan("EXT-CODE-000001", MAIN), hall.scan("EXT-CODE-000001", VIP)))
                    .extracting(ScanAnswer::verdict)
                    .containsOnly(Verdict.ADMITTED);
            assertThat(hall.scan("EXT-CODE-000002", VIP).verdict()).isEqualTo(Verdict.ADMITTED);
            hall.after(Duration.ofDays(1));
            assertThat(hall.scan("EXT-CODE-000001", MAIN).verdict()).isEqualTo(Verdict.ADMITTED);

            assertThat(hall.attendance().total()).isEqualTo(new AttendanceRow("Insgesamt", 2, 1));
            assertThat(hall.rows(Breakdown.DAY))
                    .extracting(AttendanceRow::arrived)
                    .as("the one visitor on each day, and once less in all")
                    .containsExactly(1L, 1L, -1L);
        }
    }

    /** Case 21: people of two days are counted on each, and once in all. */
    @Test
    void whoComesOnBothDaysIsOnePersonOfTwoDays() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.take("21-two-days/list.csv");
            List<Registration> first = hall.onlyOn("2026-10-24");
            List<Registration> second = hall.onlyOn("2026-10-25");
            List<Registration> both = hall.people().stream()
                    .filter(one -> one.particulars().days().size() != 1)
                    .toList();
            Stream.concat(first.stream(), both.subList(0, 22).stream())
                    .forEach(one -> hall.scan(hall.ticket(one), MAIN));
            hall.after(Duration.ofDays(1));
            Stream.concat(second.stream(), both.subList(10, 25).stream())
                    .forEach(one -> hall.scan(hall.ticket(one), VIP));

            Attendance attendance = hall.attendance();

            assertThat(hall.people()).hasSize(60);
            assertThat(attendance.total()).isEqualTo(new AttendanceRow("Insgesamt", 60, 55));
            assertThat(hall.rows(Breakdown.DAY))
                    .extracting(AttendanceRow::label, AttendanceRow::arrived)
                    .containsExactly(
                            tuple("Samstag, 24. Oktober 2026", 37L),
                            tuple("Sonntag, 25. Oktober 2026", 30L),
                            tuple("An beiden Tagen, oben doppelt", -12L));
        }
    }

    /** Case 24: whoever was here stays counted, though the next list cancels them; the door refuses them then. */
    @Test
    void whoCameStillCameAfterAListCancelsThem() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.take("24-cancel-after-arrival/1.csv");
            hall.people().forEach(one -> hall.scan(hall.ticket(one), MAIN));

            ImportReport second = hall.take("24-cancel-after-arrival/2.csv");

            assertThat(second.updated()).isEqualTo(1);
            assertThat(hall.attendance().total()).isEqualTo(new AttendanceRow("Insgesamt", 2, 2));
            Registration cancelled = hall.people().stream()
                    .filter(one -> one.particulars().status() == RegistrationStatus.CANCELLED)
                    .findFirst()
                    .orElseThrow();
            assertThat(hall.scan(hall.ticket(cancelled), VIP).refusal()).isEqualTo(Refusal.CANCELLED);
        }
    }

    @Test
    void aBookingNumberWithTheFamilyNameIsATicketAndGuessingIsBraked() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.takeLines(
                    "Schlüssel;Vorname;Namenszusatz;Nachname", "A1;Jörg;von der;Höhe", "A2;Ida;;Wart", "A3;N.;;N.");
            Registration guest = hall.withKey("A1");
            String number = guest.bookingNumber().grouped();
            Optional<Code> ticket = Optional.of((Code) hall.ticket(guest));

            for (String name : List.of("Höhe", "HOEHE", "von der Höhe", "Jörg von der Hoehe", "Höhe, Jörg")) {
                assertThat(hall.typed(DESK, number, name.replace("Höhe, Jörg", "von der Höhe, Jörg")))
                        .isEqualTo(ticket);
            }
            assertThat(hall.scan(ticket.get(), MAIN).verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(hall.typed(DESK, "123", "Höhe")).as("no booking number").isEmpty();
            assertThat(hall.typed(DESK, hall.withKey("A3").bookingNumber().digits(), "N"))
                    .as("a place without a name")
                    .isEmpty();
            for (int wrong = 1; wrong < GuessBucket.TOKENS; wrong++) {
                assertThat(hall.typed(DESK, number, "Wart")).isEmpty();
            }
            assertThat(hall.typed(DESK, number, "Höhe")).as("after too many").isEmpty();
            assertThat(hall.typed(new DeviceId("kiosk-2"), number, "Höhe"))
                    .as("at another device")
                    .isEqualTo(ticket);

            hall.after(GuessBucket.REFILL);
            assertThat(hall.typed(DESK, number, "Höhe"))
                    .as("some seconds later")
                    .isEqualTo(ticket);
            for (int device = 3; device < 12; device++) {
                for (int wrong = 0; wrong < 10; wrong++) {
                    hall.typed(new DeviceId("kiosk-" + device), number, "Wart");
                }
            }
            assertThat(hall.typed(new DeviceId("kiosk-2"), number, "Höhe"))
                    .as("after too many of all devices")
                    .isEmpty();

            hall.after(Duration.ofHours(-1));
            assertThat(hall.typed(new DeviceId("kiosk-2"), number, "Höhe"))
                    .as("after the clock was set back")
                    .isEqualTo(ticket);
        }
    }

    @Test
    void wrongBookingNumbersAreCountedApartFromWrongCodesAndByAllServersTogether() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.takeLines("Schlüssel;Vorname;Nachname;Ticketcode", "A1;Ida;Wart;482913", "A2;Jan;Kurz;730221");
            Registration guest = hall.withKey("A1");
            String number = guest.bookingNumber().digits();
            DeviceId kiosk = new DeviceId("kiosk-2");
            BookingNumberService other = new BookingNumberService(
                    hall.store, hall.codes, ((InstantSource) hall.time::get).withZone(ZoneOffset.UTC));

            for (int wrong = 0; wrong < GuessBucket.TOKENS; wrong++) {
                BookingNumberService node = wrong % 2 == 0 ? other : hall.bookingNumbers;
                assertThat(Congress.await(node.ticket(EVENT, kiosk, number, "Kurz")))
                        .isEmpty();
            }

            assertThat(Congress.await(other.ticket(EVENT, kiosk, number, "Wart")))
                    .isEmpty();
            assertThat(hall.typed(kiosk, number, "Wart")).isEmpty();
            GuessBucket ofCodes = hall.store.read(
                    handle -> GuessBucketTable.of(handle, EVENT, List.of(kiosk)).get(kiosk));
            assertThat(ofCodes)
                    .as("wrong codes have a bucket of their own, and the organiser hears of guests at the counter")
                    .satisfies(bucket -> {
                        assertThat(bucket.isEmpty(hall.time.get())).isFalse();
                        assertThat(bucket.deferredAt()).isNotNull();
                    });
            for (int device = 3; device < 12; device++) {
                for (int wrong = 0; wrong < 10; wrong++) {
                    Congress.await(other.ticket(EVENT, new DeviceId("kiosk-" + device), number, "Kurz"));
                }
            }
            assertThat(hall.typed(DESK, number, "Wart"))
                    .as("after too many at the other server")
                    .isEmpty();
            hall.after(Duration.ofSeconds(90));
            assertThat(hall.typed(DESK, number, "Wart")).isPresent();
        }
    }

    @Test
    void aLineFromPaperByNameFollowsItsPersonIntoAMergeAndOut() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.takeLines(
                    "Schlüssel;Vorname;Nachname;Organisation;E-Mail",
                    "A1;Eva;Schmidt;Stadt Gera;e@x.example",
                    "B7;Eva;Schmidt;Gera;e@x.example");
            RegistrationId first = hall.withKey("A1").id();
            RegistrationId twin = hall.withKey("B7").id();
            hall.paper(twin);
            assertThat(hall.cameIn(twin)).isTrue();

            hall.twins.merge(EVENT, first, twin, null, "anna");
            assertThat(hall.cameIn(first)).isTrue();
            assertThat(hall.attendance().total()).isEqualTo(new AttendanceRow("Insgesamt", 1, 1));
            hall.paper(twin);
            assertThat(hall.cameIn(twin))
                    .as("a desk with an old roster named the twin")
                    .isFalse();
            assertThat(hall.attendance().total()).isEqualTo(new AttendanceRow("Insgesamt", 1, 1));

            hall.twins.split(EVENT, twin, "anna");
            assertThat(hall.cameIn(first)).isFalse();
            assertThat(hall.cameIn(twin)).isTrue();
            assertThat(hall.attendance().total()).isEqualTo(new AttendanceRow("Insgesamt", 2, 1));
        }
    }

    /** Case 19: nothing that stands on a badge is cut or guessed, and what cannot be printed is told. */
    @Test
    void badgesOfAHardListHoldWhatTheListSays() throws IOException {
        try (Hall hall = new Hall(folder)) {
            ImportReport report = hall.take("19-badges/list.csv");

            assertThat(report.rejected()).isEmpty();
            assertThat(report.added()).isEqualTo(8);
            assertThat(attendee(hall, "B01").familyName()).isEqualTo("Hohenstein-Langenburg-Wittgenstein");
            assertThat(attendee(hall, "B01").particle()).isEqualTo("von und zu");
            assertThat(attendee(hall, "B02").salutation()).isEqualTo("Mr");
            assertThat(attendee(hall, "B02").title()).isEmpty();
            assertThat(attendee(hall, "B03").title()).isEqualTo("Dr.");
            assertThat(attendee(hall, "B03").organisation())
                    .isEqualTo("Ministerium für Umwelt, Energie und Naturschutz");
            assertThat(attendee(hall, "B04").givenName()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(attendee(hall, "B04").familyName()).isEqualTo("@SUM(A1)");
            assertThat(attendee(hall, "B07").familyName()).isEqualTo("Madonna");
            assertThat(attendee(hall, "B08").familyName()).isEqualTo("Ö");
            assertThat(report.warnings())
                    .as("a name with a picture, for which no badge has a letter")
                    .anySatisfy(warning -> {
                        assertThat(warning.line()).isEqualTo(8);
                        assertThat(warning.column()).isEqualTo("Vorname");
                        assertThat(warning.reason()).contains("kein Badge");
                    });
        }
    }

    private static Attendee attendee(Hall hall, String key) {
        return hall.withKey(key).particulars().attendee();
    }

    @Test
    void aBlockedPersonIsMergedWithNobody() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.takeLines(
                    "Schlüssel;Vorname;Nachname;Organisation;E-Mail",
                    "A1;Eva;Schmidt;Stadt Gera;e@x.example",
                    "B7;Eva;Schmidt;Gera;e@x.example");
            RegistrationId blocked = hall.withKey("A1").id();
            RegistrationId twin = hall.withKey("B7").id();
            Congress.await(hall.store.write(
                    WriteKey.of(EVENT),
                    transaction -> transaction
                            .handle()
                            .execute("update registrations set status = 'BLOCKED' where id = ?", blocked.toString())));

            assertThat(hall.twins.find(EVENT, "", 10).pairs()).isEmpty();
            assertThatThrownBy(() -> hall.twins.merge(EVENT, twin, blocked, null, "anna"))
                    .hasMessageContaining("is blocked");
        }
    }

    @Test
    void spellingsLeadOverOthersToTheirOrganisation() throws IOException {
        try (Hall hall = new Hall(folder)) {
            OrganisationAliasService aliases =
                    new OrganisationAliasService(hall.store, Clock.fixed(NINE, ZoneOffset.UTC));
            aliases.put(EVENT, "MI", "Min. d. Innern");
            aliases.put(EVENT, "Min. d. Innern", "Ministerium des Innern");
            assertThat(counted(hall, "MI")).isEqualTo("Ministerium des Innern");
            assertThat(counted(hall, "Stadt Ulm")).isEqualTo("Stadt Ulm");

            aliases.put(EVENT, "Ministerium des Innern", "MI");
            assertThat(counted(hall, "MI")).as("a circle ends").isNotEmpty();
        }
    }

    private static String counted(Hall hall, String written) {
        return hall.store
                .read(handle -> OrganisationAliasTable.reviewed(handle, EVENT))
                .apply(written);
    }

    @Test
    void twinsAreFoundMergedAndSplitAndBothCodesWork() throws IOException {
        try (Hall hall = new Hall(folder)) {
            String[] list = {
                "Schlüssel;Vorname;Nachname;Organisation;E-Mail;Programme;Tage;Ticketcode",
                "A1;Eva;Schmidt;Stadt Gera;e@x.example;e-government;24.10.2026;TWIN-CODE-AAAA",
                "B7;Schmidt;Eva;Gera;e@x.example;itls;25.10.2026;TWIN-CODE-BBBB",
                "C1;Andreas;Müller;Stadt Ulm;a@x.example;itls;;TWIN-CODE-CCCC",
                "C2;Andreas;Müller;Amt Hof;b@x.example;itls;;TWIN-CODE-DDDD"
            };
            hall.takeLines(list);

            TwinPage.Pair pair = hall.twins.find(EVENT, "", 10).pairs().get(0);
            assertThat(hall.twins.find(EVENT, "", 10).pairs()).hasSize(1);
            assertThat(hall.twins.find(EVENT, "", 10).next()).isNull();
            RegistrationId first = hall.withKey("A1").id();
            RegistrationId twin = hall.withKey("B7").id();
            assertThat(List.of(pair.first().registration(), pair.second().registration()))
                    .containsExactlyInAnyOrder(first, twin);
            hall.scan("TWIN-CODE-AAAA", MAIN);

            Registration merged = hall.twins.merge(EVENT, first, twin, null, "anna");

            assertThat(merged.particulars().programmes())
                    .extracting(ProgrammeId::text)
                    .containsExactlyInAnyOrder("e-government", "itls");
            assertThat(merged.particulars().days()).hasSize(2);
            ScanAnswer again = hall.scan("TWIN-CODE-BBBB", VIP);
            assertThat(again.verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(again.arrivedAt()).as("checked in at").isNotNull();
            assertThat(hall.attendance().total()).isEqualTo(new AttendanceRow("Insgesamt", 3, 1));
            assertThat(hall.people()).hasSize(3);
            assertThat(hall.twins.find(EVENT, "", 10).pairs()).isEmpty();
            assertThatThrownBy(() -> hall.twins.merge(EVENT, twin, first, null, "anna"))
                    .hasMessageContaining("merged with another one already");

            ImportReport repeated = hall.takeLines(list);
            assertThat(repeated.unchanged()).isEqualTo(4);
            assertThat(hall.withKey("A1").particulars()).isEqualTo(merged.particulars());
            assertThat(hall.people()).hasSize(3);

            Registration split = hall.twins.split(EVENT, twin, "anna");

            assertThat(split.particulars().days()).containsExactly(LocalDate.parse("2026-10-25"));
            assertThat(hall.withKey("A1").particulars().programmes())
                    .extracting(ProgrammeId::text)
                    .containsExactly("e-government");
            assertThat(hall.attendance().total())
                    .as("each code's scans count for its own registration again")
                    .isEqualTo(new AttendanceRow("Insgesamt", 4, 2));
            assertThat(hall.twins.find(EVENT, "", 10).pairs()).hasSize(1);
            assertThatThrownBy(() -> hall.twins.split(EVENT, twin, "anna")).hasMessageContaining("merged into none");
        }
    }

    @Test
    void twoPeopleWhoLookAlikeAreRememberedAsTwoUntilThatIsTakenBack() throws IOException {
        try (Hall hall = new Hall(folder)) {
            hall.takeLines(
                    "Schlüssel;Vorname;Nachname;Organisation;E-Mail;Ticketcode",
                    "A1;Eva;Schmidt;Stadt Gera;e@x.example;TWIN-CODE-AAAA",
                    "B7;Eva;Schmidt;Gera;e@x.example;TWIN-CODE-BBBB");
            RegistrationId one = hall.withKey("A1").id();
            RegistrationId other = hall.withKey("B7").id();

            hall.twins.distinguish(EVENT, other, one, "anna");
            hall.twins.distinguish(EVENT, one, other, "anna");

            assertThat(hall.twins.find(EVENT, "", 10).pairs()).isEmpty();
            assertThat(hall.twins.decided(EVENT).distinct())
                    .singleElement()
                    .satisfies(pair -> assertThat(List.of(
                                    pair.first().registration(), pair.second().registration()))
                            .containsExactlyInAnyOrder(one, other));
            assertThatThrownBy(() -> hall.twins.distinguish(EVENT, one, one, "anna"))
                    .hasMessageContaining("no twin of its own");

            hall.twins.forget(EVENT, one, other);
            assertThat(hall.twins.find(EVENT, "", 10).pairs()).hasSize(1);

            hall.twins.distinguish(EVENT, one, other, "anna");
            hall.twins.merge(EVENT, one, other, null, "anna");
            assertThat(hall.twins.decided(EVENT).distinct())
                    .as("a merge takes it back")
                    .isEmpty();
            assertThat(hall.twins.decided(EVENT).merged())
                    .singleElement()
                    .satisfies(
                            pair -> assertThat(pair.remaining().registration()).isEqualTo(one));
            assertThatThrownBy(() -> hall.twins.distinguish(EVENT, other, one, "anna"))
                    .hasMessageContaining("are merged");
        }
    }

    /** An event of two days with two entrances, its lists, and the one desk that scans. */
    private static final class Hall implements AutoCloseable {
        private final AtomicReference<Instant> time = new AtomicReference<>(NINE);
        private final Random chance = new Random(5);
        private final Store store;
        private final AdmissionServices services;
        private final CodeTable codes;
        private final ImportService listImport;
        private final EventSalt salt;
        private final TwinService twins;
        private final BookingNumberService bookingNumbers;
        private final BootId boot = new BootId(new UUID(1, 2));
        private final EpochId epoch = new EpochId(new UUID(1, 3));
        private int sequence;

        private Hall(Path folder) throws IOException {
            InstantSource source = time::get;
            Clock clock = source.withZone(ZoneOffset.UTC);
            ServerKey serverKey = ServerKey.of(folder.resolve("key"));
            store = Store.open(Databases.SQLITE.furnished(folder));
            services = AdmissionServices.of(store, serverKey, clock);
            CodeKeyTable keys = new CodeKeyTable(serverKey);
            codes = new CodeTable(serverKey);
            RegistrationIssuer issuer = new RegistrationIssuer(keys, codes, clock, chance, services.effects());
            ImportUndo undo = new ImportUndo(store, issuer, (handle, event, one) -> true, clock);
            bookingNumbers = new BookingNumberService(store, codes, clock);
            twins = new TwinService(store, issuer, clock);
            listImport = new ImportService(store, issuer, undo, clock, chance);
            EventDocument event = Json.mapper().readValue(DOCUMENT, EventDocument.class);
            DeviceDocument desk = new DeviceDocument(null, DeviceKind.DESK, List.of());
            Congress.await(store.writeAlone(WriteKey.of(EVENT), transaction -> {
                new EventChanges(keys, chance, services.effects()).put(transaction, EVENT, event, NINE);
                DeviceTable.put(transaction.handle(), EVENT, DESK, desk, Token.next(new SecureRandom()), NINE);
                return event;
            }));
            salt = store.read(handle -> EventTable.salt(handle, EVENT)).orElseThrow();
        }

        private ImportReport take(String list) throws IOException {
            ListRequest request = new ListRequest(Locale.GERMAN, null, ImportAnswers.of(List.of()));
            try (InputStream in =
                    Objects.requireNonNull(ImportService.class.getResourceAsStream("cases/" + list), list)) {
                byte[] file = in.readAllBytes();
                assertThat(new String(file, UTF_8)).contains(";");
                return listImport.run(EVENT, new ByteArrayInputStream(file), new ImportRequest(false, request));
            }
        }

        private void after(Duration duration) {
            time.updateAndGet(now -> now.plus(duration));
        }

        private ImportReport takeLines(String... lines) throws IOException {
            ListRequest request = new ListRequest(Locale.GERMAN, null, ImportAnswers.NONE);
            byte[] file = String.join("\n", lines).getBytes(UTF_8);
            return listImport.run(EVENT, new ByteArrayInputStream(file), new ImportRequest(false, request));
        }

        private Optional<Code> typed(DeviceId device, String number, String familyName) {
            return Congress.await(bookingNumbers.ticket(EVENT, device, number, familyName));
        }

        private Registration withKey(String key) {
            return store.read(handle -> RegistrationTable.page(handle, EVENT, "", key, 1))
                    .get(0);
        }

        private List<Registration> people() {
            return store.read(handle -> RegistrationTable.page(handle, EVENT, "", null, 100));
        }

        private List<Registration> onlyOn(String day) {
            return people().stream()
                    .filter(one -> one.particulars().days().equals(Set.of(LocalDate.parse(day))))
                    .toList();
        }

        private PresentedCode ticket(Registration registration) {
            return store.read(handle -> codes.newest(handle, EVENT, registration.id(), CodeKind.TICKET))
                    .orElseThrow();
        }

        private ScanAnswer scan(String code, String door) {
            return scan(new ExternalCode(code), door);
        }

        /** Asks, shows what the server said, and reports it. */
        private ScanAnswer scan(PresentedCode code, String door) {
            after(Duration.ofSeconds(20));
            EntryId scan = new EntryId(new UUID(chance.nextLong(), chance.nextLong()));
            DeviceTime now =
                    new DeviceTime(time.get(), boot, Duration.between(NINE.minusSeconds(60), time.get()), null, null);
            ScanAnswer answer = Congress.await(
                    services.scans().ask(EVENT, DESK, new ScanQuestion(scan, new DoorId(door), code.text(), now)));
            sequence++;
            JournalEntry entry = new JournalEntry.Scanned(
                    new EntryHead(scan, sequence, Phase.LIVE, now, null),
                    new DoorId(door),
                    salt.lookupId(code),
                    ScanProof.of(code, scan),
                    null,
                    SimulatedDevice.outcome(answer));
            JournalReceipt receipt = Congress.await(services.journals()
                    .report(
                            EVENT,
                            DESK,
                            false,
                            JournalJson.mapper()
                                    .valueToTree(new JournalReport(epoch, null, sequence, List.of(entry), now))));
            assertThat(receipt.entries())
                    .extracting(JournalReceipt.EntryReceipt::fate)
                    .containsOnly(JournalReceipt.Fate.ACCEPTED);
            return answer;
        }

        /** A line from paper that names a person. */
        private void paper(RegistrationId registration) {
            after(Duration.ofSeconds(20));
            sequence++;
            DeviceTime now =
                    new DeviceTime(time.get(), boot, Duration.between(NINE.minusSeconds(60), time.get()), null, null);
            EntryId id = new EntryId(new UUID(chance.nextLong(), chance.nextLong()));
            JournalEntry entry = new JournalEntry.EnteredFromPaper(
                    new EntryHead(id, sequence, Phase.LIVE, now, null),
                    new DoorId(MAIN),
                    registration,
                    null,
                    time.get(),
                    Duration.ofMinutes(1));
            JournalReceipt receipt = Congress.await(services.journals()
                    .report(
                            EVENT,
                            DESK,
                            false,
                            JournalJson.mapper()
                                    .valueToTree(new JournalReport(epoch, null, sequence, List.of(entry), now))));
            assertThat(receipt.entries())
                    .extracting(JournalReceipt.EntryReceipt::fate)
                    .containsOnly(JournalReceipt.Fate.ACCEPTED);
        }

        private boolean cameIn(RegistrationId registration) {
            return store.read(handle -> new FactTable().hasSubject(handle, EVENT, registration.toString()));
        }

        private Attendance attendance() {
            return store.read(handle -> AttendanceFacts.of(handle, EVENT).counted(Locale.GERMAN, time.get()));
        }

        private List<AttendanceRow> rows(Breakdown by) {
            return attendance().tables().stream()
                    .filter(table -> table.by() == by)
                    .findFirst()
                    .orElseThrow()
                    .rows();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
