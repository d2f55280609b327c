package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.TimeWindow;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.database.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason to refuse, as a door hears it. */
final class RefusalsTest {
    private final Random chance = new Random(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void saysWhatKindOfCodeItCannotAdmit(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            SimulatedDevice kiosk = congress.machine("kiosk-1");

            assertThat(ask(congress, kiosk, Congress.NORTH, "https://example.org/somebody"))
                    .isEqualTo(Refusal.FOREIGN);
            assertThat(ask(congress, kiosk, Congress.NORTH, "SHOP-1")).isEqualTo(Refusal.UNKNOWN);
            assertThat(ask(congress, kiosk, Congress.NORTH, "\u0007")).isEqualTo(Refusal.FOREIGN);
            assertThat(ask(
                            congress,
                            kiosk,
                            Congress.NORTH,
                            congress.strangeCode().text()))
                    .isEqualTo(Refusal.UNKNOWN);
            var forged = new CodeKey(Congress.EVENT, '1', new byte[CodeKey.BYTES]).issue(CodeKind.TICKET, chance);
            assertThat(ask(congress, kiosk, Congress.NORTH, forged.text())).isEqualTo(Refusal.NOT_GENUINE);
        }
    }

    private static Refusal ask(Congress congress, SimulatedDevice kiosk, DoorId door, String code) {
        return congress.ask(kiosk.id, kiosk.nextId(), door, code, kiosk.time()).refusal();
    }

    /** Who is refused at the door in front, and why. */
    private interface Case {
        Code come(Congress congress, Congress.Guest guest);
    }

    private static final Map<Refusal, Case> CASES = new EnumMap<>(Map.ofEntries(
            Map.entry(Refusal.UNKNOWN, (congress, guest) -> congress.strangeCode()),
            Map.entry(
                    Refusal.NOT_GENUINE,
                    (congress, guest) -> new CodeKey(Congress.EVENT, '1', new byte[CodeKey.BYTES])
                            .issue(CodeKind.TICKET, new Random(1))),
            Map.entry(Refusal.OTHER_EVENT, (congress, guest) -> congress.codeOfAnotherEvent()),
            Map.entry(Refusal.CANCELLED, (congress, guest) -> standing(congress, guest, "CANCELLED")),
            Map.entry(Refusal.WAITLISTED, (congress, guest) -> standing(congress, guest, "WAITLISTED")),
            Map.entry(Refusal.BLOCKED, (congress, guest) -> standing(congress, guest, "BLOCKED")),
            Map.entry(Refusal.REPRESENTED, (congress, guest) -> standing(congress, guest, "REPRESENTED")),
            Map.entry(
                    Refusal.WRONG_CATEGORY,
                    (congress, guest) ->
                            rule(congress, guest, Set.of(new CategoryId("team")), Set.of(), TimeWindow.ALWAYS)),
            Map.entry(
                    Refusal.NOT_BOOKED,
                    (congress, guest) ->
                            rule(congress, guest, Set.of(), Set.of(new ProgrammeId("itls")), TimeWindow.ALWAYS)),
            Map.entry(
                    Refusal.TOO_EARLY,
                    (congress, guest) -> rule(
                            congress,
                            guest,
                            Set.of(),
                            Set.of(),
                            new TimeWindow(Congress.NINE.plusSeconds(61), null, Duration.ofMinutes(1)))),
            Map.entry(
                    Refusal.TOO_LATE,
                    (congress, guest) -> rule(
                            congress,
                            guest,
                            Set.of(),
                            Set.of(),
                            new TimeWindow(null, Congress.NINE.minusSeconds(61), Duration.ofMinutes(1)))),
            Map.entry(Refusal.ALREADY_INSIDE, (congress, guest) -> passed(congress, guest, ReuseRule.AGAIN_AFTER_EXIT)),
            Map.entry(Refusal.ALREADY_USED, (congress, guest) -> passed(congress, guest, ReuseRule.ONCE)),
            Map.entry(Refusal.AREA_FULL, (congress, guest) -> {
                congress.execute("update areas set permitted = 0, head_count = 'HARD'");
                congress.execute("update events set version = version + 1");
                return guest.ticket();
            }),
            Map.entry(Refusal.REVOKED_BADGE, (congress, guest) -> {
                congress.execute("update codes set revoked_at = 1 where kind = 'BADGE'");
                return guest.badge();
            })));

    private static Code standing(Congress congress, Congress.Guest guest, String status) {
        congress.execute("update registrations set status = ?", status);
        return guest.ticket();
    }

    private static Code rule(
            Congress congress,
            Congress.Guest guest,
            Set<CategoryId> categories,
            Set<ProgrammeId> programmes,
            TimeWindow window) {
        congress.rule(
                Congress.FRONT, new DoorRule(categories, programmes, window, ReuseRule.FREE, Duration.ZERO, false));
        return guest.ticket();
    }

    private static Code passed(Congress congress, Congress.Guest guest, ReuseRule reuseRule) {
        congress.rule(Congress.FRONT, DoorRule.OPEN.repeated(reuseRule));
        SimulatedDevice door = congress.machine("door-2");
        assertThat(door.scan(Congress.FRONT, guest.badge()).verdict()).isEqualTo(Verdict.ADMITTED);
        door.deliverAll();
        return guest.ticket();
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Databases.values())
                .flatMap(database -> CASES.keySet().stream().map(refusal -> Arguments.of(database, refusal)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysTheReasonAndWhatToDoNext(Databases database, Refusal refusal) {
        try (Congress congress = new Congress(database, folder)) {
            Congress.Guest guest = congress.guest();
            Code code = CASES.get(refusal).come(congress, guest);

            ScanAnswer answer = congress.machine("door-1").scan(Congress.FRONT, code);

            assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(answer.refusal()).isEqualTo(refusal);
            assertThat(answer.sentence()).isEqualTo(refusal.staffSentence());
            assertThat(answer.badge()).isNull();
        }
    }

    /**
     * What is nothing of ours has no code, a reason of a newer server is none of this one's, and who guesses too
     * often is tried by { GuessBucketTest}.
     */
    @Test
    void leavesNoReasonOut() {
        assertThat(CASES.keySet())
                .isEqualTo(EnumSet.complementOf(
                        EnumSet.of(Refusal.FOREIGN, Refusal.UNRECOGNISED, Refusal.ASK_AT_COUNTER)));
    }

    @ParameterizedTest
    @EnumSource
    void admitsOnTheDaysThatTheRegistrationIsFor(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            Congress.Guest guest = congress.guest();
            congress.execute(
                    "insert into registration_days (event, registration, day) values (?, ?, '2022-07-05')",
                    Congress.EVENT.text(),
                    guest.registration().toString());
            SimulatedDevice door = congress.machine("door-1");

            assertThat(door.scan(Congress.FRONT, guest.ticket()).refusal()).isEqualTo(Refusal.TOO_EARLY);
            congress.after(Duration.ofDays(1));
            assertThat(door.scan(Congress.FRONT, guest.ticket()).refusal()).isNull();
            congress.after(Duration.ofDays(1));
            assertThat(door.scan(Congress.FRONT, guest.ticket()).refusal()).isEqualTo(Refusal.TOO_LATE);
        }
    }
}
