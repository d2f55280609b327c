package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.ComparedDay;
import org.einlass.reports.statistics.DayArrivals;
import org.einlass.server.account.Accounts;
import org.einlass.server.counter.CounterService;
import org.einlass.server.counter.HelpCallService;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceService;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.live.AwaitedGuestService;
import org.einlass.server.live.LiveService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an event is at this moment, beside the arrivals of an earlier one. */
final class LiveServiceTest {
    private static final EventId EARLIER = new EventId("digitales-thueringen-2021");
    private static final Duration YEAR = Duration.ofDays(364);

    @TempDir
    private Path folder;

    private Congress congress;
    private SimulatedDevice kiosk;
    private LiveService live;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        kiosk = congress.machine("kiosk-1");
        DeviceService devices = new DeviceService(
                congress.store(),
                new Accounts(congress.store(), congress.clock),
                congress.dataKeys(),
                congress.clock,
                new SecureRandom());
        live = new LiveService(
                congress.store(),
                devices,
                congress.services().clarifications(),
                new AwaitedGuestService(congress.store(), congress.clock),
                new HelpCallService(congress.store(), congress.clock),
                new CounterService(congress.store(), congress.clock),
                congress.clock);
        lasts(Congress.EVENT, "2022-07-04");
    }

    @AfterEach
    void close() {
        congress.close();
    }

    private void lasts(EventId event, String day) {
        congress.execute(
                "update events set handout = ? where id = ?",
                "{\"firstDay\": \"%s\", \"lastDay\": \"%s\"}".formatted(day, day),
                event.text());
    }

    private void arrive(int guests) {
        congress.guests(guests).forEach(guest -> kiosk.scan(Congress.NORTH, guest.ticket()));
        kiosk.deliverAll();
    }

    /** The event as it is now is that of a year ago, too, under another id. */
    private void copyAsEarlier() {
        Congress.await(congress.store().writeAlone(WriteKey.of(Congress.EVENT), transaction -> {
            for (String table :
                    List.of("events", "feed_counters", "categories", "areas", "doors", "registrations", "facts")) {
                String event = table.equals("events") ? "id" : "event";
                transaction
                        .handle()
                        .execute("create temporary table earlier as select * from " + table + " where " + event
                                + " = ?".replace("?", "'" + Congress.EVENT.text() + "'"));
                transaction.handle().execute("update earlier set " + event + " = ?", EARLIER.text());
                if (table.equals("events")) {
                    transaction
                            .handle()
                            .execute("update earlier set title_german = 'Im Vorjahr', title_english = 'Last year'");
                }
                if (table.equals("facts")) {
                    transaction.handle().execute("update earlier set at = at - ?", YEAR.toMillis());
                }
                transaction.handle().execute("insert into " + table + " select * from earlier");
                transaction.handle().execute("drop table earlier");
            }
            return EARLIER;
        }));
        lasts(EARLIER, "2021-07-05");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theArrivalsOfTheDayStandBesideThoseOfAnEarlierEventAtTheSameTimeOfDay(Databases database) {
        open(database);
        arrive(3);
        congress.after(Duration.ofMinutes(30));
        arrive(2);
        copyAsEarlier();
        congress.after(Duration.ofMinutes(15));
        arrive(4);

        ComparedDay alone = today(null);
        ComparedDay compared = today(EARLIER);

        assertThat(alone.earlier()).isNull();
        assertThat(alone.day().total()).isEqualTo(9);
        DayArrivals earlier = Objects.requireNonNull(compared.earlier());
        assertThat(compared.day().total()).isEqualTo(9);
        assertThat(earlier.total()).isEqualTo(5);
        assertThat(earlier.quarters()).extracting(quarter -> quarter.arrivals()).containsExactly(3L, 0L, 2L, 0L);
        assertThat(compared.day().quarters())
                .extracting(quarter -> quarter.arrivals())
                .containsExactly(3L, 0L, 2L, 4L);
        assertThat(earlier.quarters().get(0).start().toString()).startsWith("2022-07-04T09:00");
        assertThat(compared.most()).isEqualTo(4);
        assertThat(compared.sentence(Locale.GERMAN)).contains("Linie: Im Vorjahr");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatComesInMeanwhileIsSeenAndTheEarlierEventStays(Databases database) {
        open(database);
        arrive(2);
        copyAsEarlier();
        assertThat(today(EARLIER).day().total()).isEqualTo(2);

        congress.after(Duration.ofSeconds(30));
        arrive(1);

        assertThat(today(EARLIER).day().total()).isEqualTo(3);
        assertThat(Objects.requireNonNull(today(EARLIER).earlier()).total()).isEqualTo(2);
        assertThatThrownBy(() -> live.read(Congress.EVENT, new EventId("nirgends"), Locale.GERMAN))
                .isInstanceOf(UnknownEventOrDoor.class);
    }

    private ComparedDay today(EventId earlier) {
        return Objects.requireNonNull(
                live.read(Congress.EVENT, earlier, Locale.GERMAN).today());
    }
}
