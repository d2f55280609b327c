package org.einlass.contract.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
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
                        new Moment(NINE, false)))
                .isEmpty();
    }

    private static Entitlement entitlement(RegistrationStatus status) {
        return new Entitlement(status, ATTENDEE, Set.of(CONGRESS));
    }

    private static Moment sure(Instant at) {
        return new Moment(at, true);
    }

    private static DoorRule rule(Set<CategoryId> categories, Set<ProgrammeId> programmes, TimeWindow window) {
        return new DoorRule(categories, programmes, window, Repetition.FREE, Duration.ZERO, false);
    }
}
