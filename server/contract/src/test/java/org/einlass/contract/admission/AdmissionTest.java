package org.einlass.contract.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.RegistrationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the rule book by itself. */
final class AdmissionTest {
    private static final Instant NINE = Instant.parse("2022-07-04T07:00:00Z");
    private static final EventCalendar CALENDAR = new EventCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));
    private static final CategoryId ATTENDEE = new CategoryId("attendee");
    private static final ProgrammeId CONGRESS = new ProgrammeId("egk");
    private static final Entitlement CONFIRMED = entitlement(RegistrationStatus.CONFIRMED);
    private static final TimeWindow TOMORROW = new TimeWindow(NINE.plus(Duration.ofDays(1)), null, Duration.ZERO);
    private static final Instant EARLIER = NINE.minusSeconds(600);
    private static final PriorUse INSIDE = new PriorUse(true, EARLIER, null, true);

    @Test
    void admitsAConfirmedRegistrationAndPrintsWhereTheDoorPrints() {
        assertThat(decide(CONFIRMED, DoorRule.OPEN, sure(NINE)))
                .isEqualTo(new Decision(Verdict.ADMITTED, null, null, null, true));
        assertThat(Admission.decide(entry(CONFIRMED, new DoorSettings(Direction.ENTRY, DoorRule.OPEN, false)))
                        .badge())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, CANCELLED", "WAITLISTED, WAITLISTED", "BLOCKED, BLOCKED", "REPRESENTED, REPRESENTED"})
    void refusesByStatus(RegistrationStatus status, Refusal refusal) {
        assertThat(refusal(entitlement(status), DoorRule.OPEN, sure(NINE))).isEqualTo(refusal);
    }

    @Test
    void asksForCategoryAndProgramme() {
        DoorRule exhibitors = rule(Set.of(new CategoryId("exhibitor")), Set.of(), TimeWindow.ALWAYS);
        DoorRule workshop = rule(Set.of(), Set.of(new ProgrammeId("itls")), TimeWindow.ALWAYS);

        assertThat(refusal(CONFIRMED, exhibitors, sure(NINE))).isEqualTo(Refusal.WRONG_CATEGORY);
        assertThat(refusal(CONFIRMED, workshop, sure(NINE))).isEqualTo(Refusal.NOT_BOOKED);
    }

    @ParameterizedTest
    @CsvSource({"-301, TOO_EARLY", "-300,", "0,", "3900,", "3901, TOO_LATE"})
    void opensAndClosesWithGrace(int secondsAfterOpening, Refusal expected) {
        TimeWindow hour = new TimeWindow(NINE, NINE.plus(Duration.ofHours(1)), Duration.ofMinutes(5));

        Refusal refusal =
                refusal(CONFIRMED, rule(Set.of(), Set.of(), hour), sure(NINE.plusSeconds(secondsAfterOpening)));

        assertThat(refusal).isEqualTo(expected);
    }

    @Test
    void neverRefusesForATimeItIsUnsureOf() {
        DoorRule onceADay = rule(Set.of(), Set.of(), TOMORROW).repeated(ReuseRule.ONCE_A_DAY);
        Entitlement elsewhen = new Entitlement(
                RegistrationStatus.CONFIRMED, ATTENDEE, Set.of(), Set.of(LocalDate.of(2022, 7, 9)), Set.of());

        assertThat(Admission.decide(question(elsewhen, onceADay, CALENDAR.moment(NINE, false))
                                .after(INSIDE))
                        .verdict())
                .isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @CsvSource({"2022-07-03, TOO_EARLY", "2022-07-04,", "2022-07-05, TOO_LATE"})
    void admitsOnItsDaysOnly(LocalDate today, Refusal expected) {
        Set<LocalDate> fourth = Set.of(LocalDate.of(2022, 7, 4));
        Entitlement oneDay =
                new Entitlement(RegistrationStatus.CONFIRMED, ATTENDEE, Set.of(CONGRESS), fourth, Set.of());
        DoorRule oneDayDoor =
                new DoorRule(Set.of(), Set.of(), TimeWindow.ALWAYS, ReuseRule.FREE, Duration.ZERO, false, fourth, null);
        ScanTime time = new ScanTime(NINE, true, today);

        assertThat(refusal(oneDay, DoorRule.OPEN, time)).isEqualTo(expected);
        assertThat(refusal(CONFIRMED, oneDayDoor, time)).isEqualTo(expected);
        assertThat(refusal(oneDay, oneDayDoor, new ScanTime(NINE, false, today)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_BOOKED", "1499, NOT_BOOKED", "1500,"})
    void holdsBookedSeatsUntilAWhileAfterTheStart(int secondsAfterNine, Refusal expected) {
        DoorRule workshop = DoorRule.OPEN.booked(
                new Booking(new SessionId("workshop"), NINE.plusSeconds(1_200), Duration.ofMinutes(5)));
        Entitlement booked = new Entitlement(
                RegistrationStatus.CONFIRMED, ATTENDEE, Set.of(), Set.of(), Set.of(new SessionId("workshop")));

        assertThat(refusal(CONFIRMED, workshop, sure(NINE.plusSeconds(secondsAfterNine))))
                .isEqualTo(expected);
        assertThat(refusal(booked, workshop, sure(NINE))).isNull();
        assertThat(refusal(CONFIRMED, workshop, CALENDAR.moment(NINE, false))).isNull();
    }

    @Test
    void neverGivesAwaySeatsThatAreHeldForGood() {
        DoorRule workshop = DoorRule.OPEN.booked(new Booking(new SessionId("workshop"), NINE, null));

        assertThat(refusal(CONFIRMED, workshop, sure(NINE.plusSeconds(999_999))))
                .isEqualTo(Refusal.NOT_BOOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "FREE,",
        "ONCE, ALREADY_USED",
        "ONCE_A_DAY, ALREADY_USED",
        "AGAIN_AFTER_EXIT, ALREADY_INSIDE",
        "REENTRY_WINDOW, ALREADY_INSIDE"
    })
    void refusesWhoeverCameInBeforeWhereTheRuleAsksForIt(ReuseRule reuseRule, Refusal expected) {
        AdmissionQuestion asked = question(CONFIRMED, DoorRule.OPEN.repeated(reuseRule), sure(NINE));

        Decision decision = Admission.decide(asked.after(INSIDE));

        assertThat(decision.refusal()).isEqualTo(expected);
        assertThat(decision.arrivedAt()).isEqualTo(EARLIER);
        assertThat(Admission.decide(asked.after(PriorUse.NONE.claimed())).refusal())
                .as("another scan was faster")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReuseRule.class,
            names = {"AGAIN_AFTER_EXIT", "REENTRY_WINDOW"})
    void letsInWhoeverMayHaveGoneOutElsewhere(ReuseRule reuseRule) {
        AdmissionQuestion asked = question(CONFIRMED, DoorRule.OPEN.repeated(reuseRule), sure(NINE));

        Decision decision = Admission.decide(asked.after(PriorUse.withoutExits(EARLIER)));

        assertThat(decision.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(decision.arrivedAt()).isEqualTo(EARLIER);
    }

    @ParameterizedTest
    @CsvSource({"1800,", "1801, ALREADY_USED"})
    void letsBackInWithinTheWindowAfterAnExit(int secondsOut, Refusal expected) {
        DoorRule rule = new DoorRule(
                Set.of(), Set.of(), TimeWindow.ALWAYS, ReuseRule.REENTRY_WINDOW, Duration.ofMinutes(30), false);
        PriorUse out = new PriorUse(false, EARLIER, NINE.minusSeconds(secondsOut), true);

        assertThat(Admission.decide(question(CONFIRMED, rule, sure(NINE)).after(out))
                        .refusal())
                .isEqualTo(expected);
        assertThat(Admission.decide(question(CONFIRMED, rule, CALENDAR.moment(NINE, false))
                                .after(out))
                        .refusal())
                .isNull();
    }

    @Test
    void refusesWhereTheAreaIsFullAndHearsOfAnEarlierPassageFirst() {
        AdmissionQuestion full = question(CONFIRMED, DoorRule.OPEN.repeated(ReuseRule.ONCE), sure(NINE))
                .counted(true);

        assertThat(Admission.decide(full).refusal()).isEqualTo(Refusal.AREA_FULL);
        assertThat(Admission.decide(full.after(INSIDE)).refusal()).isEqualTo(Refusal.ALREADY_USED);
    }

    @ParameterizedTest
    @CsvSource({
        "FREE,",
        "ONCE, live once",
        "ONCE_A_DAY, live 2022-07-04",
        "AGAIN_AFTER_EXIT, live inside",
        "REENTRY_WINDOW, live inside"
    })
    void claimsThePeriodOfTheRule(ReuseRule reuseRule, String period) {
        Decision decision = decide(CONFIRMED, DoorRule.OPEN.repeated(reuseRule), sure(NINE));

        assertThat(decision.claim()).isEqualTo(period == null ? null : new ClaimPeriod(period));
    }

    @ParameterizedTest
    @EnumSource
    void letsEverybodyOutWhomACodeLeadsTo(RegistrationStatus status) {
        DoorRule strict = rule(Set.of(new CategoryId("exhibitor")), Set.of(new ProgrammeId("itls")), TOMORROW)
                .repeated(ReuseRule.ONCE);
        DoorSettings exit = new DoorSettings(Direction.EXIT, strict, true);

        for (CodeMatch code : Set.of(new CodeMatch.Registered(entitlement(status)), new CodeMatch.Revoked())) {
            AdmissionQuestion asked = new AdmissionQuestion(exit, Phase.LIVE, sure(NINE), code, INSIDE, true);
            assertThat(Admission.decide(asked)).isEqualTo(new Decision(Verdict.ADMITTED, null, null, null, false));
            assertThat(asked.period()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FOREIGN, FOREIGN, FOREIGN, FOREIGN",
        "EXTERNAL, UNKNOWN, UNKNOWN, UNKNOWN",
        "GENUINE, UNKNOWN, , ",
        "UNCHECKED, UNKNOWN, , ",
        "NOT_GENUINE, NOT_GENUINE, NOT_GENUINE, NOT_GENUINE",
        "OTHER_EVENT, OTHER_EVENT, OTHER_EVENT, OTHER_EVENT"
    })
    void letsAnUnknownCodePassProvisionallyWhereItMayBeGenuine(
            CodeOrigin origin, Refusal usual, Refusal provisional, Refusal exit) {
        DoorRule staffed = new DoorRule(Set.of(), Set.of(), TimeWindow.ALWAYS, ReuseRule.FREE, Duration.ZERO, true);

        assertThat(unknown(origin, Direction.ENTRY, DoorRule.OPEN)).isEqualTo(of(usual));
        assertThat(unknown(origin, Direction.ENTRY, staffed)).isEqualTo(of(provisional));
        assertThat(unknown(origin, Direction.EXIT, DoorRule.OPEN)).isEqualTo(of(exit));
    }

    private static Decision unknown(CodeOrigin origin, Direction direction, DoorRule rule) {
        return Admission.decide(new AdmissionQuestion(
                new DoorSettings(direction, rule, true), Phase.LIVE, sure(NINE), new CodeMatch.Unmatched(origin)));
    }

    private static Decision of(Refusal refusal) {
        return new Decision(refusal == null ? Verdict.PROVISIONAL : Verdict.REFUSED, refusal, null, null, false);
    }

    @Test
    void refusesAReplacedBadgeAtAnEntrance() {
        AdmissionQuestion asked = new AdmissionQuestion(
                new DoorSettings(Direction.ENTRY, DoorRule.OPEN, true),
                Phase.LIVE,
                sure(NINE),
                new CodeMatch.Revoked());

        assertThat(Admission.decide(asked).refusal()).isEqualTo(Refusal.REVOKED_BADGE);
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/somebody, FOREIGN", "BEGIN:VCARD, FOREIGN", "'\u0007', FOREIGN", "SHOP-1, EXTERNAL"
    })
    void tellsTicketsOfOtherSystemsFromTextThatIsNoTicket(String text, CodeOrigin origin) {
        assertThat(CodeOrigin.of(ScannedText.of(text))).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource({"2022-07-05T01:59:59Z, 2022-07-04", "2022-07-05T02:00:00Z, 2022-07-05"})
    void beginsADayAtTheDayStart(Instant at, LocalDate day) {
        assertThat(CALENDAR.dayOf(at)).isEqualTo(day);
        assertThat(CALENDAR.countsSince(ReuseRule.ONCE_A_DAY, at)).isEqualTo(CALENDAR.startOf(day));
        assertThat(CALENDAR.dayOf(CALENDAR.startOf(day))).isEqualTo(day);
    }

    @Test
    void neverCountsPracticeAgainstTheRealDay() {
        LocalDate day = LocalDate.of(2022, 7, 4);

        assertThat(ClaimPeriod.of(ReuseRule.ONCE_A_DAY, Phase.REHEARSAL, day))
                .isNotEqualTo(ClaimPeriod.of(ReuseRule.ONCE_A_DAY, Phase.LIVE, day));
        assertThat(ClaimPeriod.of(ReuseRule.AGAIN_AFTER_EXIT, Phase.LIVE, day))
                .contains(ClaimPeriod.inside(Phase.LIVE));
        assertThat(ClaimPeriod.of(ReuseRule.FREE, Phase.LIVE, day)).isEmpty();
    }

    private static Entitlement entitlement(RegistrationStatus status) {
        return new Entitlement(status, ATTENDEE, Set.of(CONGRESS));
    }

    private static ScanTime sure(Instant at) {
        return CALENDAR.moment(at, true);
    }

    private static DoorRule rule(Set<CategoryId> categories, Set<ProgrammeId> programmes, TimeWindow window) {
        return new DoorRule(categories, programmes, window, ReuseRule.FREE, Duration.ZERO, false);
    }

    private static Refusal refusal(Entitlement right, DoorRule rule, ScanTime time) {
        return decide(right, rule, time).refusal();
    }

    private static Decision decide(Entitlement right, DoorRule rule, ScanTime time) {
        return Admission.decide(question(right, rule, time));
    }

    private static AdmissionQuestion question(Entitlement right, DoorRule rule, ScanTime time) {
        return new AdmissionQuestion(
                new DoorSettings(Direction.ENTRY, rule, true), Phase.LIVE, time, new CodeMatch.Registered(right));
    }

    private static AdmissionQuestion entry(Entitlement right, DoorSettings door) {
        return new AdmissionQuestion(door, Phase.LIVE, sure(NINE), new CodeMatch.Registered(right));
    }
}
