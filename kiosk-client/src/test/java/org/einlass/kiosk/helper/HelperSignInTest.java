package org.einlass.kiosk.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.helper.HelperPass;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.id.BootId;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.helper.HelperSignIn.Step;
import org.einlass.kiosk.sync.WireJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Badges and PINs at a device without a server, in a time of its own. */
class HelperSignInTest {
    private static final LocalDate DAY = LocalDate.of(2022, 7, 4);

    private final KeptHelpers kept = new KeptHelpers();
    private final HelperCard badge = kept.add("h0a1b2c3d", "Ayşe", DAY);
    private Instant now = Instant.parse("2022-07-04T07:12:00Z");
    private final DeviceClock clock = new DeviceClock(() -> now, () -> 0, new BootId(new UUID(0x7000L, 1)));
    private HelperSignIn signIn = kept.signIn(clock);

    @BeforeEach
    void show() {
        assertThat(signIn.show(badge, Sample.sheet())).isEqualTo(Step.PIN_WANTED);
    }

    @Test
    void theRightPinOpens() {
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.OPENED);
        assertThat(signIn.pass().map(HelperPass::name)).contains("Ayşe");
        assertThat(kept.misses()).isEmpty();
    }

    @Test
    void fiveWrongOnesBarTheBadgeLongerAndLonger() {
        wrong(4, Step.WRONG);
        assertThat(signIn.locks()).isEmpty();
        wrong(1, Step.BARRED);
        assertThat(signIn.barredUntil()).contains(now.plus(Duration.ofMinutes(1)));
        assertThat(signIn.locks()).extracting(PinLock::misses).containsExactly(5);
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.BARRED);

        pass(Duration.ofSeconds(61));
        wrong(1, Step.BARRED);
        assertThat(signIn.barredUntil()).contains(now.plus(Duration.ofMinutes(2)));

        for (int more = 0; more < 8; more++) {
            pass(Duration.ofMinutes(31));
            wrong(1, Step.BARRED);
        }
        assertThat(signIn.barredUntil()).contains(now.plus(Duration.ofMinutes(30)));

        pass(Duration.ofMinutes(30));
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.OPENED);
        assertThat(signIn.locks()).isEmpty();
    }

    @Test
    void aRestartForgetsNoMiss() {
        wrong(4, Step.WRONG);

        signIn = kept.signIn(clock);
        show();

        wrong(1, Step.BARRED);
        signIn = kept.signIn(clock);
        assertThat(signIn.show(badge, Sample.sheet())).isEqualTo(Step.BARRED);
    }

    @Test
    void anotherHelpersBadgeIsNotBarred() {
        HelperCard other = kept.add("hother000", "Bo", DAY);
        wrong(4, Step.WRONG);
        wrong(1, Step.BARRED);

        assertThat(signIn.show(other, Sample.sheet())).isEqualTo(Step.PIN_WANTED);
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.OPENED);
    }

    /** From one helper to the next, as the device's part of a switch: the badge opens the row, the PIN its hash. */
    @Test
    void anotherHelperIsSignedInWithinThreeSecondsWithoutAnyServer() {
        HelperCard other = kept.add("hother000", "Bo", DAY);
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.OPENED);
        long shown = System.nanoTime();

        assertThat(signIn.show(other, Sample.sheet())).isEqualTo(Step.PIN_WANTED);
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.OPENED);

        assertThat(Duration.ofNanos(System.nanoTime() - shown)).isLessThan(Duration.ofSeconds(3));
        assertThat(signIn.pass().map(HelperPass::name)).contains("Bo");
    }

    @Test
    void aClockThatIsPutBackBarsNobodyForYears() {
        wrong(4, Step.WRONG);
        wrong(1, Step.BARRED);

        now = Instant.parse("1970-01-01T00:10:00Z");

        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.OPENED);
    }

    @Test
    void aBadgeIsGoodOnItsDayAndWhereTheDeviceIsUnsureOfTheDay() {
        HelperCard tomorrow = kept.add("htomorrow", "Cem", DAY.plusDays(1));
        assertThat(signIn.show(tomorrow, Sample.sheet()))
                .as("no contact in this boot")
                .isEqualTo(Step.PIN_WANTED);

        clock.contact(now);

        assertThat(signIn.show(tomorrow, Sample.sheet())).isEqualTo(Step.OTHER_DAY);
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.UNKNOWN);
        assertThat(signIn.show(badge, Sample.sheet())).isEqualTo(Step.PIN_WANTED);
    }

    @Test
    void aBadgeThatWasEndedOpensNothing() {
        wrong(4, Step.WRONG);

        signIn.heard(HelperRows.NONE);

        assertThat(signIn.show(badge, Sample.sheet())).isEqualTo(Step.UNKNOWN);
        assertThat(signIn.takesBadges()).isFalse();
        assertThat(kept.misses()).isEmpty();
    }

    @Test
    void aDeviceThatTookBadgesGoesOnWantingOne() {
        signIn.heard(new HelperRows("ended", List.of(), true));

        assertThat(signIn.takesBadges()).isTrue();
        assertThat(kept.signIn(clock).takesBadges()).as("after a restart").isTrue();
        assertThat(signIn.show(badge, Sample.sheet())).isEqualTo(Step.UNKNOWN);
    }

    @Test
    void anOlderServersRowsWantBadgesWhileThereAreSome() {
        String older = """
                {"mark": "m", "rows": [{"lookup": "l", "sealed": "AAAA"}]}
                """;
        signIn.heard(WireJson.read(older, HelperRows.class).orElseThrow());
        assertThat(signIn.takesBadges()).isTrue();

        signIn.heard(WireJson.read("{\"mark\": \"\", \"rows\": []}", HelperRows.class)
                .orElseThrow());
        assertThat(signIn.takesBadges()).isFalse();
    }

    @Test
    void aBadgeIsOverOnAnotherDayOnlyByASureClock() {
        HelperSignIn.Badge shown = signIn.badge().orElseThrow();
        pass(Duration.ofDays(1));
        assertThat(signIn.isOver(shown)).as("no contact in this boot").isFalse();

        clock.contact(now);

        assertThat(signIn.isOver(shown)).isTrue();
        assertThat(signIn.pin(KeptHelpers.PIN)).isEqualTo(Step.UNKNOWN);
    }

    @Test
    void whatIsNoRowOpensNothing() {
        HelperCard stranger = HelperCard.next(new SecureRandom());
        signIn.heard(new HelperRows(
                "broken",
                List.of(
                        new HelperRows.Row(badge.lookup(Sample.EVENT), "no Base64"),
                        new HelperRows.Row(stranger.lookup(Sample.EVENT), "AAAA")),
                true));

        assertThat(signIn.show(badge, Sample.sheet())).isEqualTo(Step.UNKNOWN);
        assertThat(signIn.show(stranger, Sample.sheet())).isEqualTo(Step.UNKNOWN);
    }

    private void wrong(int times, Step then) {
        for (int time = 0; time < times; time++) {
            assertThat(signIn.pin("9999")).isEqualTo(then);
        }
    }

    private void pass(Duration elapsed) {
        now = now.plus(elapsed);
    }
}
