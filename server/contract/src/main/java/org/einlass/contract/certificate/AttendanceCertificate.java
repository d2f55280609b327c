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
 * What a certificate of attendance says: somebody was at an event on some days, and, where the person wished so,
 * in which sessions. Its code is this text, one fact a line, and a signature (Ed25519 over all lines before it), so
 * that anybody can read it with a telephone and verify it with the event's public key, years later and without the
 * server.
 *
 * @param event title
 * @param name of the person, as it is printed
 * @param organisation may be empty
 * @param days on which the person was let in, ascending, at least one
 * @param sessions in which the person was, in order of time, at most {@value #MOST_SESSIONS}; may be empty
 * @param issued when the certificate was made
 */
public record AttendanceCertificate(
        String event, String name, String organisation, List<LocalDate> days, List<String> sessions, LocalDate issued) {

    /** More would make a code that no telephone reads. */
    public static final int MOST_SESSIONS = 12;

    /** The longest text of a session; the rest of a longer one is left out, with a sign. */
    public static final int LONGEST_SESSION = 60;

    /** The first line of every code without sessions; another format gets another one. */
    private static final String FORMAT = "EINLASS-ATTENDANCE-1";

    /** The first line of a code that has a line of sessions, too. */
    private static final String FORMAT_WITH_SESSIONS = "EINLASS-ATTENDANCE-2";

    private static final int LINES = 7;
    private static final String BETWEEN_SESSIONS = "\t";
    private static final int MOST_DAYS = 60;
    private static final int LONGEST_CODE = 4_000;

    public AttendanceCertificate {
        event = line(event);
        name = line(name);
        organisation = line(organisation);
        days = days.stream().sorted().distinct().toList();
        sessions = sessions.stream()
                .map(AttendanceCertificate::session)
                .filter(session -> !session.isEmpty())
                .toList();
        if (event.isEmpty() || name.isEmpty() || days.isEmpty() || days.size() > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A certificate of attendance names an event, a person and 1 to " + MOST_DAYS + " days.");
        }
        if (sessions.size() > MOST_SESSIONS) {
            throw new IllegalArgumentException(
                    "A certificate of attendance names at most " + MOST_SESSIONS + " sessions.");
        }
    }

    /** One without sessions. */
    public AttendanceCertificate(
            String event, String name, String organisation, List<LocalDate> days, LocalDate issued) {
        this(event, name, organisation, days, List.of(), issued);
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String session(String text) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= LONGEST_SESSION
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SESSION - 1))
                                .strip() + "\u2026";
    }

    /** The text of the certificate's code. */
    public String sign(AttendanceSigningKey key) {
        String text = text();
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        return text + written(signature);
    }

    private String text() {
        String allDays = days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        List<String> lines = sessions.isEmpty()
                ? List.of(FORMAT, event, name, organisation, allDays, issued.toString())
                : List.of(
                        FORMAT_WITH_SESSIONS,
                        event,
                        name,
                        organisation,
                        allDays,
                        String.join(BETWEEN_SESSIONS, sessions),
                        issued.toString());
        return String.join("\n", lines) + "\n";
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
        if (lines.isEmpty() || lines.size() != linesOf(lines.get(0))) {
            return Optional.empty();
        }
        int last = lines.size() - 1;
        try {
            String text = String.join("\n", lines.subList(0, last)) + "\n";
            byte[] signature = Base64.getUrlDecoder().decode(lines.get(last));
            return written(signature).equals(lines.get(last))
                            && key.verifies(text.getBytes(StandardCharsets.UTF_8), signature)
                    ? Optional.of(of(lines))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The one way to write a signature: of its last sign two bits count only, and others could say the same. */
    private static String written(byte[] signature) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static int linesOf(String format) {
        return switch (format) {
            case FORMAT -> LINES;
            case FORMAT_WITH_SESSIONS -> LINES + 1;
            default -> -1;
        };
    }

    private static AttendanceCertificate of(List<String> lines) {
        int last = lines.size() - 1;
        List<String> sessions = last == LINES ? List.of(lines.get(5).split(BETWEEN_SESSIONS)) : List.of();
        return new AttendanceCertificate(
                lines.get(1),
                lines.get(2),
                lines.get(3),
                Arrays.stream(lines.get(4).split(" ")).map(LocalDate::parse).toList(),
                sessions,
                LocalDate.parse(lines.get(last - 1)));
    }
}
