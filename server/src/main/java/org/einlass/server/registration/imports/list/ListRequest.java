package org.einlass.server.registration.imports.list;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says about a file beside the file itself.
 *
 * @param language of the reasons and remedies of single rows
 * @param declared encoding that the upload names; null where it names none
 * @param answers to the questions of an earlier reading
 * @param profiles what was answered about earlier lists, by the fingerprint of their headings
 */
public record ListRequest(
        Locale language, @Nullable Charset declared, ImportAnswers answers, Map<String, ImportAnswers> profiles) {

    public ListRequest {
        profiles = Map.copyOf(profiles);
    }

    /** A file of which no profile is kept. */
    public ListRequest(Locale language, @Nullable Charset declared, ImportAnswers answers) {
        this(language, declared, answers, Map.of());
    }

    /** The same request, with what was answered about earlier lists. */
    public ListRequest with(Map<String, ImportAnswers> kept) {
        return new ListRequest(language, declared, answers, kept);
    }

    /** The answers for a list of those headings: what is said now counts more than what was said before. */
    ImportAnswers answers(String headings) {
        return answers.over(profiles.getOrDefault(headings, ImportAnswers.NONE));
    }

    /** A file without a word beside it. */
    public static ListRequest in(Locale language) {
        return new ListRequest(language, null, ImportAnswers.NONE);
    }
}
