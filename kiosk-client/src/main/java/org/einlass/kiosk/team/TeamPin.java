package org.einlass.kiosk.team;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The team's PIN, which stands in the device's settings. Five wrong ones in a row close it for a minute. */
public final class TeamPin {
    private static final int MOST_WRONG = 5;
    private static final Duration BARRED = Duration.ofMinutes(1);

    private final String pin;
    private final InstantSource clock;
    private int wrong;
    private Instant wrongAt = Instant.EPOCH;

    /** What came of entering one. */
    public enum Attempt {
        OPENED,
        WRONG,
        BARRED,
        /** There is none: nothing opens. */
        NONE
    }

    /** @param pin 4 to 12 digits; empty where there is none */
    public TeamPin(String pin, InstantSource clock) {
        if (!pin.matches("([0-9]{4,12})?")) {
            throw new IllegalArgumentException("A PIN has 4 to 12 digits.");
        }
        this.pin = pin;
        this.clock = clock;
    }

    /** Whether there is one at all. */
    public boolean isSet() {
        return !pin.isEmpty();
    }

    /** How many digits it has. */
    public int length() {
        return pin.length();
    }

    /** Somebody has entered it. */
    public synchronized Attempt enter(String digits) {
        if (!isSet()) {
            return Attempt.NONE;
        }
        Instant now = clock.instant();
        boolean over = Duration.between(wrongAt, now).abs().compareTo(BARRED) > 0;
        wrong = over ? 0 : wrong;
        if (wrong >= MOST_WRONG) {
            return Attempt.BARRED;
        }
        if (MessageDigest.isEqual(pin.getBytes(UTF_8), digits.getBytes(UTF_8))) {
            wrong = 0;
            return Attempt.OPENED;
        }
        wrong++;
        wrongAt = now;
        return wrong >= MOST_WRONG ? Attempt.BARRED : Attempt.WRONG;
    }
}
