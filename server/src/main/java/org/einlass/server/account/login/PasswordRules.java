package org.einlass.server.account.login;

import org.einlass.contract.Wording;
import org.einlass.server.account.PersonTable;
import org.einlass.server.rejection.Rejected;

/**
 * Which names and passwords somebody may choose. Length is what counts (NIST SP 800-63B, section 3.1.1.2).
 */
final class PasswordRules {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 80;
    private static final Wording NAME =
            new Wording("Der Name braucht 1 bis 80 lesbare Zeichen.", "The name needs 1 to 80 readable characters.");
    private static final Wording LENGTH =
            new Wording("Das Passwort braucht 12 bis 200 Zeichen.", "The password needs 12 to 200 characters.");
    private static final Wording LONGER = new Wording(
            "Am besten sind vier oder mehr Wörter, die nichts miteinander zu tun haben.",
            "Best are four or more words that have nothing to do with each other.");
    private static final Wording GUESSABLE = new Wording(
            "Das Passwort ist zu leicht zu raten: Es enthält den Namen oder kaum verschiedene Zeichen.",
            "The password is too easy to guess: it contains the name or hardly any different characters.");
    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRules() {}

    /** @throws Rejected at {@code name}, saying why */
    static void checkName(String name) {
        boolean readable = name.codePoints().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > LONGEST_NAME || !readable) {
            throw Rejected.badValue(NAME, "name");
        }
    }

    /** @throws Rejected at {@code password}, saying why */
    static void check(String name, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Rejected.badValue(LENGTH, LONGER, "password");
        }
        String key = PersonTable.nameKey(password);
        boolean guessable = key.contains(PersonTable.nameKey(name))
                || key.codePoints().distinct().count() < FEWEST_DIFFERENT;
        if (guessable) {
            throw Rejected.badValue(GUESSABLE, LONGER, "password");
        }
    }
}
