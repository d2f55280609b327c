package org.einlass.server.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.AdmissionQuestion;
import org.einlass.contract.admission.CodeMatch;
import org.einlass.contract.admission.Decision;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.DoorRule;
import org.einlass.contract.admission.DoorSettings;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.ReuseRule;
import org.einlass.contract.admission.ScanTime;
import org.einlass.contract.admission.TimeWindow;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.RegistrationStatus;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long a decision and the reading of a code take, without network and disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesBenchmark {
    private static final Instant NINE = Instant.parse("2022-07-04T07:00:00Z");
    private final Entitlement entitlement =
            new Entitlement(RegistrationStatus.CONFIRMED, new CategoryId("attendee"), Set.of(new ProgrammeId("egk")));
    private final DoorRule rule = new DoorRule(
            Set.of(new CategoryId("attendee"), new CategoryId("press")),
            Set.of(new ProgrammeId("egk"), new ProgrammeId("itls")),
            new TimeWindow(NINE, NINE.plus(Duration.ofHours(8)), Duration.ofMinutes(5)),
            ReuseRule.ONCE,
            Duration.ZERO,
            false);
    private final AdmissionQuestion asked = new AdmissionQuestion(
            new DoorSettings(Direction.ENTRY, rule, true),
            Phase.LIVE,
            new ScanTime(NINE.plusSeconds(60), true, LocalDate.of(2022, 7, 4)),
            new CodeMatch.Registered(entitlement));
    private final String code = new CodeKey(new EventId("bench"), '1', new byte[CodeKey.BYTES])
            .issue(CodeKind.TICKET, new Random(1))
            .text();

    @Benchmark
    public Decision decide() {
        return Admission.decide(asked);
    }

    @Benchmark
    public ScannedText parseCode() {
        return ScannedText.of(code);
    }
}
