package org.einlass.server.registration.imports.question;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.server.rejection.Rejected;

/**
 * An organiser's answers to the questions of an import. An answer to a question may be overruled for single
 * rows: {@code same-person:yes} and {@code same-person.12:no}, where 12 is the line.
 */
public final class ImportAnswers {
    public static final ImportAnswers NONE = new ImportAnswers(Map.of());

    private static final List<String> LASTING = List.of("column.", "value.", "empty.", "category.", "map.");

    /** Of one file only: another one has other sheets, and its organisations may stand in every row. */
    private static final Set<String> OF_ONE_FILE = Set.of("column.organisation-below", "column.sheets");

    private final Map<String, String> options;

    private ImportAnswers(Map<String, String> options) {
        this.options = options;
    }

    /**
     * Reads the answers as a request holds them.
     *
     * @param texts each a question's id, a colon and one of its options
     * @throws Rejected where one is not written so
     */
    public static ImportAnswers of(Collection<String> texts) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String text : texts) {
            int colon = text.lastIndexOf(':');
            if (colon < 1 || colon == text.length() - 1) {
                throw Rejected.badValue(
                        new Wording(
                                "Eine Antwort nennt Frage und Auswahl, getrennt durch einen Doppelpunkt.",
                                "An answer names a question and a choice, with a colon between them."),
                        new Wording(
                                "Zum Beispiel answer=column.status:ignore; die Fragen stehen im Probelauf.",
                                "For example answer=column.status:ignore; a dry run lists the questions."),
                        "answer");
            }
            options.put(text.substring(0, colon), text.substring(colon + 1));
        }
        return new ImportAnswers(Map.copyOf(options));
    }

    /** Answers by question. */
    public static ImportAnswers of(Map<String, String> options) {
        return new ImportAnswers(Map.copyOf(options));
    }

    /** All of them, by question. */
    public Map<String, String> options() {
        return options;
    }

    /** These, and where they say nothing, those of {@code profile}. */
    public ImportAnswers over(ImportAnswers profile) {
        Map<String, String> all = new LinkedHashMap<>(profile.options);
        all.putAll(options);
        return of(all);
    }

    /** Those about columns and their words, which the next list of the same export needs again. */
    public ImportAnswers aboutColumns() {
        Map<String, String> lasting = new LinkedHashMap<>(options);
        lasting.keySet()
                .removeIf(question ->
                        OF_ONE_FILE.contains(question) || LASTING.stream().noneMatch(question::startsWith));
        return of(lasting);
    }

    public boolean isEmpty() {
        return options.isEmpty();
    }

    /** The answer to that question about the whole list. */
    public Optional<String> to(String question) {
        return Optional.ofNullable(options.get(question));
    }

    /** The answer to that question for the row of a line. */
    public Optional<String> to(String question, long line) {
        return Optional.ofNullable(options.getOrDefault(question + "." + line, options.get(question)));
    }
}
