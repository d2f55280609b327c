package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.server.counter.ArrivalService;
import org.einlass.server.counter.CounterService;
import org.einlass.server.database.Databases;
import org.einlass.server.device.CounterOrderTable;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.rejection.Rejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where guests are sent, whom each desk expects, and when a way ends. */
final class CounterServiceTest {
    private static final DeviceId FIRST = new DeviceId("desk-1");
    private static final DeviceId SECOND = new DeviceId("desk-2");
    private static final DeviceId KIOSK = new DeviceId("kiosk-1");

    @TempDir
    private Path folder;

    private Congress congress;
    private CounterService counters;
    private SimulatedDevice kiosk;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        congress.enrol(KIOSK, DeviceKind.KIOSK);
        counters = new CounterService(congress.store(), congress.clock);
        kiosk = congress.machine(KIOSK.text());
    }

    @AfterEach
    void close() {
        congress.close();
    }

    private ExpectedGuests says(DeviceId desk, String name, boolean open) {
        return says(desk, new CounterReport(name, open, List.of(), List.of()));
    }

    private ExpectedGuests says(DeviceId desk, CounterReport report) {
        return counters.report(Congress.EVENT, desk, report)
                .toCompletableFuture()
                .join();
    }

    private String sent(EntryId scan) {
        return sent(KIOSK, scan);
    }

    private String sent(DeviceId from, EntryId scan) {
        return counters.send(Congress.EVENT, from, new SentGuest(scan, SentGuest.Cause.REFUSED, Refusal.BLOCKED))
                .toCompletableFuture()
                .join()
                .counter();
    }

    /** A guest shows a ticket at the kiosk. */
    private EntryId scan(Congress.Guest guest) {
        EntryId scan = kiosk.nextId();
        kiosk.ask(scan, Congress.FRONT, guest.ticket());
        return scan;
    }

    private static List<RegistrationId> people(ExpectedGuests expected) {
        return expected.guests().stream()
                .map(ExpectedGuests.Guest::registration)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void guestsGoToTheOpenCounterWithTheFewestOnTheirWay(Databases database) {
        open(database);
        assertThat(sent(kiosk.nextId())).as("none is open").isNull();
        says(FIRST, "1", true);
        says(SECOND, "Akkreditierung", true);

        EntryId first = kiosk.nextId();
        assertThat(sent(first)).isEqualTo("1");
        assertThat(sent(first)).as("the same scan again").isEqualTo("1");
        assertThat(sent(kiosk.nextId())).isEqualTo("Akkreditierung");
        assertThat(sent(kiosk.nextId())).isEqualTo("1");

        says(FIRST, "1", false);
        assertThat(sent(kiosk.nextId())).isEqualTo("Akkreditierung");
        congress.after(Duration.ofSeconds(61));
        assertThat(sent(kiosk.nextId())).as("nobody was heard for a minute").isNull();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theOrganiserClosesACounterAtOnceAndOpensItWithTheDesk(Databases database) {
        open(database);
        congress.enrol(FIRST, DeviceKind.DESK);
        says(FIRST, "1", true);

        order(FIRST, false);

        assertThat(sent(kiosk.nextId())).as("closed at once").isNull();
        says(FIRST, "1", true);
        assertThat(sent(kiosk.nextId())).as("the desk has not heard of it").isNull();
        assertThat(wanted(FIRST)).contains(false);
        says(FIRST, "1", false);
        assertThat(wanted(FIRST)).as("the desk has obeyed").isEmpty();
        says(FIRST, "1", true);
        assertThat(sent(kiosk.nextId())).as("the desk's key still opens it").isEqualTo("1");

        order(FIRST, true);
        order(FIRST, false);
        order(FIRST, true);
        assertThat(wanted(FIRST)).contains(true);
        congress.after(CounterOrderTable.LONGEST.plusSeconds(1));
        assertThat(wanted(FIRST)).as("nobody wants it any more").isEmpty();
        DeviceId noDesk = new DeviceId("kiosk-9");
        congress.enrol(noDesk, DeviceKind.KIOSK);
        assertThatThrownBy(() -> order(noDesk, true)).hasRootCauseInstanceOf(Rejected.class);
    }

    private void order(DeviceId desk, boolean open) {
        counters.order(Congress.EVENT, desk, open).toCompletableFuture().join();
    }

    private Optional<Boolean> wanted(DeviceId desk) {
        return congress.store()
                .read(handle -> CounterOrderTable.find(handle, Congress.EVENT, desk, congress.clock.instant()))
                .map(CounterOrder::open);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDeskHearsWhoComesAndWhyUntilTheyAreServedOrTenMinutesHavePassed(Databases database) {
        open(database);
        says(FIRST, "1", true);
        Congress.Guest known = congress.guest();
        EntryId scan = scan(known);
        EntryId stranger = kiosk.nextId();
        sent(scan);
        sent(stranger);

        ExpectedGuests expected = says(FIRST, "1", true);
        assertThat(people(expected)).containsExactly(known.registration(), null);
        assertThat(expected.guests().get(0).refusal()).isEqualTo(Refusal.BLOCKED);
        assertThat(expected.guests().get(0).cause()).isEqualTo(SentGuest.Cause.REFUSED);
        assertThat(expected.guests().get(0).sentAt()).isEqualTo(congress.clock.instant());

        EntryId again = scan(known);
        assertThat(sent(again)).isEqualTo("1");
        assertThat(people(says(FIRST, "1", true))).as("once a person").hasSize(2);

        says(SECOND, "2", true);
        assertThat(says(SECOND, "2", true).guests()).isEmpty();
        says(SECOND, new CounterReport("2", true, List.of(known.registration()), List.of()));
        assertThat(people(says(FIRST, "1", true))).containsOnlyNulls().hasSize(1);
        says(FIRST, "1", false);
        assertThat(says(SECOND, "2", true).guests())
                .as("the counter has closed")
                .hasSize(1);

        congress.after(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(says(SECOND, "2", true).guests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void noMoreThanFiftyOfAKioskAndFiveHundredOfAnEventAreOnTheirWay(Databases database) {
        open(database);
        says(FIRST, "1", true);
        EntryId oldest = kiosk.nextId();
        sent(oldest);
        congress.after(Duration.ofMillis(1));
        IntStream.range(0, 49).forEach(i -> sent(kiosk.nextId()));
        assertThat(scans(says(FIRST, "1", true))).hasSize(50).contains(oldest);

        EntryId newest = kiosk.nextId();
        sent(newest);
        assertThat(scans(says(FIRST, "1", true))).hasSize(50).contains(newest).doesNotContain(oldest);

        congress.after(Duration.ofMillis(1));
        for (int other = 2; other <= 11; other++) {
            DeviceId from = new DeviceId("kiosk-" + other);
            congress.enrol(from, DeviceKind.KIOSK);
            IntStream.range(0, 50).forEach(i -> sent(from, kiosk.nextId()));
        }
        assertThat(scans(says(FIRST, "1", true))).hasSize(500).doesNotContain(newest);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoeverIsSentOnceMoreIsExpectedForTheLaterReason(Databases database) {
        open(database);
        says(FIRST, "1", true);
        EntryId scan = scan(congress.guest());
        sent(scan);
        congress.after(Duration.ofMinutes(1));
        says(FIRST, "1", true);
        counters.send(Congress.EVENT, KIOSK, new SentGuest(scan, SentGuest.Cause.NOT_THIS_PERSON, null))
                .toCompletableFuture()
                .join();

        assertThat(says(FIRST, "1", true).guests()).singleElement().satisfies(guest -> {
            assertThat(guest.scan()).isEqualTo(scan);
            assertThat(guest.cause()).isEqualTo(SentGuest.Cause.NOT_THIS_PERSON);
            assertThat(guest.refusal()).isNull();
            assertThat(guest.sentAt()).isEqualTo(congress.clock.instant());
        });
    }

    private static List<EntryId> scans(ExpectedGuests expected) {
        return expected.guests().stream().map(ExpectedGuests.Guest::scan).toList();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tellsWhenSomebodyCameFirstAndWhere(Databases database) {
        open(database);
        ArrivalService arrivals = new ArrivalService(congress.store());
        Congress.Guest guest = congress.guest();
        assertThat(arrivals.find(Congress.EVENT, guest.registration()).at()).isNull();
        EntryId scan = scan(guest);
        kiosk.deliver(
                List.of(kiosk.show(scan, Congress.FRONT, guest.ticket(), Outcome.admitted(Outcome.Source.SERVER))));

        GuestArrival arrival = arrivals.find(Congress.EVENT, guest.registration());

        assertThat(arrival.at()).isNotNull();
        assertThat(arrival.device()).isNotBlank();
        kiosk.deliver(List.of(kiosk.undo(scan)));
        assertThat(arrivals.find(Congress.EVENT, guest.registration()).at()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsNoNameOfACounterIsRefused(Databases database) {
        open(database);
        for (String bad : List.of("", " ", " 2", "x".repeat(41), "a\nb")) {
            assertThatThrownBy(() -> says(FIRST, bad, true)).isInstanceOf(Rejected.class);
        }
        assertThat(says(FIRST, "x".repeat(40), true).guests()).isEmpty();
    }
}
