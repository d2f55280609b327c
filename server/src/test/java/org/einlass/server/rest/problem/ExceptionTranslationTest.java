package org.einlass.server.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Problem;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ExceptionTranslationTest {

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void everyReasonReachesTheClientInItsOwnWords(RejectionReason reason) {
        ProblemException problem =
                ExceptionTranslation.of(Rejected.because(reason)).orElseThrow();

        Problem german = problem.problem(Locale.GERMAN);
        assertThat(german.detail()).isEqualTo(reason.sentence().german());
        assertThat(german.remedy()).isEqualTo(reason.remedy().german());
        assertThat(german.type().toString())
                .endsWith(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_EVENT, 404", "UNKNOWN_INCARNATION, 410", "BAD_VALUE, 400", "BAD_FILE, 422", "CONFLICT, 409"})
    void everyReasonHasTheStatusThatClientsKnow(RejectionReason reason, int status) {
        assertThat(ExceptionTranslation.of(Rejected.because(reason)))
                .map(ProblemException::status)
                .contains(status);
    }

    @Test
    void whatTheUseCaseSaysOfPlaceAndTimeIsKept() {
        Rejected rejected = Rejected.badValue(new Wording("So nicht.", "Not so."), "doors[2].rule")
                .again(Duration.ofSeconds(10));

        ProblemException problem = ExceptionTranslation.of(rejected).orElseThrow();

        assertThat(problem.problem(Locale.ENGLISH).field()).isEqualTo("doors[2].rule");
        assertThat(problem.problem(Locale.ENGLISH).detail()).isEqualTo("Not so.");
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(10));
    }

    @Test
    void anUnknownDoorIsNoUnknownEvent() {
        assertThat(ExceptionTranslation.of(new UnknownEventOrDoor(UnknownEventOrDoor.Kind.DOOR)))
                .map(problem -> problem.problem(Locale.ENGLISH).detail())
                .contains(RejectionReason.UNKNOWN_DOOR.sentence().english());
    }

    @Test
    void whatNobodyExpectedIsLeftToTheMapper() {
        assertThat(ExceptionTranslation.of(new IllegalStateException("secret"))).isEmpty();
    }
}
