package org.einlass.server.rest.registration;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.ImportRequest;
import org.einlass.server.registration.imports.list.ListRequest;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.text.CharsetGuess;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rest.problem.Languages;
import org.jspecify.annotations.Nullable;

/**
 * How a list is to be imported, as a request's parameters and headers say it. A value that is not known is
 * refused: a trial run with a slip must never import.
 */
final class ImportParameters {
    private static final String DRY_RUN = "dryRun";
    private static final Set<String> YES = Set.of("", "true", "1", "yes", "ja");
    private static final Set<String> NO = Set.of("false", "0", "no", "nein");

    private ImportParameters() {}

    /** @throws Rejected where a parameter's value is not known */
    static ImportRequest of(List<String> dryRun, List<String> answers, HttpHeaders headers) {
        Locale language = Languages.of(headers.getAcceptableLanguages());
        return new ImportRequest(
                isDryRun(dryRun.isEmpty() ? List.of("false") : dryRun),
                new ListRequest(language, declared(headers.getMediaType()), ImportAnswers.of(answers)));
    }

    static boolean isDryRun(List<String> values) {
        List<String> folded = values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (folded.size() == 1 && YES.contains(folded.get(0))) {
            return true;
        }
        if (folded.size() == 1 && NO.contains(folded.get(0))) {
            return false;
        }
        throw Rejected.badValue(
                new Wording("dryRun ist weder true noch false.", "dryRun is neither true nor false."),
                new Wording("Bitte dryRun=true oder dryRun=false schreiben.", "Write dryRun=true or dryRun=false."),
                DRY_RUN);
    }

    private static @Nullable Charset declared(@Nullable MediaType type) {
        String name = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return null;
        }
        return CharsetGuess.named(name.replace("\"", "").strip())
                .orElseThrow(() -> Rejected.badValue(
                        new Wording("Diese Zeichenkodierung gibt es nicht.", "There is no such character encoding."),
                        new Wording(
                                "Bitte charset=utf-8 schreiben oder charset weglassen.",
                                "Write charset=utf-8, or leave charset out."),
                        HttpHeaders.CONTENT_TYPE));
    }
}
