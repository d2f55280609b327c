package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How often one may pass, by every rule of a door. */
final class RepetitionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void admitsAgainAfterAnExitButNotForAnExitBeforeTheClaim(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice door = congress.machine("door-1");
            SimulatedDevice other = congress.machine("door-2");
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
        try (Congress congress = new Congress(database, folder, ReuseRule.ONCE_A_DAY, UnaryOperator.identity())) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");
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
        try (Congress congress = new Congress(database, folder)) {
            congress.rule(
                    Congress.SOUTH,
                    new DoorRule(
                            Set.of(),
                            Set.of(),
                            DoorRule.OPEN.window(),
                            ReuseRule.REENTRY_WINDOW,
                            Duration.ofMinutes(30),
                            false));
            SimulatedDevice door = congress.machine("door-1");
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

    /**
     * In: comes by an entrance; other: by another one of the same scope; out: goes, a second later; +: time
     * passes. What is not admitted is refused for the reason behind the equals sign. It begins at nine; a day
     * begins at four.
     */
    static Stream<Arguments> rules() {
        return Arrays.stream(Databases.values())
                .flatMap(database -> Stream.of(
                        Arguments.of(database, "FREE", "in in other out in +P2D in"),
                        Arguments.of(
                                database,
                                "ONCE",
                                "in in=ALREADY_USED other=ALREADY_USED out in=ALREADY_USED +P2D other=ALREADY_USED"),
                        Arguments.of(
                                database,
                                "ONCE_A_DAY",
                                "in other=ALREADY_USED +PT18H59M59.999S in=ALREADY_USED +PT0.001S in in=ALREADY_USED"),
                        Arguments.of(database, "ONCE_A_DAY", "in out in=ALREADY_USED +P1D other out in=ALREADY_USED"),
                        Arguments.of(
                                database,
                                "AGAIN_AFTER_EXIT",
                                "in in=ALREADY_INSIDE +P1D other=ALREADY_INSIDE out other in=ALREADY_INSIDE out +P1D in"),
                        Arguments.of(
                                database,
                                "REENTRY_WINDOW",
                                "in in=ALREADY_INSIDE out +PT29M in out +PT30M other out +PT30M0.001S in=ALREADY_USED"),
                        Arguments.of(
                                database, "REENTRY_WINDOW", "in out +PT31M in=ALREADY_USED +PT1S in=ALREADY_USED")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsTheRule(Databases database, ReuseRule reuseRule, String steps) {
        try (Congress congress = new Congress(database, folder)) {
            DoorRule rule =
                    new DoorRule(Set.of(), Set.of(), DoorRule.OPEN.window(), reuseRule, Duration.ofMinutes(30), false);
            congress.rule(Congress.SOUTH, rule);
            congress.rule(Congress.NORTH, rule);
            SimulatedDevice door = congress.machine("door-1");
            Congress.Guest guest = congress.guest();

            for (String step : steps.split(" ", -1)) {
                step(congress, door, guest, step);
            }
        }
    }

    private static void step(Congress congress, SimulatedDevice door, Congress.Guest guest, String step) {
        if (step.startsWith("+")) {
            congress.after(Duration.parse(step.substring(1)));
            return;
        }
        if (step.equals("out")) {
            congress.after(Duration.ofSeconds(1));
            assertThat(door.scan(Congress.EXIT, guest.badge()).verdict()).isEqualTo(Verdict.ADMITTED);
            door.deliverAll();
            return;
        }
        DoorId entrance = step.startsWith("in") ? Congress.SOUTH : Congress.NORTH;
        ScanAnswer answer = door.scan(entrance, guest.ticket());
        door.deliverAll();
        String reason = step.contains("=") ? step.substring(step.indexOf('=') + 1) : "null";
        assertThat(String.valueOf(answer.refusal())).as(step).isEqualTo(reason);
    }
}
