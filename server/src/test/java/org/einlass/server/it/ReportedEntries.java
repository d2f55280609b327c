package org.einlass.server.it;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reports as devices of the tests send them: one start of a program, entries of every type. */
final class ReportedEntries {
    private static final String CODE = "00112233445566778899aabbccddeeff";
    private static final String SOMEBODY = "018f0000-0000-7000-8000-000000000001";
    private final Instant booted = Instant.now().minus(Duration.ofHours(2));
    private final UUID epoch = UUID.randomUUID();
    private final UUID boot = UUID.randomUUID();
    private int sequence;

    /** A whole report. */
    String report(String... entries) {
        return "{\"epoch\": \"" + epoch + "\", \"highWater\": " + sequence + ", \"entries\": ["
                + String.join(", ", entries) + "]}";
    }

    String entry(String type, UUID id, String rest) {
        return entry(type, id, Instant.now(), rest);
    }

    /** An entry that was made at {@code made}, by clocks that are right. */
    String entry(String type, UUID id, Instant made, String rest) {
        sequence++;
        return """
                {"type": "%s", "head": {"id": "%s", "sequence": %d, "phase": "LIVE", "time": {"wall": "%s",
                 "boot": "%s", "monotonic": "%s", "serverOffset": "PT0S", "offsetAge": "PT1S"}}, %s}
                """.formatted(type, id, sequence, made, boot, Duration.between(booted, made), rest);
    }

    String scanned(UUID id, String door) {
        return scanned(id, door, Instant.now());
    }

    String scanned(UUID id, String door, Instant made) {
        return entry("scanned", id, made, """
                "door": "%s", "foreign": {"sort": "URL", "length": 20},
                "outcome": {"verdict": "REFUSED", "refusal": "FOREIGN", "source": "DEVICE"}
                """.formatted(door));
    }

    String undone(UUID undone) {
        return of("undone", "\"entry\": \"" + undone + "\"");
    }

    String overridden(String door) {
        return of("overridden", """
                "scan": "%s", "door": "%s", "code": "%s", "verdict": "ADMITTED"
                """.formatted(UUID.randomUUID(), door, CODE));
    }

    String counted(String area, long people) {
        return of("counted", "\"area\": \"" + area + "\", \"people\": " + people);
    }

    String settled() {
        return of("settled", "\"conflict\": \"c1\", \"entries\": []");
    }

    String printed() {
        return of("printed", """
                "print": "%s", "scan": "%s", "registration": "%s", "badge": "%s", "stage": "PRINTED"
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), SOMEBODY, CODE));
    }

    /**
     * What the desk work of people brings: a walk-in, a substitution, a correction, a badge, a line from
     * paper.
     */
    List<String> deskWork() {
        String newcomer =
                "\"registration\": \"%s\", \"category\": \"attendee\", \"badge\": \"%s\", \"letter\": \"AAAA\""
                        .formatted(UUID.randomUUID(), CODE);
        return new ArrayList<>(Arrays.asList(
                of("walked-in", newcomer),
                of("substituted", newcomer + ", \"represents\": \"" + SOMEBODY + "\""),
                of("corrected", "\"registration\": \"" + SOMEBODY + "\", \"letter\": \"AAAA\""),
                of("badge-reissued", """
                        "registration": "%s", "badge": "%s", "replaces": []
                        """.formatted(SOMEBODY, CODE)),
                of("entered-from-paper", """
                        "door": "main", "registration": "%s", "writtenAt": "%s", "uncertainty": "PT5M"
                        """.formatted(SOMEBODY, Instant.now()))));
    }

    private String of(String type, String rest) {
        return entry(type, UUID.randomUUID(), rest);
    }
}
