package org.einlass.contract.certificate;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a certificate of attendance says: somebody was at an event on some days. Its code is this text, one fact
 * a line, and a signature (Ed25519 over all lines before it), so that anybody can read it with a telephone and
 * verify it with the event's public key, years later and without the server.
 *
 * @param event title
 * @param name of the person, as it is printed
 * @param organisation may be empty
 * @param days on which the person was let in, ascending, at least one
 * @param issued when the certificate was made
 */
public record AttendanceCertificate(
        String event, String name, String organisation, List<LocalDate> days, LocalDate issued) {

    /** The first line of every code; another format gets another one. */
    private static final String FORMAT = "EINLASS-ATTENDANCE-1";

    private static final int LINES = 7;
    private static final int MOST_DAYS = 60;
    private static final int LONGEST_CODE = 4_000;

    public AttendanceCertificate {
        event = line(event);
        name = line(name);
        organisation = line(organisation);
        days = days.stream().sorted().distinct().toList();
        if (event.isEmpty() || name.isEmpty() || days.isEmpty() || days.size() > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A certificate of attendance names an event, a person and 1 to " + MOST_DAYS + " days.");
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The text of the certificate's code. */
    public String sign(AttendanceSigningKey key) {
        String text = text();
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        return text + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private String text() {
        return String.join(
                        "\n",
                        FORMAT,
                        event,
                        name,
                        organisation,
                        days.stream().map(LocalDate::toString).collect(Collectors.joining(" ")),
                        issued.toString())
                + "\n";
    }

    /**
     * What a code says, where its signature is the event's; empty where it is no such code or anything in it was
     * changed. Blanks at the ends and the kind of line ends do not matter.
     */
    public static Optional<AttendanceCertificate> verified(String code, AttendanceVerificationKey key) {
        if (code.length() > LONGEST_CODE) {
            return Optional.empty();
        }
        List<String> lines = code.replace("\uFEFF", "").strip().lines().toList();
        if (lines.size() != LINES || !lines.get(0).equals(FORMAT)) {
            return Optional.empty();
        }
        try {
            String text = String.join("\n", lines.subList(0, LINES - 1)) + "\n";
            byte[] signature = Base64.getUrlDecoder().decode(lines.get(LINES - 1));
            return key.verifies(text.getBytes(StandardCharsets.UTF_8), signature)
                    ? Optional.of(of(lines))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AttendanceCertificate of(List<String> lines) {
        return new AttendanceCertificate(
                lines.get(1),
                lines.get(2),
                lines.get(3),
                Arrays.stream(lines.get(4).split(" ")).map(LocalDate::parse).toList(),
                LocalDate.parse(lines.get(5)));
    }
}
