package org.einlass.server.registration.imports.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which answers are kept for the next list of the same export. */
final class ImportAnswersTest {

    @Test
    void remembersWhatColumnsMeanButNotWhatOneFileHeld() {
        ImportAnswers answers = ImportAnswers.of(List.of(
                "column.tn:status",
                "value.tn.x:confirmed",
                "column.people:people",
                "column.organisation-below:above",
                "column.sheets:all",
                "same-person:same"));

        assertThat(answers.aboutColumns().options())
                .isEqualTo(Map.of("column.tn", "status", "value.tn.x", "confirmed", "column.people", "people"));
    }
}
