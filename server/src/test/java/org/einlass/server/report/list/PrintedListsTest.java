package org.einlass.server.report.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.list.PrintedList;
import org.einlass.server.badge.BadgeSheet;
import org.einlass.server.event.EventDocument;
import org.einlass.server.json.Json;
import org.einlass.server.presence.PresenceTable.PresentPerson;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.report.list.AttendanceListRequest.Order;
import org.einlass.server.report.list.AttendanceListRequest.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists that desks print. */
final class PrintedListsTest {
    private static final Instant NINE = Instant.parse("2025-09-16T07:12:00Z");
    private static final Instant NOW = Instant.parse("2025-09-17T16:05:00Z");
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 16);

    private final Registration adler = person(1, "Adler", "Suhl", RegistrationStatus.CONFIRMED, "workshop");
    private final Registration ebert = person(2, "Ebert", "Gera", RegistrationStatus.CONFIRMED);
    private final Registration kurz = person(3, "Kurz", "Gera", RegistrationStatus.CANCELLED, "workshop");
    private final Registration zander = person(4, "Zander", "Jena", RegistrationStatus.CANCELLED);
    private final List<Registration> byName = List.of(adler, ebert, kurz, zander);

    private EventDocument event;

    @BeforeEach
    void readEvent() throws Exception {
        event = Json.mapper().readValue("""
                {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin",
                 "firstDay": "2025-09-16", "lastDay": "2025-09-17",
                 "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
                 "categories": [{"id": "guest", "title": {"german": "Gast", "english": "Guest"},
                                 "colour": "#1d5a96", "countsAsVisitor": true},
                                {"id": "team", "title": {"german": "Team", "english": "Crew"},
                                 "colour": "#444444", "countsAsVisitor": false}],
                 "areas": [{"id": "arena", "title": {"german": "Arena", "english": "Arena"}, "permitted": 900},
                           {"id": "loge", "parent": "arena", "title": {"german": "Loge 4", "english": "Box 4"}}],
                 "sessions": [{"id": "workshop", "programme": "egk", "area": "loge", "seats": 34,
                               "title": {"german": "Workshop KI", "english": "Workshop AI"},
                               "startsAt": "2025-09-16T08:30:00Z", "endsAt": "2025-09-16T10:00:00Z"}],
                 "doors": [{"id": "in", "title": {"german": "Tür", "english": "Door"}, "area": "arena",
                            "prints": true},
                           {"id": "out", "title": {"german": "Aus", "english": "Out"}, "area": "loge",
                            "direction": "EXIT", "prints": false}]}
                """, EventDocument.class);
    }

    @Test
    void saysWhoCameAndWhoDidNotOfThoseExpected() {
        PrintedList list = attendance(new AttendanceListRequest(Order.NAME, Who.ALL, true, false, null));

        assertThat(list.rows())
                .extracting(PrintedList.Row::cells)
                .containsExactly(
                        List.of("Adler, Anna", "Suhl", "Gast", "16.9., 9.12"),
                        List.of("Ebert, Anna", "Gera", "Gast", "–"),
                        List.of("Zander, Anna", "Jena", "Gast", "17.9., 9.12"));
        assertThat(list.note()).startsWith("Erwartet: 3. Gekommen: 2. Nicht gekommen: 1.");
        assertThat(list.blank()).isEqualTo("Unterschrift");
    }

    @Test
    void sortsByOrganisationAndGivesEachItsPage() {
        PrintedList list = attendance(new AttendanceListRequest(Order.NAME, Who.ALL, false, true, null));

        assertThat(list.rows()).extracting(PrintedList.Row::group).containsExactly("Gera", "Jena", "Suhl");
        assertThat(list.blank()).isEmpty();
    }

    @Test
    void anOrganisationHasOnePageHoweverPeopleWroteIt() {
        List<Registration> people = List.of(
                person(1, "Adler", "Stadt Köln", RegistrationStatus.CONFIRMED),
                person(2, "Ebert", "STADT KOELN", RegistrationStatus.CONFIRMED),
                person(3, "Zander", "Stadt Köln", RegistrationStatus.CONFIRMED));
        AttendanceListRequest request = new AttendanceListRequest(Order.ORGANISATION, Who.ALL, false, true, null);

        PrintedList list = new AttendanceList(event, request, Map.of(), Locale.GERMAN).of(people, NOW);

        assertThat(list.rows()).extracting(PrintedList.Row::group).containsOnly("Stadt Köln");
        assertThat(list.rows())
                .extracting(row -> row.cells().get(0))
                .containsExactly("Adler, Anna", "Ebert, Anna", "Zander, Anna");
    }

    @Test
    void whoDidNotComeOnADay() {
        PrintedList list = attendance(new AttendanceListRequest(Order.NAME, Who.ABSENT, false, false, FIRST));

        assertThat(list.title()).isEqualTo("Wer nicht gekommen ist, 16. September 2025");
        assertThat(list.rows()).extracting(row -> row.cells().get(0)).containsExactly("Ebert, Anna");
    }

    @Test
    void anEvacuationListSaysHowFarItCanBeTrusted() {
        PrintedList list = new EvacuationList(event, Locale.GERMAN)
                .of(
                        byName,
                        List.of(
                                new PresentPerson(adler.id().toString(), new AreaId("arena"), NINE),
                                new PresentPerson(adler.id().toString(), new AreaId("loge"), NINE.plusSeconds(600)),
                                new PresentPerson("?12ab", new AreaId("arena"), NINE)),
                        NINE.minusSeconds(3600),
                        NOW);

        assertThat(list.rows())
                .extracting(PrintedList.Row::cells)
                .containsExactly(
                        List.of("Adler, Anna", "Suhl", "Loge 4", "9.22"),
                        List.of("Unbekannter Code", "", "Arena", "9.12"));
        assertThat(list.note())
                .contains("2 Personen")
                .contains("Ausgänge werden nicht gescannt: zuletzt gesehen, kein Beweis (Arena).");
    }

    @Test
    void aRoomSheetHasEachSessionWithSeatsThatAreTaken() {
        PrintedList list = new RoomCountSheet(event, Locale.ENGLISH).of(byName, FIRST, NOW);

        assertThat(list.rows())
                .extracting(PrintedList.Row::cells)
                .containsExactly(List.of("Workshop AI", "Box 4", "16 Sep, 10:30–12:00", "1 of 34"));
        assertThat(new RoomCountSheet(event, Locale.ENGLISH)
                        .of(byName, FIRST.plusDays(1), NOW)
                        .rows())
                .extracting(row -> row.cells().get(1))
                .containsExactly("Arena, at most 900", "Box 4");
    }

    @Test
    void badgesOfThoseWhoNoLongerComeArePulled() {
        Map<String, Instant> printed =
                Map.of(adler.id().toString(), NINE, kurz.id().toString(), NINE);

        BadgeSheet old = new BadgeSheet(
                new EntryId(new UUID(2, 1)),
                ebert.id(),
                new LookupId("00112233445566778899aabbccddeeff"),
                1,
                2,
                "E–Z",
                17,
                "",
                true,
                null);

        PrintedList list = new BadgePullList(event, Locale.GERMAN).of(byName, List.of(old), printed, NOW);

        assertThat(list.rows())
                .extracting(PrintedList.Row::cells)
                .containsExactly(
                        List.of("Ebert, Anna", "neu gedruckt, bitte das alte (Druck 1)", "Gera", "2 · 17"),
                        List.of("Kurz, Anna", "storniert, gedruckt 16.9., 9.12", "Gera", "–"));
    }

    @Test
    void countsRoleBadgesOfEachFunctionAndWhoHasNoNameYet() {
        Registration first = worker(11, "", "Technik 1", "Technik");
        Registration second = worker(12, "", "Technik 2", "Technik");
        Registration named = worker(13, "Anna", "Weber", "Technik");
        Registration press = worker(14, "", "Presse 1", "Presse");
        Registration imported = worker(15, "Max", "Meier", "");

        PrintedList list = new RoleBadgeList(event, Locale.GERMAN)
                .of(
                        List.of(adler, imported, press, first, second, named),
                        Set.of(
                                first.id().toString(),
                                second.id().toString(),
                                named.id().toString()),
                        Map.of(named.id().toString(), Map.of(FIRST, NINE)),
                        NOW);

        assertThat(list.rows())
                .extracting(PrintedList.Row::group, PrintedList.Row::cells)
                .containsExactly(
                        tuple(
                                "Presse: 1 erfasst, 0 gedruckt, 0 ausgegeben, 1 ohne Namen",
                                List.of("Presse 1", "Suhl", "–", "–")),
                        tuple(
                                "Team: 1 erfasst, 0 gedruckt, 0 ausgegeben, 0 ohne Namen",
                                List.of("Meier, Max", "Suhl", "–", "–")),
                        tuple(
                                "Technik: 3 erfasst, 3 gedruckt, 1 ausgegeben, 2 ohne Namen",
                                List.of("Technik 1", "Suhl", "ja", "–")),
                        tuple(
                                "Technik: 3 erfasst, 3 gedruckt, 1 ausgegeben, 2 ohne Namen",
                                List.of("Technik 2", "Suhl", "ja", "–")),
                        tuple(
                                "Technik: 3 erfasst, 3 gedruckt, 1 ausgegeben, 2 ohne Namen",
                                List.of("Weber, Anna", "Suhl", "ja", "16.9., 9.12")));
        assertThat(list.note()).startsWith("Zusammen: 5 erfasst, 3 gedruckt, 1 ausgegeben, 3 ohne Namen.");
    }

    private static Registration worker(int number, String given, String family, String function) {
        Attendee attendee = AttendeeField.attendee(field -> switch (field) {
            case GIVEN_NAME -> given;
            case FAMILY_NAME -> family;
            case FUNCTION -> function;
            case ORGANISATION -> "Suhl";
            default -> "";
        });
        return registration(number, attendee, RegistrationStatus.CONFIRMED, "team");
    }

    private PrintedList attendance(AttendanceListRequest request) {
        Map<String, Map<LocalDate, Instant>> arrivals = Map.of(
                adler.id().toString(), Map.of(FIRST, NINE, FIRST.plusDays(1), NINE.plusSeconds(86_400)),
                zander.id().toString(), Map.of(FIRST.plusDays(1), NINE.plusSeconds(86_400)));
        return new AttendanceList(event, request, arrivals, Locale.GERMAN).of(byName, NOW);
    }

    private static Registration person(
            int number, String family, String organisation, RegistrationStatus status, String... booked) {
        return registration(number, Attendee.of("Anna", family, organisation), status, "guest", booked);
    }

    private static Registration registration(
            int number, Attendee attendee, RegistrationStatus status, String category, String... booked) {
        return new Registration(
                new RegistrationId(new UUID(1, number)),
                null,
                BookingNumber.next(new Random(number)),
                new RegistrationFields(
                        status,
                        attendee,
                        new CategoryId(category),
                        null,
                        "",
                        Set.of(),
                        Set.of(),
                        Arrays.stream(booked).map(SessionId::new).collect(Collectors.toSet())),
                1);
    }
}
