package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.einlass.server.database.Databases;
import org.einlass.server.report.RecentAttendance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole report for a page that is opened again and again. */
final class RecentAttendanceTest {
    @TempDir
    private Path folder;

    private Congress congress;
    private SimulatedDevice kiosk;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        kiosk = congress.machine("kiosk-1");
        congress.execute(
                "update events set handout = ? where id = ?",
                "{\"firstDay\": \"2022-07-04\", \"lastDay\": \"2022-07-04\"}",
                Congress.EVENT.text());
    }

    @AfterEach
    void close() {
        congress.close();
    }

    private void arrive(int guests) {
        congress.guests(guests).forEach(guest -> kiosk.scan(Congress.NORTH, guest.ticket()));
        kiosk.deliverAll();
    }

    /** A clock of a machine that takes a second between any two looks at it. */
    private static final class SlowClock extends Clock {
        private Instant now;

        private SlowClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsCountedAtOnceIsCountedEachTime(Databases database) {
        open(database);
        RecentAttendance report =
                RecentAttendance.whole(congress.store(), Congress.EVENT, Locale.GERMAN, congress.clock);
        for (int arrived = 1; arrived <= 4; arrived++) {
            arrive(1);

            assertThat(report.count().attendance().total().arrived()).isEqualTo(arrived);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCountThatTakesLongIsKeptForTwentyTimesAsLongAndTellsItsTime(Databases database) {
        open(database);
        SlowClock clock = new SlowClock(congress.clock.instant());
        RecentAttendance report = RecentAttendance.whole(congress.store(), Congress.EVENT, Locale.GERMAN, clock);
        arrive(1);
        report.count();
        RecentAttendance.Counted counted = report.count();
        arrive(1);

        RecentAttendance.Counted again = report.count();
        clock.now = clock.now.plus(Duration.ofSeconds(20));
        RecentAttendance.Counted later = report.count();

        assertThat(again).isEqualTo(counted);
        assertThat(again.attendance().total().arrived()).isEqualTo(1);
        assertThat(later.attendance().total().arrived()).isEqualTo(2);
        assertThat(later.at()).isAfter(again.at());
    }
}
