package org.einlass.contract.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.RegistrationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdmissionTest {
    private static final Instant NINE = Instant.parse("2022-07-04T07:00:00Z");
    private static final CategoryId ATTENDEE = new CategoryId("attendee");
    private static final ProgrammeId CONGRESS = new ProgrammeId("egk");

    @Test
    void admitsAConfirmedRegistration() {
        assertThat(Admission.decide(entitlement(RegistrationStatus.CONFIRMED), DoorRule.OPEN, sure(NINE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, CANCELLED", "WAITLISTED, WAITLISTED", "BLOCKED, BLOCKED", "REPRESENTED, REPRESENTED"})
    void refusesByStatus(RegistrationStatus status, Refusal refusal) {
        assertThat(Admission.decide(entitlement(status), DoorRule.OPEN, sure(NINE)))
                .contains(refusal);
    }

    @Test
    void asksForCategoryAndProgramme() {
        DoorRule exhibitors = rule(Set.of(new CategoryId("exhibitor")), Set.of(), TimeWindow.ALWAYS);
        DoorRule workshop = rule(Set.of(), Set.of(new ProgrammeId("itls")), TimeWindow.ALWAYS);

        assertThat(Admission.decide(entitlement(RegistrationStatus.CONFIRMED), exhibitors, sure(NINE)))
                .contains(Refusal.WRONG_CATEGORY);
        assertThat(Admission.decide(entitlement(RegistrationStatus.CONFIRMED), workshop, sure(NINE)))
                .contains(Refusal.NOT_BOOKED);
    }

    @ParameterizedTest
    @CsvSource({"-301, TOO_EARLY", "-300,", "0,", "3900,", "3901, TOO_LATE"})
    void opensAndClosesWithGrace(int secondsAfterOpening, Refusal expected) {
        TimeWindow hour = new TimeWindow(NINE, NINE.plus(Duration.ofHours(1)), Duration.ofMinutes(5));
        DoorRule rule = rule(Set.of(), Set.of(), hour);

        var refusal = Admission.decide(
                entitlement(RegistrationStatus.CONFIRMED), rule, sure(NINE.plusSeconds(secondsAfterOpening)));

        assertThat(refusal.orElse(null)).isEqualTo(expected);
    }

    @Test
    void neverRefusesForATimeItIsUnsureOf() {
        TimeWindow tomorrow = new TimeWindow(NINE.plus(Duration.ofDays(1)), null, Duration.ZERO);

        assertThat(Admission.decide(
                        entitlement(RegistrationStatus.CONFIRMED),
                        rule(Set.of(), Set.of(), tomorrow),
                        new ScanTime(NINE, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2022-07-03, TOO_EARLY", "2022-07-04,", "2022-07-05, TOO_LATE"})
    void admitsOnItsDaysOnly(LocalDate today, Refusal expected) {
        Entitlement oneDay = new Entitlement(
                RegistrationStatus.CONFIRMED, ATTENDEE, Set.of(CONGRESS), Set.of(LocalDate.of(2022, 7, 4)), Set.of());

        var refusal = Admission.decide(oneDay, DoorRule.OPEN, new ScanTime(NINE, true, today));

        assertThat(refusal.orElse(null)).isEqualTo(expected);
        assertThat(Admission.decide(oneDay, DoorRule.OPEN, new ScanTime(NINE, false, today)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_BOOKED", "1499, NOT_BOOKED", "1500,"})
    void holdsBookedSeatsUntilAWhileAfterTheStart(int secondsAfterNine, Refusal expected) {
        DoorRule workshop = DoorRule.OPEN.booked(
                new Booking(new SessionId("workshop"), NINE.plusSeconds(1_200), Duration.ofMinutes(5)));
        Entitlement booked = new Entitlement(
                RegistrationStatus.CONFIRMED, ATTENDEE, Set.of(), Set.of(), Set.of(new SessionId("workshop")));

        var refusal = Admission.decide(
                entitlement(RegistrationStatus.CONFIRMED), workshop, sure(NINE.plusSeconds(secondsAfterNine)));

        assertThat(refusal.orElse(null)).isEqualTo(expected);
        assertThat(Admission.decide(booked, workshop, sure(NINE))).isEmpty();
    }

    @Test
    void neverGivesAwaySeatsThatAreHeldForGood() {
        DoorRule workshop = DoorRule.OPEN.booked(new Booking(new SessionId("workshop"), NINE, null));

        assertThat(Admission.decide(
                        entitlement(RegistrationStatus.CONFIRMED), workshop, sure(NINE.plusSeconds(999_999))))
                .contains(Refusal.NOT_BOOKED);
    }

    @ParameterizedTest
    @CsvSource({"2022-07-05T01:59:59Z, 2022-07-04", "2022-07-05T02:00:00Z, 2022-07-05"})
    void beginsADayAtTheDayStart(Instant at, LocalDate day) {
        EventCalendar calendar = new EventCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));

        assertThat(calendar.dayOf(at)).isEqualTo(day);
    }

    @Test
    void neverCountsPracticeAgainstTheRealDay() {
        LocalDate day = LocalDate.of(2022, 7, 4);

        assertThat(Period.of(ReuseRule.ONCE_A_DAY, Phase.REHEARSAL, day))
                .isNotEqualTo(Period.of(ReuseRule.ONCE_A_DAY, Phase.LIVE, day));
        assertThat(Period.of(ReuseRule.AGAIN_AFTER_EXIT, Phase.LIVE, day)).contains(Period.inside(Phase.LIVE));
        assertThat(Period.of(ReuseRule.FREE, Phase.LIVE, day)).isEmpty();
    }

    private static Entitlement entitlement(RegistrationStatus status) {
        return new Entitlement(status, ATTENDEE, Set.of(CONGRESS));
    }

    private static ScanTime sure(Instant at) {
        return new ScanTime(at, true);
    }

    private static DoorRule rule(Set<CategoryId> categories, Set<ProgrammeId> programmes, TimeWindow window) {
        return new DoorRule(categories, programmes, window, ReuseRule.FREE, Duration.ZERO, false);
    }
}
