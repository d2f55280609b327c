package org.einlass.kiosk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.helper.HelperRows;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.OperatorId;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.helper.HelperSignIn;
import org.einlass.kiosk.helper.KeptHelpers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may use a door's keys; in a time of its own, without a server. */
class DoorSignInTest {
    private static final LocalDate DAY = LocalDate.of(2022, 7, 4);

    private final Time time = new Time();
    private final KeptHelpers kept = new KeptHelpers();
    private final HelperCard ayse = kept.add("h0a1b2c3d", "Ayşe", DAY);
    private final HelperCard bo = kept.add("hzzzz1111", "Bo", DAY);
    private final DeviceClock clock = new DeviceClock(time, () -> 0, new BootId(new UUID(0x7000L, 1)));
    private final HelperSignIn helpers = kept.signIn(clock);
    private final Shown shown = new Shown();
    private final List<Optional<OperatorId>> stands = new ArrayList<>();
    private final DoorSignIn door = new DoorSignIn(helpers, time, shown, stands::add);

    @BeforeEach
    void look() {
        door.look();
        assertThat(shown.locked).isTrue();
    }

    private boolean scan(HelperCard card) {
        return door.reads(GateReading.of(card.text()), Sample.sheet());
    }

    private void signIn(HelperCard card) {
        assertThat(scan(card)).isTrue();
        assertThat(shown.pinWanted).isTrue();
        door.pin(KeptHelpers.PIN);
        assertThat(shown.locked).isFalse();
    }

    @Test
    void keysWorkForWhoeverSignedIn() {
        assertThat(door.mayAct()).isFalse();
        assertThat(shown.declined).isEqualTo(DoorRefusal.NOBODY_SIGNED_IN);

        signIn(ayse);

        assertThat(door.mayAct()).isTrue();
        assertThat(shown.name).isEqualTo("Ayşe");
        assertThat(stands).last().isEqualTo(Optional.of(new OperatorId("h0a1b2c3d")));
    }

    @Test
    void ticketsAreReadWhoeverStandsThere() {
        assertThat(door.reads(GateReading.of(Sample.ticket(1).text()), Sample.sheet()))
                .as("swallowed")
                .isFalse();
    }

    @Test
    void anotherBadgeEndsTheOneBefore() {
        signIn(ayse);

        scan(bo);

        assertThat(door.mayAct()).isFalse();
        assertThat(stands).last().isEqualTo(Optional.empty());
        door.pin(KeptHelpers.PIN);
        assertThat(stands).last().isEqualTo(Optional.of(new OperatorId("hzzzz1111")));
    }

    @Test
    void locksWhenNobodyIsThere() {
        signIn(ayse);
        time.pass(DoorSignIn.LOCK_AFTER.minusSeconds(1));
        door.reads(GateReading.of(Sample.ticket(1).text()), Sample.sheet());
        time.pass(DoorSignIn.LOCK_AFTER.minusSeconds(1));
        door.look();
        assertThat(shown.locked).as("guests kept coming").isFalse();

        time.pass(Duration.ofSeconds(2));
        door.look();

        assertThat(shown.locked).isTrue();
        assertThat(stands).last().isEqualTo(Optional.empty());
    }

    @Test
    void aWrongPinIsAskedAgainAndTheFifthBarsTheBadge() {
        scan(ayse);
        for (int miss = 0; miss < 4; miss++) {
            door.pin("9999");
            assertThat(shown.again).isTrue();
        }
        door.pin("9999");

        assertThat(shown.pinWanted).isFalse();
        assertThat(shown.declined).isEqualTo(DoorRefusal.BADGE_BARRED);
        assertThat(shown.asked).as("the server hears of it").isEqualTo(1);
        scan(ayse);
        assertThat(shown.pinWanted).isFalse();
        signIn(bo);
    }

    @Test
    void aBadgeWaitsHalfAMinuteForItsPin() {
        scan(ayse);

        time.pass(DoorSignIn.LONGEST_BADGE.plusSeconds(1));
        door.look();

        assertThat(shown.pinWanted).isFalse();
        door.pin(KeptHelpers.PIN);
        assertThat(door.mayAct()).isFalse();
    }

    @Test
    void aBadgeThatNobodyKnowsIsAskedFor() {
        assertThat(scan(HelperCard.next(new SecureRandom()))).isTrue();

        assertThat(shown.asked).isEqualTo(1);
        assertThat(shown.declined).isEqualTo(DoorRefusal.BADGE_UNKNOWN);
    }

    @Test
    void withoutHelpersTheKeysAreForEverybody() {
        helpers.heard(HelperRows.NONE);

        door.look();

        assertThat(shown.locked).isFalse();
        assertThat(door.mayAct()).isTrue();
    }

    @Test
    void theEndOfTheLastBadgeLeavesTheKeysLocked() {
        helpers.heard(new HelperRows("ended", List.of(), true));

        door.look();

        assertThat(shown.locked).isTrue();
        assertThat(door.mayAct()).isFalse();
    }

    @Test
    void aHelperWhoseBadgeIsEndedLeavesABusyDoorAtOnce() {
        signIn(ayse);
        door.reads(GateReading.of(Sample.ticket(1).text()), Sample.sheet());

        helpers.heard(new HelperRows("ended", kept.rows().rows().subList(1, 2), true));

        assertThat(door.mayAct()).isFalse();
        assertThat(stands).last().isEqualTo(Optional.empty());
        signIn(bo);
        door.look();
        assertThat(shown.locked).as("another helper stays").isFalse();
    }

    @Test
    void aHelperLeavesWhenTheDayOfTheBadgeIsOverByASureClock() {
        signIn(ayse);
        clock.contact(time.instant());
        door.look();
        assertThat(shown.locked).as("the day of the badge").isFalse();

        time.pass(Duration.ofDays(1));
        clock.contact(time.instant());
        door.reads(GateReading.of(Sample.ticket(1).text()), Sample.sheet());
        door.look();

        assertThat(shown.locked).isTrue();
        assertThat(stands).last().isEqualTo(Optional.empty());
    }

    private static final class Shown implements DoorSignIn.Screen {
        private boolean locked;
        private boolean pinWanted;
        private boolean again;
        private String name = "";
        private DoorRefusal declined;
        private int asked;

        @Override
        public void locked(boolean yes) {
            locked = yes;
        }

        @Override
        public void wantsPin(boolean again) {
            pinWanted = true;
            this.again = again;
        }

        @Override
        public void wantsNoPin() {
            pinWanted = false;
        }

        @Override
        public void signedIn(String name) {
            this.name = name;
        }

        @Override
        public void declined(DoorRefusal why) {
            declined = why;
        }

        @Override
        public void askServer() {
            asked++;
        }
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2022-07-04T07:12:00Z");

        void pass(Duration elapsed) {
            now = now.plus(elapsed);
        }

        @Override
        public Instant instant() {
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
}
