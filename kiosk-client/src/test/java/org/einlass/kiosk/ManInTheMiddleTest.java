package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.tls.KeyPin;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.screen.Counter;
import org.einlass.kiosk.screen.Scene;
import org.einlass.kiosk.screen.Tray;
import org.einlass.kiosk.team.TeamSign;
import org.einlass.launcher.tls.CertificateAuthority;
import org.einlass.launcher.tls.CertificateNames;
import org.einlass.launcher.tls.CertifiedKey;
import org.einlass.proof.FactServer;
import org.einlass.proof.TlsFront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody on the wire takes the server's place in front of a whole kiosk that knows the server's key. */
final class ManInTheMiddleTest {
    private static final CertificateNames HERE = CertificateNames.of(List.of("127.0.0.1"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CertificateAuthority own = CertificateAuthority.make("Einlass event CA", Instant.now());
    private final CertificateAuthority strange = CertificateAuthority.make("Einlass event CA", Instant.now());
    private final BlockingQueue<ShownOutcome> outcomes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Scene> scenes = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @Test
    void hearsNothingAndTheKioskGoesOnAndDeliversLater() throws Exception {
        CertifiedKey honest = own.issue(HERE, Instant.now());
        try (FactServer server = new FactServer(scan -> Sample.admitted(scan, null), List.of(row(1), row(2)));
                TlsFront wire = new TlsFront(server.address(), honest);
                Kiosk kiosk = KioskFactory.of(settings(wire), new CompositeView(screen(), new Witness()))) {
            kiosk.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            await(() -> kiosk.roster().isPresent());
            assertThat(shows(kiosk, 1).outcome().source()).isEqualTo(Outcome.Source.SERVER);
            assertThat(kiosk.awaitDelivered(PATIENCE)).isTrue();
            int known = server.facts().size();
            scenes.clear();

            wire.becomes(strange.issue(HERE, Instant.now()));
            ShownOutcome alone = shows(kiosk, 2);
            await(() -> wire.refused() > 1);

            assertThat(alone.outcome().verdict()).isEqualTo(Verdict.ADMITTED);
            assertThat(alone.outcome().source()).isEqualTo(Outcome.Source.DEVICE);
            assertThat(wire.bytesRead()).as("what the stranger could read").isZero();
            assertThat(server.facts()).hasSize(known);
            assertThat(kiosk.backlog().waiting()).isPositive();
            assertThat(scenes)
                    .isNotEmpty()
                    .noneMatch(scene -> scene instanceof Scene.NotReady || scene instanceof Scene.Withdrawn);
            assertThat(status(wire)).contains("ohne den Schlüssel des Servers");
            assertThat(told(kiosk))
                    .as("the team's corner")
                    .hasValueSatisfying(sign ->
                            assertThat(sign.words().english()).contains("Another machine than the server answers"));

            wire.becomes(honest);
            assertThat(kiosk.awaitDelivered(PATIENCE)).isTrue();
            assertThat(server.facts()).hasSizeGreaterThan(known);
            await(() -> told(kiosk).isEmpty());
        }
    }

    private static Optional<TeamSign> told(Kiosk kiosk) {
        return kiosk.signs().stream()
                .filter(sign -> sign.fault() == DeviceFault.SERVER)
                .findFirst();
    }

    private ShownOutcome shows(Kiosk kiosk, int guest) throws InterruptedException {
        kiosk.read(Sample.ticket(guest).text());
        ShownOutcome outcome = outcomes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(outcome).isNotNull();
        return outcome;
    }

    private String status(TlsFront wire) throws IOException {
        StringWriter out = new StringWriter();
        Path file = folder.resolve("kiosk.properties");
        Files.write(
                file,
                values(wire).entrySet().stream()
                        .map(value -> value.getKey() + " = " + value.getValue())
                        .toList());
        KioskClient.commandLine(new PrintWriter(out, true), new PrintWriter(out, true))
                .execute("status", "--config", file.toString());
        return out.toString();
    }

    private KioskSettings settings(TlsFront wire) {
        return KioskSettings.read(Path.of(""), values(wire));
    }

    private Map<String, String> values(TlsFront wire) {
        return Map.of(
                "server", wire.address().toString(),
                "server.pins", pins(),
                "event", Sample.EVENT.toString(),
                "door", Sample.DOOR.toString(),
                "token", "token",
                "deadline", "5000",
                "store", folder.resolve("store").toString(),
                "printer", "folder:" + folder.resolve("badges"));
    }

    private String pins() {
        return Stream.of(
                        own.pin(),
                        CertificateAuthority.make("next", Instant.now()).pin())
                .map(KeyPin::text)
                .collect(Collectors.joining(", "));
    }

    private ScreenView screen() {
        return new ScreenView(scenes::add, new Counter("2"), Tray.BELOW, Clock.systemUTC());
    }

    private static RosterRow row(int guest) {
        return SampleRoster.row(guest, RegistrationStatus.CONFIRMED, guest);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** Keeps what was decided; the screen shows it. */
    private final class Witness implements KioskView {
        @Override
        public void reading(EntryId scan) {
            // The screen shows it.
        }

        @Override
        public void passed(ShownOutcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void unable(EntryId scan, Trouble trouble) {
            // The screen shows it.
        }

        @Override
        public void printing(EntryId scan) {
            // The screen shows it.
        }

        @Override
        public void printed(EntryId scan, String where) {
            // The screen shows it.
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {
            // The screen shows it.
        }
    }
}
