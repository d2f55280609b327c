package org.einlass.kiosk.screen;

/**
 * A counter that guests are sent to, by what stands on its sign: "2", "A".
 *
 * @param sign up to four characters; empty where the hall has one counter without a number
 */
public record Counter(String sign) {
    private static final int LONGEST = 4;

    public Counter {
        sign = sign.strip();
        if (sign.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The sign of a counter has up to " + LONGEST + " characters, such as 2 or A; this is: " + sign);
        }
    }

    /** The counter of a hall that has only one. */
    public static Counter only() {
        return new Counter("");
    }

    boolean isNamed() {
        return !sign.isEmpty();
    }
}
