package org.einlass.server.report.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.SettlementReason;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.badge.BadgeSheet;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.HandOut;
import org.einlass.server.json.Json;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.presence.PresenceTable.PresentPerson;
import org.einlass.server.presence.clarification.OpenCase;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.report.TableFile;
import org.einlass.server.report.list.AttendanceListRequest.Order;
import org.einlass.server.report.list.AttendanceListRequest.Who;
import org.einlass.server.statistics.DeskAction;
import org.einlass.server.statistics.HandOuts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each list as a workbook, read back: which cells are dates, numbers and texts, and what they show. */
final class ListWorkbooksTest {
    /** A quarter to midnight in London, past midnight in Berlin, in the night in which the clocks go back. */
    private static final Instant NIGHT = Instant.parse("2025-10-25T22:45:00Z");

    private static final Instant NOW = Instant.parse("2025-10-26T07:05:30Z");
    private static final LocalDate FIRST = LocalDate.of(2025, 10, 25);

    private final Registration adler = person(1, "Adler", "=1+1", RegistrationStatus.CONFIRMED, "workshop");
    private final Registration ebert = person(2, "Ebert", "", RegistrationStatus.CONFIRMED);
    private final Registration kurz = person(3, "Kurz", "+49 GmbH", RegistrationStatus.CANCELLED);
    private final List<Registration> byName = List.of(adler, ebert, kurz);

    @TempDir
    Path folder;

    private EventDocument event;

    @BeforeEach
    void readEvent() throws Exception {
        event = Json.mapper().readValue("""
                {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin",
                 "firstDay": "2025-10-25", "lastDay": "2025-10-26",
                 "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
                 "categories": [{"id": "guest", "title": {"german": "Gast", "english": "Guest"},
                                 "colour": "#1d5a96", "countsAsVisitor": true}],
                 "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}, "permitted": 1900},
                           {"id": "loge", "parent": "arena", "title": {"german": "Loge 4", "english": "Box 4"}}],
                 "sessions": [{"id": "workshop", "programme": "egk", "area": "arena", "seats": 34,
                               "title": {"german": "Workshop KI", "english": "Workshop AI"},
                               "startsAt": "2025-10-25T22:45:00Z", "endsAt": "2025-10-26T02:00:00Z"},
                              {"id": "talk", "programme": "egk", "area": "loge",
                               "title": {"german": "Vortrag", "english": "Talk"},
                               "startsAt": "2025-10-26T08:00:00Z", "endsAt": "2025-10-26T09:00:00Z"}],
                 "doors": []}
                """, EventDocument.class);
    }

    @Test
    void whenSomebodyCameIsADateOnTheEventsClocks() throws IOException {
        Map<String, Map<LocalDate, Instant>> came = Map.of(adler.id().toString(), Map.of(FIRST, NIGHT));
        PrintedList list = new AttendanceList(
                        event, new AttendanceListRequest(Order.NAME, Who.ALL, false, false, null), came, Locale.GERMAN)
                .of(byName, NOW);

        assertThat(cells(list))
                .containsExactly(
                        "Name | Organisation | Kategorie | Gekommen",
                        "Adler, Anna | =1+1 | Gast | date 2025-10-26T00:45",
                        "Ebert, Anna | empty | Gast | empty");
    }

    @Test
    void aPageForEachOrganisationIsAColumnInFront() throws IOException {
        PrintedList list = new AttendanceList(
                        event,
                        new AttendanceListRequest(Order.ORGANISATION, Who.ALL, true, true, null),
                        Map.of(),
                        Locale.ENGLISH)
                .of(byName, NOW);

        assertThat(cells(list))
                .containsExactly(
                        "Section | Name | Organisation | Category | Arrived",
                        "No organisation | Ebert, Anna | empty | Guest | empty",
                        "=1+1 | Adler, Anna | =1+1 | Guest | empty");
    }

    @Test
    void whenSomebodyWasSeenLastIsADateAndTheListsCoverageComesWithIt() throws IOException {
        PrintedList list = new EvacuationList(event, Locale.GERMAN)
                .of(
                        byName,
                        List.of(
                                new PresentPerson(adler.id().toString(), new AreaId("arena"), NIGHT),
                                new PresentPerson("?12ab", new AreaId("loge"), NIGHT)),
                        NIGHT.minusSeconds(60),
                        NOW);

        assertThat(cells(list))
                .containsExactly(
                        "Name | Organisation | Zuletzt gesehen | Um",
                        "Adler, Anna | =1+1 | Arena | date 2025-10-26T00:45",
                        "Unbekannter Code | empty | Loge 4 | date 2025-10-26T00:45");
        assertThat(cells(list, 1))
                .containsExactly(
                        "Angabe | Inhalt",
                        "Liste | Räumungsliste",
                        "Veranstaltung | Kongress",
                        "Stand | date 2025-10-26T08:05:30",
                        "Zeitzone | Europe/Berlin",
                        "Hinweis | " + list.note());
    }

