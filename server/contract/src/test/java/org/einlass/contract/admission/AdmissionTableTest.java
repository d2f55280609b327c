package org.einlass.contract.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.RegistrationStatus;
import org.junit.jupiter.api.Test;

/** What holds for every combination of facts, whatever the rules of a door. */
final class AdmissionTableTest {
    private static final Instant NINE = Instant.parse("2022-07-04T07:00:00Z");
    private static final EventCalendar CALENDAR = new EventCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));
    private static final Set<LocalDate> TODAY = Set.of(LocalDate.of(2022, 7, 4));
    private static final Set<LocalDate> LATER = Set.of(LocalDate.of(2022, 7, 5));
    private static final SessionId SESSION = new SessionId("workshop");
    private static final CategoryId ATTENDEE = new CategoryId("attendee");
    private static final int LEAST_ROWS = 20_000;

    private final List<AdmissionQuestion> rows = rows();

    private static List<AdmissionQuestion> rows() {
        List<AdmissionQuestion> rows = new ArrayList<>();
        for (DoorSettings door : doors().toList()) {
            for (CodeMatch code : codes().toList()) {
                for (PriorUse before : before()) {
                    for (boolean sure : List.of(true, false)) {
                        for (boolean full : List.of(true, false)) {
                            rows.add(new AdmissionQuestion(
                                    door, Phase.LIVE, CALENDAR.moment(NINE, sure), code, before, full));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private static Stream<DoorSettings> doors() {
        return Arrays.stream(Direction.values())
                .flatMap(direction -> rules().flatMap(rule ->
                        Stream.of(true, false).map(prints -> new DoorSettings(direction, rule, prints))));
    }

    private static Stream<DoorRule> rules() {
        TimeWindow tomorrow = new TimeWindow(NINE.plus(Duration.ofDays(1)), null, Duration.ZERO);
        TimeWindow yesterday = new TimeWindow(null, NINE.minus(Duration.ofDays(1)), Duration.ZERO);
        return Arrays.stream(ReuseRule.values())
                .flatMap(reuse -> Stream.of(
                        rule(Set.of(), TimeWindow.ALWAYS, reuse, Set.of(), null),
                        rule(Set.of(new CategoryId("press")), TimeWindow.ALWAYS, reuse, Set.of(), null),
                        rule(Set.of(), tomorrow, reuse, TODAY, null),
                        rule(Set.of(), yesterday, reuse, Set.of(), null),
                        rule(Set.of(), TimeWindow.ALWAYS, reuse, LATER, null),
                        rule(Set.of(), TimeWindow.ALWAYS, reuse, Set.of(), new Booking(SESSION, NINE, null)),
                        rule(
                                Set.of(),
                                TimeWindow.ALWAYS,
                                reuse,
                                TODAY,
                                new Booking(SESSION, NINE, Duration.ofHours(1)))));
    }

    private static DoorRule rule(
            Set<CategoryId> categories, TimeWindow window, ReuseRule reuse, Set<LocalDate> days, Booking booking) {
        return new DoorRule(
                categories, Set.of(), window, reuse, Duration.ofMinutes(30), reuse == ReuseRule.FREE, days, booking);
    }

    private static Stream<CodeMatch> codes() {
        Stream<CodeMatch> rights = Arrays.stream(RegistrationStatus.values())
                .flatMap(status -> Stream.of(Set.<SessionId>of(), Set.of(SESSION))
                        .flatMap(bookings -> Stream.of(Set.<LocalDate>of(), LATER)
                                .map(days -> new CodeMatch.Registered(
                                        new Entitlement(status, ATTENDEE, Set.of(), days, bookings)))));
        Stream<CodeMatch> nobody = Arrays.stream(CodeOrigin.values()).map(CodeMatch.Unmatched::new);
        return Stream.concat(rights, Stream.concat(Stream.of(new CodeMatch.Revoked()), nobody));
    }

    private static List<PriorUse> before() {
        Instant earlier = NINE.minusSeconds(7_200);
        return List.of(
                PriorUse.NONE,
                PriorUse.withoutExits(earlier),
                new PriorUse(true, earlier, null, true),
                new PriorUse(false, earlier, NINE.minusSeconds(60), true),
                new PriorUse(false, earlier, NINE.minusSeconds(3_600), true),
                new PriorUse(false, null, NINE.minusSeconds(3_600), true));
    }

    @Test
    void coversEveryKindOfFact() {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(LEAST_ROWS);
        assertThat(rows.stream()
                        .map(row -> Admission.decide(row).refusal())
                        .filter(Objects::nonNull)
                        .distinct())
                .as("all reasons but those of newer servers and of codes that nobody may guess")
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Refusal.UNRECOGNISED, Refusal.ASK_AT_COUNTER)));
    }

    /** Only admissions are asked about again once more is known. */
    @Test
    void keepsARefusalThatWasGivenBeforeAllWasKnown() {
        for (AdmissionQuestion row : rows) {
            Decision first = Admission.decide(row.after(PriorUse.NONE).counted(false));
            Decision second = Admission.decide(row.counted(false));
            Decision last = Admission.decide(row);

            assertThat(first.isAdmitted() || first.equals(last)).as("%s", row).isTrue();
            assertThat(second.isAdmitted() || second.equals(last)).as("%s", row).isTrue();
        }
    }

    @Test
    void givesAReasonExactlyWithARefusalAndABadgeOrAClaimWithAnAdmissionOnly() {
        for (AdmissionQuestion row : rows) {
            Decision decision = Admission.decide(row);
            boolean entered = decision.isAdmitted() && row.door().direction() == Direction.ENTRY;

            assertThat(decision.refusal() != null).as("%s", row).isEqualTo(decision.verdict() == Verdict.REFUSED);
            assertThat(decision.badge())
                    .as("%s", row)
                    .isEqualTo(entered && row.door().prints());
            assertThat(decision.claim())
                    .as("%s", row)
                    .isEqualTo(entered ? row.period().orElse(null) : null);
        }
    }

    @Test
    void refusesNobodyAtAnExitWhomACodeLeadsTo() {
        for (AdmissionQuestion row : rows) {
            if (row.door().direction() == Direction.EXIT && !(row.code() instanceof CodeMatch.Unmatched)) {
                assertThat(Admission.decide(row)).as("%s", row).isEqualTo(Decision.LET_OUT);
            }
        }
    }
}
