package org.einlass.server.registration.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Databases;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.CodeKeyTable;
import org.einlass.server.event.EventChanges;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventListener;
import org.einlass.server.json.Json;
import org.einlass.server.registration.BookingTable;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.change.TwinService;
import org.einlass.server.registration.imports.list.ListRequest;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that book seats, on an event with a workshop of two seats. */
final class ImportedBookingsTest {
    private static final EventId EVENT = new EventId("kongress");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-07-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String DOCUMENT = """
            {"title": {"german": "Kongress", "english": "Congress"}, "zone": "Europe/Berlin",
             "firstDay": "2022-07-04", "lastDay": "2022-07-05",
             "programmes": [{"id": "egk", "title": {"german": "EGK", "english": "EGK"}}],
             "categories": [{"id": "attendee", "title": {"german": "Teilnehmer", "english": "Attendee"},
                             "colour": "#1d5a96", "countsAsVisitor": true}],
             "areas": [{"id": "loge", "title": {"german": "Loge", "english": "Box"}}],
             "sessions": [{"id": "ki", "programme": "egk", "title": {"german": "Workshop KI", "english": "AI"},
                           "area": "loge", "startsAt": "2022-07-04T08:00:00Z", "endsAt": "2022-07-04T09:00:00Z",
                           "seats": 2},
                          {"id": "plenum", "programme": "egk", "title": {"german": "Plenum", "english": "Plenary"},
                           "area": "loge", "startsAt": "2022-07-04T09:00:00Z", "endsAt": "2022-07-04T10:00:00Z"}],
             "doors": []}
            """;

    @TempDir
    Path folder;

    /** A server's side of an import. */
    private final class Side implements AutoCloseable {
        private final Store store;
        private final EventChanges changes;
        private final RegistrationIssuer issuer;
        private final ImportService listImport;
        private final List<RegistrationId> moved = new ArrayList<>();

        private Side(Databases database) throws IOException {
            ServerKey serverKey = ServerKey.of(folder.resolve("key"));
            CodeKeyTable keys = new CodeKeyTable(serverKey);
            Random chance = new Random(4);
            store = Store.open(database.furnished(folder));
            changes = new EventChanges(keys, chance, new EventListener() {
                @Override
                public void eventChanged(Transaction transaction, EventId event) {}

                @Override
                public void sessionsChanged(Transaction transaction, EventId event, Set<SessionId> sessions) {
                    moved.addAll(BookingTable.bookedInto(transaction.handle(), event, sessions));
                }
            });
            RegistrationIssuer registrationIssuer =
                    new RegistrationIssuer(keys, new CodeTable(serverKey), CLOCK, chance);
            issuer = registrationIssuer;
            listImport = new ImportService(
                    store,
                    registrationIssuer,
                    new ImportUndo(store, registrationIssuer, (handle, event, one) -> false, CLOCK),
                    CLOCK,
                    chance);
            put(DOCUMENT);
        }

        private void put(String document) throws IOException {
            EventDocument event = Json.mapper().readValue(document, EventDocument.class);
            store.write(WriteKey.of(EVENT), transaction -> {
                        changes.put(transaction, EVENT, event, CLOCK.instant());
                        return event;
                    })
                    .toCompletableFuture()
                    .join();
        }

        private ImportReport take(boolean dryRun, String... lines) throws IOException {
            byte[] file = String.join("\n", lines).getBytes(UTF_8);
            return listImport.run(
                    EVENT, new ByteArrayInputStream(file), new ImportRequest(dryRun, ListRequest.in(Locale.ENGLISH)));
        }

        private Map<String, RegistrationFields> registered() {
            return store.read(handle -> RegistrationTable.page(handle, EVENT, "", null, 100)).stream()
                    .collect(Collectors.toMap(Registration::ownKey, Registration::particulars));
        }

