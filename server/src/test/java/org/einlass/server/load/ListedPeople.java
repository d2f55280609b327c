package org.einlass.server.load;

/** Lists of people who are all different: digits do not make another name, and nobody shares name and organisation. */
final class ListedPeople {
    private static final int GIVEN_NAMES = 311;
    private static final String HEADINGS = "Key;Titel;Vorname;Nachname;Funktion;Organisation;E-Mail;Programme";

    private ListedPeople() {}

    /** @param key begins the keys and mail addresses of all; the people are counted from {@code first} */
    static String[] lines(String key, int first, int rows) {
        String[] lines = new String[rows + 1];
        lines[0] = HEADINGS;
        for (int at = 1; at <= rows; at++) {
            int person = first + at;
            lines[at] = key + at + ";Dr.;Eva" + letters(person % GIVEN_NAMES) + ";Schmidt" + letters(person)
                    + ";Referentin;Stadt " + letters(person / GIVEN_NAMES) + ";e" + key + at + "@example.org;egk";
        }
        return lines;
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 20) {
            letters.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append('a');
        }
        return letters.toString();
    }
}
