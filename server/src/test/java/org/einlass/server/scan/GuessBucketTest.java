package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.grade.GuessableCodes;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.GuessBucket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GuessBucketTest {
    private static final Instant NOW = Congress.NINE;
    private static final ExternalCode SHORT = new ExternalCode("770123");
    private static final ExternalCode LONG = new ExternalCode("3f2b8c1e-7d64-4a0f-9b55-0c1d2e3f4a5b");

    private static final ExternalCode COUNTED_UP = new ExternalCode("40000000000000010042");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void afterTwentyWrongCodesNoneOfThatFormIsChecked(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            Congress.Guest guest = congress.guest();
            link(congress, guest, SHORT);
            link(congress, guest, LONG);
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            for (int wrong = 0; wrong < GuessBucket.TOKENS; wrong++) {
                assertThat(ask(congress, kiosk, kiosk.nextId(), "88000" + wrong).refusal())
                        .isEqualTo(Refusal.UNKNOWN);
            }

            EntryId scan = kiosk.nextId();
            ScanAnswer answer = ask(congress, kiosk, scan, SHORT.text());

            assertThat(answer.refusal()).isEqualTo(Refusal.ASK_AT_COUNTER);
            assertThat(answer.badge()).isNull();
            assertThat(ask(congress, kiosk, kiosk.nextId(), "990000").refusal()).isEqualTo(Refusal.ASK_AT_COUNTER);
            assertThat(ask(congress, kiosk, kiosk.nextId(), LONG.text()).verdict())
                    .isEqualTo(Verdict.ADMITTED);
            assertThat(kiosk.scan(Congress.FRONT, guest.ticket()).verdict()).isEqualTo(Verdict.ADMITTED);
            SimulatedDevice other = congress.machine("kiosk-2");
            assertThat(ask(congress, other, other.nextId(), SHORT.text()).verdict())
                    .isEqualTo(Verdict.ADMITTED);

            congress.time.set(NOW.plus(GuessBucket.REFILL));

            assertThat(ask(congress, kiosk, scan, SHORT.text()))
                    .as("once and for ever")
                    .isEqualTo(answer);
            assertThat(ask(congress, kiosk, kiosk.nextId(), SHORT.text()).verdict())
                    .isEqualTo(Verdict.ADMITTED);
        }
    }

    /** A lost exit would keep somebody in the head count who has left. */
    @ParameterizedTest
    @EnumSource
    void whoeverGoesOutIsCountedOutThoughNoCodeIsChecked(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            Congress.Guest guest = congress.guest();
            link(congress, guest, SHORT);
            SimulatedDevice door = congress.machine("door-1");
            door.deliver(List.of(door.admitAlone(Congress.FRONT, guest.ticket())));
            assertThat(congress.people("arena")).isEqualTo(1);
            for (int wrong = 0; wrong < GuessBucket.TOKENS; wrong++) {
                ask(congress, door, door.nextId(), "88000" + wrong);
            }

            EntryId scan = door.nextId();
            ScanAnswer right = congress.ask(door.id, scan, Congress.EXIT, SHORT.text(), door.time());
            ScanAnswer wrong = congress.ask(door.id, door.nextId(), Congress.EXIT, "990000", door.time());
            door.deliver(List.of(door.show(scan, Congress.EXIT, SHORT, SimulatedDevice.outcome(right))));

            assertThat(right.verdict()).isEqualTo(Verdict.PROVISIONAL);
            assertThat(wrong.verdict())
                    .as("nobody learns which code leads to somebody")
                    .isEqualTo(right.verdict());
            assertThat(wrong.refusal()).isEqualTo(right.refusal()).isNull();
            assertThat(congress.people("arena")).isZero();
        }
    }

    @Test
    void rightCodesTakeNothing() {
        try (Congress congress = new Congress(Databases.SQLITE, folder)) {
            Congress.Guest guest = congress.guest();
            link(congress, guest, SHORT);
            SimulatedDevice kiosk = congress.machine("kiosk-1");

            for (int scan = 0; scan < 2 * GuessBucket.TOKENS; scan++) {
                assertThat(ask(congress, kiosk, kiosk.nextId(), SHORT.text()).verdict())
                        .isEqualTo(Verdict.ADMITTED);
            }
        }
    }

    @Test
    void fillsByTenAMinuteAndNoFurtherThanTheBrim() {
        GuessBucket bucket = GuessBucket.FULL;
        for (int wrong = 0; wrong < GuessBucket.TOKENS; wrong++) {
            assertThat(bucket.isEmpty(NOW)).isFalse();
            bucket = bucket.missed(NOW);
        }
        assertThat(bucket.isEmpty(NOW)).isTrue();
        assertThat(bucket.isEmpty(NOW.plus(GuessBucket.REFILL).minusMillis(1))).isTrue();
        assertThat(bucket.isEmpty(NOW.plus(GuessBucket.REFILL))).isFalse();
        Instant minuteLater = NOW.plusSeconds(60);
        for (int wrong = 0; wrong < 10; wrong++) {
            assertThat(bucket.isEmpty(minuteLater)).isFalse();
            bucket = bucket.missed(minuteLater);
        }
        assertThat(bucket.isEmpty(minuteLater)).isTrue();
    }

    @Test
    void aClockThatWasSetBackMakesNobodyWaitLonger() {
        GuessBucket bucket = GuessBucket.FULL;
        for (int wrong = 0; wrong < GuessBucket.TOKENS; wrong++) {
            bucket = bucket.missed(NOW);
        }

        assertThat(bucket.isEmpty(NOW)).isTrue();
        assertThat(bucket.isEmpty(NOW.minus(Duration.ofDays(1)))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void longCodesThatAreCountedUpAreGuessedLikeShortOnes(Databases database) {
        try (Congress congress = new Congress(database, folder)) {
            linkCountedUp(congress, congress.guest(), COUNTED_UP);
            link(congress, congress.guest(), LONG);
            SimulatedDevice kiosk = congress.machine("kiosk-1");
            for (int wrong = 0; wrong < GuessBucket.TOKENS; wrong++) {
                assertThat(ask(congress, kiosk, kiosk.nextId(), "4000000000000001" + (1000 + wrong))
                                .refusal())
                        .isEqualTo(Refusal.UNKNOWN);
            }

            assertThat(ask(congress, kiosk, kiosk.nextId(), COUNTED_UP.text()).refusal())
                    .isEqualTo(Refusal.ASK_AT_COUNTER);
            assertThat(ask(congress, kiosk, kiosk.nextId(), "40000000000000019999")
                            .refusal())
                    .isEqualTo(Refusal.ASK_AT_COUNTER);
            assertThat(ask(congress, kiosk, kiosk.nextId(), LONG.text()).verdict())
                    .as("nobody finds it by trying")
                    .isEqualTo(Verdict.ADMITTED);
        }
    }

    @Test
    void longWrongCodesTakeNothingWhereNoneIsCountedUp() {
        try (Congress congress = new Congress(Databases.SQLITE, folder)) {
            link(congress, congress.guest(), LONG);
            SimulatedDevice kiosk = congress.machine("kiosk-1");

            for (int wrong = 0; wrong < 2 * GuessBucket.TOKENS; wrong++) {
                assertThat(ask(congress, kiosk, kiosk.nextId(), "4000000000000001" + (1000 + wrong))
                                .refusal())
                        .isEqualTo(Refusal.UNKNOWN);
            }
        }
    }

    private static ScanAnswer ask(Congress congress, SimulatedDevice kiosk, EntryId scan, String code) {
        return congress.ask(kiosk.id, scan, Congress.FRONT, code, kiosk.time());
    }

    /** As the import of a list of such codes links them. */
    private static void linkCountedUp(Congress congress, Congress.Guest guest, ExternalCode code) {
        ExternalCode neighbour = new ExternalCode("40000000000000010043");
        GuessableCodes list = GuessableCodes.among(List.of(code, neighbour));
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            congress.enrolment().linkAll(transaction, Congress.EVENT, Map.of(code, guest.registration()), list);
            return 1;
        }));
    }

    private static void link(Congress congress, Congress.Guest guest, ExternalCode code) {
        Congress.await(congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            congress.codes()
                    .add(
                            transaction.handle(),
                            Congress.EVENT,
                            congress.salt.lookupId(code),
                            code,
                            guest.registration(),
                            1,
                            Congress.NINE);
            return 1;
        }));
    }
}
