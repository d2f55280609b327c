package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.Set;
import org.einlass.server.registration.imports.text.TextKey;
import org.einlass.server.registration.imports.text.Whitespace;

/** A column whose heading says that the family name stands first: "Nachname Vorname". */
final class FamilyNameFirst {
    private static final Set<String> HEADINGS = Set.of(
            "nachnamevorname",
            "namevorname",
            "familiennamevorname",
            "lastnamefirstname",
            "surnamefirstname",
            "familynamegivenname");

    private FamilyNameFirst() {}

    static boolean says(String heading) {
        return HEADINGS.contains(TextKey.of(heading));
    }

    /** "Dr. Schmidt Eva" as "Schmidt, Dr. Eva", where one word each is left; else as it stands. */
    static String commaIn(String whole) {
        List<String> words = Whitespace.words(whole);
        int salutations = NameWords.salutationsAtStart(words);
        int names = salutations + NameWords.titlesAtStart(words.subList(salutations, words.size()));
        if (whole.indexOf(',') >= 0 || words.size() != names + 2) {
            return whole;
        }
        String address = String.join(" ", words.subList(0, names));
        return words.get(names) + ", " + (address + " " + words.get(names + 1)).strip();
    }
}
