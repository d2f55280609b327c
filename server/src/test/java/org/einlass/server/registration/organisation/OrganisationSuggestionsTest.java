package org.einlass.server.registration.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which spellings of organisations are proposed as one. */
final class OrganisationSuggestionsTest {
    private static final Map<String, Integer> OFFICES = Map.of(
            "MI", 3,
            "Min. d. Innern", 2,
            "Ministerium des Innern", 9,
            "Stadtverwaltung Gera", 4,
            "TMIK", 1,
            "Thüringer Ministerium für Inneres und Kommunales", 5,
            "St. Gera", 1);

    private static List<String> shown(Map<String, Integer> written) {
        return OrganisationSuggestions.among(written).stream()
                .map(one -> one.spelling() + " = " + one.organisation())
                .toList();
    }

    @Test
    void proposesInitialsAndWordsCutShort() {
        assertThat(shown(OFFICES))
                .containsExactlyInAnyOrder(
                        "MI = Ministerium des Innern",
                        "Min. d. Innern = Ministerium des Innern",
                        "St. Gera = Stadtverwaltung Gera",
                        "TMIK = Thüringer Ministerium für Inneres und Kommunales");
    }

    @Test
    void comparesFewOfManyOrganisations() {
        Map<String, Integer> written = new HashMap<>(OFFICES);
        for (int number = 0; number < 20_000; number++) {
            String letters = letters(number);
            written.put("Amt " + letters + " Gesellschaft", 1);
            written.put(letters.toUpperCase(Locale.ROOT) + ". GmbH", 1);
        }

        List<OrganisationAlias> found =
                assertTimeout(Duration.ofSeconds(20), () -> OrganisationSuggestions.among(written));

        assertThat(found).extracting(OrganisationAlias::spelling).contains("MI", "TMIK", "St. Gera");
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; letters.length() < 5; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }
}
