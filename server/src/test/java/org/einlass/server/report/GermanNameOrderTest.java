package org.einlass.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.einlass.contract.registration.Attendee;
import org.junit.jupiter.api.Test;

final class GermanNameOrderTest {

    /** DIN 5007-2, as in telephone books. */
    @Test
    void sortsAsGermanListsDo() {
        List<Attendee> sorted = List.of(
                one("", "Anna", "", "Adler"),
                one("", "Jan", "", "Äpfelbach"),
                one("", "Jan", "", "Ahrens"),
                one("", "Ömer", "", "Çelik"),
                one("", "Özlem", "", "Groß"),
                one("", "Paul", "", "Gross"),
                one("", "Ursula", "von der", "Leyen"),
                one("", "Lutz", "", "Mueller"),
                one("Prof. Dr.", "Max", "", "Müller"),
                one("", "Anna", "", "Müller-Lüdenscheidt"),
                one("", "Anna", "", "Mulde"),
                one("", "Sean", "", "O'Brien"),
                one("", "Ida", "", "Øst"),
                one("", "Łukasz", "", "Zyła"));

        List<Attendee> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(GermanNameOrder.PEOPLE);

        assertThat(shuffled).containsExactlyElementsOf(sorted);
    }

    private static Attendee one(String title, String given, String particle, String family) {
        return new Attendee("", title, given, particle, family, "", "", "", "", "");
    }
}
