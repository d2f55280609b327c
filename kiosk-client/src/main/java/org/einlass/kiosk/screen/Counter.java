package org.einlass.kiosk.screen;

/**
 * A counter that guests are sent to, by what stands on its sign: "2", "A", "Accreditation".
 *
 * @param sign up to 40 characters; empty where the hall has one counter without a number
 */
public record Counter(String sign) {
    /** As many as the widest screen shows in one line. */
    public static final int LONGEST = 40;

    /** So long it stands in the picture of a counter, and after the word. */
    private static final int LONGEST_SIGN = 4;

    private static final char NO_BREAK_SPACE = '\u00a0';

    public Counter {
        sign = sign.strip();
        if (sign.length() > LONGEST || sign.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The name of a counter has up to " + LONGEST
                    + " characters, such as 2, A or Accreditation; this is: " + sign);
        }
    }

    /** The counter of a hall that has only one. */
    public static Counter only() {
        return new Counter("");
    }

    boolean isNamed() {
        return !sign.isEmpty();
    }

    /** Whether it is a number or a letter, and no word of its own. */
    boolean isSign() {
        return isNamed() && sign.length() <= LONGEST_SIGN;
    }

    /** As it stands in a sentence: "A 12" stays in one line. */
    String inSentence() {
        return isSign() ? sign.replace(' ', NO_BREAK_SPACE) : sign;
    }
}
