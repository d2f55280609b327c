package org.einlass.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceVerificationKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verify-attendance}: says whether the code of a certificate of attendance was signed with an event's
 * key. Needs neither a server nor a network.
 */
@Command(name = "verify-attendance", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class VerifyAttendanceCommand implements Callable<Integer> {
    /** No code and no key is longer. */
    private static final int MOST_BYTES = 16_384;

    @Option(names = "--key", required = true, paramLabel = "FILE", descriptionKey = "attendance-key")
    private Path key = Path.of("");

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "attendance-code")
    private @Nullable Path code;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        AttendanceVerificationKey event = AttendanceVerificationKey.ofPem(text(key))
                .orElseThrow(() -> new ObstacleException(new Wording(
                        key + " ist kein öffentlicher Schlüssel für Bescheinigungen. Bitte die PEM-Datei der"
                                + " Veranstaltung nennen.",
                        key + " is no public key of certificates. Name the event's PEM file.")));
        AttendanceCertificate facts = AttendanceCertificate.verified(code == null ? typed() : text(code), event)
                .orElseThrow(() -> new ObstacleException(new Wording(
                        "Nicht bestätigt: Der Code ist unvollständig, verändert oder mit einem anderen Schlüssel"
                                + " signiert als " + event.fingerprint() + ".",
                        "Not verified: the code is incomplete, changed, or signed with another key than "
                                + event.fingerprint() + ".")));
        PrintWriter out = spec.commandLine().getOut();
        out.println(new Wording("Bestätigt mit dem Schlüssel ", "Verified with the key ").in(Locale.getDefault())
                + event.fingerprint());
        out.println(facts.name() + (facts.organisation().isEmpty() ? "" : ", " + facts.organisation()));
        out.println(facts.event());
        out.println(facts.days().stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        out.flush();
        return 0;
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return text(in);
        } catch (IOException e) {
            throw new ObstacleException(new Wording(
                    file + " lässt sich nicht lesen. Bitte den Namen prüfen.",
                    file + " cannot be read. Check its name."));
        }
    }

    private static String typed() {
        try {
            return text(System.in);
        } catch (IOException e) {
            throw new ObstacleException(
                    new Wording("Es kam kein Code an. Bitte eine Datei nennen.", "No code arrived. Name a file."));
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
}
