package org.einlass.contract.id;

import java.util.regex.Pattern;

/**
 * The one grammar of the ids that people choose: lower-case letters, digits and hyphens, 1 to 60 characters.
 */
final class Slug {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private Slug() {}

    static String check(String what, String text) {
        if (GRAMMAR.matcher(text).matches()) {
            return text;
        }
        throw new IllegalArgumentException("The id of " + what
                + " has 1 to 60 lower-case letters, digits and hyphens and begins with a letter or digit;"
                + " this one does not. Write it like digitales-thueringen-2022.");
    }
}
