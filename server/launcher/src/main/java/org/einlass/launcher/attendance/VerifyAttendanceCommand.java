package org.einlass.launcher.attendance;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceVerificationKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
public final class VerifyAttendanceCommand implements Callable<Integer> {
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
        Optional<String> pem = text(key);
        Optional<String> text = code == null ? typed() : text(code);
        if (pem.isEmpty() || text.isEmpty()) {
            return obstacle(new Wording(
                    "Schlüssel oder Code lassen sich nicht lesen. Bitte die Namen der Dateien prüfen.",
                    "Key or code cannot be read. Check the names of the files."));
        }
        Optional<AttendanceVerificationKey> event = pem.flatMap(AttendanceVerificationKey::ofPem);
        if (event.isEmpty()) {
            return obstacle(new Wording(
                    key + " ist kein öffentlicher Schlüssel für Bescheinigungen. Bitte die PEM-Datei der"
                            + " Veranstaltung nennen.",
                    key + " is no public key of certificates. Name the event's PEM file."));
        }
        String fingerprint = event.get().fingerprint();
        return text.flatMap(written -> AttendanceCertificate.verified(written, event.get()))
                .map(facts -> verified(facts, fingerprint))
                .orElseGet(() -> obstacle(new Wording(
                        "Nicht bestätigt: Der Code ist unvollständig, verändert oder mit einem anderen Schlüssel"
                                + " signiert als " + fingerprint + ".",
                        "Not verified: the code is incomplete, changed, or signed with another key than " + fingerprint
                                + ".")));
    }

    private int verified(AttendanceCertificate facts, String fingerprint) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(new Wording("Bestätigt mit dem Schlüssel ", "Verified with the key ").in(Locale.getDefault())
                + fingerprint);
        out.println(facts.name() + (facts.organisation().isEmpty() ? "" : ", " + facts.organisation()));
        out.println(facts.event());
        out.println(facts.days().stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private int obstacle(Wording sentence) {
        spec.commandLine().getErr().println(sentence.in(Locale.getDefault()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static Optional<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(text(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> typed() {
        try {
            return Optional.of(text(System.in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
}
