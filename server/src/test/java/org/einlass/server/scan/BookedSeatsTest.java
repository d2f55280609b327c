package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.einlass.contract.admission.Booking;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A workshop in a room for three, begun at ten past nine, whose booked seats are held until a quarter past.
 */
final class BookedSeatsTest {
    private static final Instant START = Congress.NINE.plus(Duration.ofMinutes(10));
    private static final Duration HELD = Duration.ofMinutes(5);
    private static final SessionId SESSION = new SessionId("workshop-ki");

    @TempDir
    Path folder;

    @AutoClose
    private Congress congress;

    private SimulatedDevice door;

    private void open(Databases database) {
        congress = new Congress(database, folder);
        door = new SimulatedDevice("door-1", congress, new Random(1));
        congress.execute(
                "insert into programmes (event, id, title_german, title_english) values (?, 'egk', 'EGK', 'EGK')",
                Congress.EVENT.text());
        congress.execute(
                """
                insert into sessions (event, id, programme, title_german, title_english, area, starts_at, ends_at, seats)
                values (?, ?, 'egk', 'KI', 'AI', 'loge-4', ?, ?, 3)
                """,
                Congress.EVENT.text(),
                SESSION.text(),
                START.toEpochMilli(),
                START.plus(Duration.ofHours(1)).toEpochMilli());
        congress.rule(
                Congress.WORKSHOP,
                DoorRule.OPEN.repeated(ReuseRule.AGAIN_AFTER_EXIT).booked(new Booking(SESSION, START, HELD)));
    }

    private void book(Congress.Guest guest) {
        congress.execute(
                "insert into bookings (event, session, registration, booked_at) values (?, ?, ?, 0)",
                Congress.EVENT.text(),
                SESSION.text(),
                guest.registration().toString());
    }

    private Refusal refusal(Code code) {
        ScanAnswer answer = door.scan(Congress.WORKSHOP, code);
        door.deliverAll();
        assertThat(answer.verdict() == Verdict.ADMITTED).isEqualTo(answer.refusal() == null);
        return answer.refusal();
    }

    @ParameterizedTest
    @EnumSource
    void theBadgeNamesTheSessionsInWhichItsBearerHasASeat(Databases database) {
        open(database);
        List<Congress.Guest> guests = congress.guests(2);
        book(guests.get(0));

        assertThat(door.scan(Congress.NORTH, guests.get(0).ticket()).badge().agenda())
                .singleElement()
                .asString()
                .matches("\\d{1,2}\\.10 KI, .+");
        assertThat(door.scan(Congress.NORTH, guests.get(1).ticket()).badge().agenda())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheSeatUntilTheMinuteIsOverAndThenGivesItToAnyone(Databases database) {
        open(database);
        List<Congress.Guest> guests = congress.guests(2);
        book(guests.get(0));

        assertThat(refusal(guests.get(1).ticket())).isEqualTo(Refusal.NOT_BOOKED);
        assertThat(refusal(guests.get(0).ticket())).isNull();
        congress.time.set(START.plus(HELD).minusMillis(1));
        assertThat(refusal(guests.get(1).ticket())).isEqualTo(Refusal.NOT_BOOKED);
        congress.time.set(START.plus(HELD));
        assertThat(refusal(guests.get(1).ticket())).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void givesTheLastSeatOfTheRoomToTheFirstWhoComesAfterwards(Databases database) {
        open(database);
        List<Congress.Guest> booked = congress.guests(3);
        List<Congress.Guest> others = congress.guests(2);
        booked.forEach(guest -> book(guest));
        assertThat(refusal(booked.get(0).ticket())).isNull();
        assertThat(refusal(booked.get(1).badge())).isNull();

        congress.time.set(START.plus(HELD));
        assertThat(refusal(others.get(0).ticket())).isNull();
        assertThat(refusal(others.get(1).ticket())).isEqualTo(Refusal.AREA_FULL);
        assertThat(refusal(booked.get(2).ticket())).isEqualTo(Refusal.AREA_FULL);

        congress.after(Duration.ofMinutes(1));
        door.scan(Congress.WORKSHOP_EXIT, others.get(0).ticket());
        door.deliverAll();
        assertThat(refusal(booked.get(2).ticket())).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void neverGivesASeatAwayWhereTheRuleSaysNoTime(Databases database) {
        open(database);
        List<Congress.Guest> guests = congress.guests(2);
        book(guests.get(0));
        congress.rule(Congress.WORKSHOP, DoorRule.OPEN.booked(new Booking(SESSION, START, null)));

        congress.time.set(START.plus(Duration.ofDays(1)));

        assertThat(refusal(guests.get(1).ticket())).isEqualTo(Refusal.NOT_BOOKED);
        assertThat(refusal(guests.get(0).ticket())).isNull();
    }
}