        private RegistrationId id(String ownKey) {
            return store.read(handle -> RegistrationTable.page(handle, EVENT, "", null, 100)).stream()
                    .filter(one -> ownKey.equals(one.ownKey()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private List<Long> bookingTimes() {
            return store.read(handle -> handle.createQuery("select booked_at from bookings order by registration")
                    .mapTo(Long.class)
                    .list());
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private static Set<SessionId> sessions(String... ids) {
        return Set.of(ids).stream().map(SessionId::new).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void bookSeatsAndDaysAndTheSameListAgainChangesNothing(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            String[] list = {"Key;Name;Buchungen;Tage", "1;Weiß;Workshop KI|plenum;04.07.2022", "2;Größler;;"};

            ImportReport first = side.take(false, list);
            ImportReport again = side.take(false, list);

            assertThat(first.added()).isEqualTo(2);
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(side.registered().get("1").bookings()).isEqualTo(sessions("ki", "plenum"));
            assertThat(side.registered().get("1").days()).containsExactly(LocalDate.parse("2022-07-04"));
            assertThat(side.registered().get("2").bookings()).isEmpty();
            assertThat(side.bookingTimes()).containsOnly(CLOCK.millis());
        }
    }

    @ParameterizedTest
    @EnumSource
    void devicesHearOfWhoHasASeatInASessionThatIsMoved(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take(false, "Key;Name;Workshops", "1;Weiß;ki", "2;Größler;plenum", "3;Maier;");

            side.put(DOCUMENT.replace("T08:00:00Z", "T07:30:00Z"));
            side.put(DOCUMENT.replace("T08:00:00Z", "T07:30:00Z"));

            assertThat(side.moved).containsExactly(side.id("1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveBookingsAloneWhereTheListSpeaksOfNone(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take(false, "Key;Name;Buchungen;Tage", "1;Weiß;ki;2022-07-05");

            side.take(false, "Key;Name;Organisation", "1;Weiß;Stadt Jena");
            assertThat(side.registered().get("1").bookings()).isEqualTo(sessions("ki"));
            assertThat(side.registered().get("1").days()).hasSize(1);

            side.take(false, "Key;Name;Buchungen", "1;Weiß;plenum");
            assertThat(side.registered().get("1").bookings()).isEqualTo(sessions("plenum"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bookNoSeatThatIsNotThereAndADryRunSaysTheSame(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            String[] list = {"Key;Name;Workshops", "1;A;ki", "2;B;ki", "3;C;ki", "4;D;plenum"};

            ImportReport foreseen = side.take(true, list);
            ImportReport done = side.take(false, list);

            assertThat(foreseen.rejected()).isEqualTo(done.rejected());
            assertThat(done.added()).isEqualTo(3);
            assertThat(done.rejected())
                    .extracting(problem -> problem.line() + " " + problem.column() + ": " + problem.reason())
                    .containsExactly("4 Bookings: The session \"AI\" is booked out.");
            assertThat(side.registered()).containsOnlyKeys("1", "2", "4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void giveTheSeatOfSomebodyWhoCancelledToTheNext(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take(false, "Key;Name;Workshops", "1;A;ki", "2;B;ki");
            String[] list = {"Key;Name;Workshops;Status", "1;A;ki;storniert", "3;C;ki;bestätigt"};

            assertThat(side.take(true, list).rejected()).isEmpty();
            assertThat(side.take(false, list).rejected()).isEmpty();
            assertThat(side.take(false, "Key;Name;Status", "1;A;bestätigt").rejected())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepTheEventFromLosingWhatIsBooked(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            side.take(false, "Key;Name;Workshops", "1;A;ki", "2;B;ki");

            assertRefused(() -> side.put(DOCUMENT.replace("\"id\": \"ki\"", "\"id\": \"other\"")), "sessions");
            assertRefused(() -> side.put(DOCUMENT.replace("\"seats\": 2", "\"seats\": 1")), "sessions[0].seats");
            side.put(DOCUMENT.replace("\"seats\": 2", "\"seats\": 3"));
            assertThat(side.take(false, "Key;Name;Workshops", "3;C;ki").added()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nameTheNewSeatsOfARowWhoseRegistrationWasMerged(Databases database) throws IOException {
        try (Side side = new Side(database)) {
            String head = "Key;Vorname;Nachname;Organisation;Buchungen";
            side.take(false, head, "1;Eva;Weiß;Gera;", "2;Eva;Weiß;Gera;ki");
            new TwinService(side.store, side.issuer, CLOCK).merge(EVENT, side.id("1"), side.id("2"), null, "anna");

            assertThat(side.take(false, head, "1;Eva;Weiß;Gera;", "2;Eva;Weiß;Gera;ki")
                            .rejected())
                    .isEmpty();
            ImportReport more = side.take(false, head, "2;Eva;Weiß;Gera;plenum");

            assertThat(more.rejected()).singleElement().satisfies(problem -> {
                assertThat(problem.column()).isEqualTo("Bookings");
                assertThat(problem.reason()).contains("merged into another");
                assertThat(problem.remedy()).contains("that remained");
            });
            assertThat(side.registered().get("1").bookings()).isEqualTo(sessions("ki"));
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable change, String field) {
        assertThatThrownBy(change)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Rejected.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(RejectionReason.CONFLICT);
                    assertThat(refused.field()).contains(field);
                });
    }
}
