package org.einlass.server.registration.imports.list;

import java.nio.charset.Charset;
import java.util.Locale;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says about a file beside the file itself.
 *
 * @param language of the reasons and remedies of single rows
 * @param declared encoding that the upload names; null where it names none
 * @param answers to the questions of an earlier reading
 */
public record ListRequest(Locale language, @Nullable Charset declared, ImportAnswers answers) {

    /** A file without a word beside it. */
    public static ListRequest in(Locale language) {
        return new ListRequest(language, null, ImportAnswers.NONE);
    }
}