    @Test
    void timesSeatsAndBookingsOfRoomsHaveColumnsOfTheirOwn() throws IOException {
        PrintedList list = new RoomCountSheet(event, Locale.ENGLISH).of(byName, null, NOW);

        assertThat(cells(list))
                .containsExactly(
                        "Session | Room | At most | From | To | Booked | Seats | Counted",
                        "Workshop AI | Arena | number 1900 | date 2025-10-26T00:45 | date 2025-10-26T03:00"
                                + " | number 1 | number 34 | empty",
                        "Talk | Box 4 | empty | date 2025-10-26T09:00 | date 2025-10-26T10:00"
                                + " | number 0 | empty | empty");
    }

    @Test
    void boxAndNumberOfABadgeAreNumbersAndItsPrintIsADate() throws IOException {
        LookupId code = new LookupId("00112233445566778899aabbccddeeff");
        BadgeSheet old = new BadgeSheet(new EntryId(new UUID(2, 1)), ebert.id(), code, 1, 2, "E–Z", 17, "", true, null);
        PrintedList list = new BadgePullList(event, Locale.GERMAN)
                .of(byName, List.of(old), Map.of(kurz.id().toString(), NIGHT), NOW);

        assertThat(cells(list))
                .containsExactly(
                        "Kasten | Nr. | Name | Organisation | Grund | Gedruckt",
                        "number 2 | number 17 | Ebert, Anna | empty | neu gedruckt, bitte das alte (Druck 1) | empty",
                        "empty | empty | Kurz, Anna | +49 GmbH | storniert | date 2025-10-26T00:45");
    }

    @Test
    void whenAThingWasGivenAndCameBackAreDates() throws IOException {
        HandOut receiver = new HandOut(new Wording("Empfänger", "Receiver"), true);
        HandOut lunch = new HandOut(new Wording("Essen", "Lunch"), false);
        PrintedList list = new HandOutList(event, Locale.GERMAN)
                .of(
                        byName,
                        List.of(
                                new HandOuts.Given(adler.id().toString(), receiver, NIGHT, NOW),
                                new HandOuts.Given(ebert.id().toString(), receiver, NIGHT, null),
                                new HandOuts.Given(ebert.id().toString(), lunch, NIGHT, null)),
                        false,
                        NOW);

        assertThat(cells(list))
                .containsExactly(
                        "Abschnitt | Name | Organisation | Ausgegeben | Zurück | Stand",
                        "Empfänger | Adler, Anna | =1+1 | date 2025-10-26T00:45 | date 2025-10-26T08:05:30 | zurück",
                        "Empfänger | Ebert, Anna | empty | date 2025-10-26T00:45 | empty | noch nicht zurück",
                        "Essen | Ebert, Anna | empty | date 2025-10-26T00:45 | empty | bleibt");
    }

