package org.einlass.contract.search;

/** How many letters must be changed, added or dropped to make one word of another (Levenshtein 1965). */
public final class EditDistance {

    private EditDistance() {}

    /** Zero for equal words. */
    public static int between(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** 100 for equal words, 0 for words without a common letter in place. */
    static int likeness(String a, String b) {
        int longest = Math.max(1, Math.max(a.length(), b.length()));
        return 100 - 100 * between(a, b) / longest;
    }
}
