package org.einlass.server.report;

import java.text.Normalizer;

/** File names that every system keeps: plain letters, digits and hyphens. */
public final class PlainFileName {
    private static final int LONGEST = 80;

    private PlainFileName() {}

    /** The text as a file name without an end; {@code otherwise} where nothing of it is left. */
    public static String of(String text, String otherwise) {
        String letters = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String name = letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
        return name.isEmpty() ? otherwise : name;
    }
}