    @Test
    void whatDesksCountedIsANumberAndWhenTheyDidItADate() throws IOException {
        EntryHead head = new EntryHead(
                new EntryId(new UUID(7, 1)),
                1,
                Phase.LIVE,
                new DeviceTime(NIGHT, new BootId(new UUID(1, 1)), Duration.ZERO, null, null),
                null);
        ConflictTable.Item item = new ConflictTable.Item(
                "c1", ClarificationKind.DOUBLE_ADMISSION.name(), adler.id().toString(), List.of(head.id()), true);
        PrintedList list = new DeskProtocol(event, byName, Locale.ENGLISH)
                .of(
                        FIRST,
                        List.of(
                                new DeskAction(
                                        NIGHT,
                                        "Desk 1",
                                        null,
                                        null,
                                        new JournalEntry.Counted(head, new AreaId("arena"), 1234)),
                                new DeskAction(
                                        NIGHT,
                                        "Desk 1",
                                        null,
                                        null,
                                        new JournalEntry.Settled(
                                                head, "c1", List.of(head.id()), SettlementReason.CHECKED))),
                        List.of(item),
                        List.of(),
                        List.of(new OpenCase(
                                "c2", ClarificationKind.GAP, null, new DeviceId("door-1"), 3, List.of(), 0)),
                        NOW);

        assertThat(cells(list))
                .containsExactly(
                        "Section | Action | Counted | Whom it concerns | Device | At",
                        "Actions | Counted | number 1234 | Arena | Desk 1 | date 2025-10-26T00:45",
                        "Clarified | "
                                + ClarificationKind.DOUBLE_ADMISSION.sentence().in(Locale.ENGLISH)
                                + " (checked, it is right) | empty | Adler, Anna | Desk 1 | date 2025-10-26T00:45",
                        "Still to clarify, of all days | "
                                + ClarificationKind.GAP.sentence().in(Locale.ENGLISH)
                                + " | empty | – | door-1 | empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_700})
    void theHeadRowStaysInViewAndFiltersGoOverAllRows(int people) throws IOException {
        List<Registration> many = IntStream.range(0, people)
                .mapToObj(number -> person(number, "Name" + number, "Gera", RegistrationStatus.CONFIRMED))
                .toList();
        PrintedList list = new AttendanceList(
                        event,
                        new AttendanceListRequest(Order.NAME, Who.ALL, false, false, null),
                        Map.of(),
                        Locale.GERMAN)
                .of(many, NOW);

        assertThat(part(list, "xl/worksheets/sheet1.xml"))
                .contains("ySplit=\"1\"")
                .contains("state=\"frozen\"")
                .contains("<autoFilter ref=\"A1:D" + Math.max(2, people + 1) + "\"");
        assertThat(cells(list)).hasSize(people + 1);
    }

    @Test
    void inCsvTimesStandAsSpreadsheetsReadThemAndFormulasAreTexts() throws IOException {
        PrintedList list = new EvacuationList(event, Locale.GERMAN)
                .of(byName, List.of(new PresentPerson(adler.id().toString(), new AreaId("arena"), NIGHT)), NIGHT, NOW);

        try (InputStream csv = new TableFile(folder).csv(list)) {
            assertThat(new String(csv.readAllBytes(), UTF_8).lines())
                    .containsExactly(
                            "\uFEFFName;Organisation;Zuletzt gesehen;Um", "Adler, Anna;'=1+1;Arena;2025-10-26 00:45");
        }
    }

    private List<String> cells(PrintedList list) throws IOException {
        return cells(list, 0);
    }

    /** Rows of a sheet; what is no text says its type. */
    private List<String> cells(PrintedList list, int number) throws IOException {
        try (InputStream file = new TableFile(folder).xlsx(list);
                ReadableWorkbook book = new ReadableWorkbook(file, new ReadingOptions(true, true))) {
            Sheet sheet = book.getSheet(number).orElseThrow();
            List<Row> rows = sheet.read();
            int columns = rows.get(0).getCellCount();
            return rows.stream()
                    .map(row -> IntStream.range(0, columns)
                            .mapToObj(column -> row.getOptionalCell(column)
                                    .map(ListWorkbooksTest::text)
                                    .orElse("empty"))
                            .collect(Collectors.joining(" | ")))
                    .toList();
        }
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER ->
                "yyyy-mm-dd hh:mm".equals(cell.getDataFormatString())
                        ? "date " + cell.asDate()
                        : "number " + cell.asNumber();
            case EMPTY -> "empty";
            case FORMULA, BOOLEAN, ERROR -> throw new AssertionError("No such cell is written.");
        };
    }

    private String part(PrintedList list, String name) throws IOException {
        Path copy = folder.resolve("copy.xlsx");
        try (InputStream file = new TableFile(folder).xlsx(list)) {
            Files.copy(file, copy);
        }
        try (ZipFile zip = new ZipFile(copy.toFile());
                InputStream part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), UTF_8);
        }
    }

    private static Registration person(
            int number, String family, String organisation, RegistrationStatus status, String... booked) {
        return new Registration(
                new RegistrationId(new UUID(1, number)),
                null,
                BookingNumber.next(new Random(number)),
                new RegistrationFields(
                        status,
                        Attendee.of("Anna", family, organisation),
                        new CategoryId("guest"),
                        null,
                        "",
                        Set.of(),
                        Set.of(),
                        Arrays.stream(booked).map(SessionId::new).collect(Collectors.toSet())),
                1);
    }
}
