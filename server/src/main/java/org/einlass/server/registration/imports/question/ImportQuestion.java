package org.einlass.server.registration.imports.question;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;

/**
 * Something about a list that only a person can say, asked once however many rows it concerns.
 *
 * @param id by which an answer names it; small letters, digits, points and hyphens
 * @param scope whether it is about the list or about single rows
 * @param text the question as one sentence
 * @param options the answers to choose from, each one of {@link #OPTIONS}
 * @param lines of the file that it concerns, from 1; at most the first {@value #MOST_LINES}
 * @param rows how many rows it concerns
 */
public record ImportQuestion(String id, Scope scope, Wording text, List<String> options, List<Long> lines, int rows) {
    /** All answers that any question offers; the console has words for each. */
    public static final Set<String> OPTIONS = Set.of(
            "above",
            "all",
            "blocked",
            "cancel",
            "cancelled",
            "confirmed",
            "empty",
            "family-first",
            "first",
            "given-first",
            "ignore",
            "keep",
            "key",
            "move",
            "name",
            "new",
            "people",
            "rename",
            "same",
            "status",
            "waitlisted");

    private static final int MOST_LINES = 20;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    /** What waits for the answer. */
    public enum Scope {
        /** The whole list: nothing of it is written. */
        LIST,
        /** Only the rows that it concerns. */
        ROWS
    }

    public ImportQuestion {
        options = List.copyOf(options);
        if (!OPTIONS.containsAll(options)) {
            throw new IllegalArgumentException("An answer of " + id + " is missing from OPTIONS: " + options);
        }
        lines = lines.stream().limit(MOST_LINES).toList();
    }

    /** A question about the rows of those lines. */
    public static ImportQuestion of(String id, Scope scope, Wording text, List<String> options, List<Long> lines) {
        return new ImportQuestion(id, scope, text, options, lines, lines.size());
    }

    /** A text of the file as a part of an id: "approval_status" is {@code approval-status}. */
    public static String slug(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = OTHERS.matcher(plain).replaceAll("-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "u" + Integer.toHexString(text.hashCode()) : slug;
    }

    /** How a request answers it. */
    public String parameter() {
        return "answer=" + id + ":" + String.join("|", options);
    }
}
