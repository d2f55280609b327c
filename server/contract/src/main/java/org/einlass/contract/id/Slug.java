package org.einlass.contract.id;

/**
 * The one grammar of the ids that people choose: lower-case letters, digits and hyphens, 1 to 60 characters.
 */
final class Slug {
    private static final int LONGEST = 60;

    private Slug() {}

    static String check(String what, String text) {
        if (isSlug(text)) {
            return text;
        }
        throw new IllegalArgumentException("The id of " + what
                + " has 1 to 60 lower-case letters, digits and hyphens and begins with a letter or digit;"
                + " this one does not. Write it like digitales-thueringen-2022.");
    }

    /** Letter by letter: every stored scan that is read has some of these ids. */
    private static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.charAt(0) == '-') {
            return false;
        }
        for (int place = 0; place < text.length(); place++) {
            char sign = text.charAt(place);
            if ((sign < 'a' || sign > 'z') && (sign < '0' || sign > '9') && sign != '-') {
                return false;
            }
        }
        return true;
    }
}
