package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;
import org.einlass.quality.Seeds;
import org.einlass.server.registration.imports.text.Whitespace;
import org.junit.jupiter.api.Test;

final class ListFuzzTest {
    private static final String LETTERS = "aZßÜ éŁ;,\t\"'\n=@-.";
    private static final List<String> SCRAPS = List.of(
            "Nachname",
            "Vorname",
            "Name",
            "Schlüssel",
            "Programme",
            "\uFEFF",
            ";",
            ",",
            "\t",
            "\"",
            "\"\"",
            "\r",
            "\n",
            "\r\n",
            " ",
            "Weiß",
            "von",
            "Dr.",
            "und",
            "egk",
            "=1+1",
            "\u0000",
            "\u202E",
            "sep=;",
            "😀",
            "A",
            "\u00A0",
            "-",
            "(");

    @Test
    void answersAnyBytes() {
        Seeds.each(1000, chance -> {
            byte[] file = new byte[chance.nextInt(401)];
            chance.nextBytes(file);

            assertAnswered(ListSamples.read(file));
        });
    }

    @Test
    void answersWhateverLooksLikeAList() {
        Seeds.each(1000, chance -> {
            String text = scraps(chance);

            assertAnswered(ListSamples.read("Nachname;Vorname\n" + text));
            assertAnswered(ListSamples.read(text));
            assertAnswered(ListSamples.read(text.getBytes(Charset.forName("windows-1252"))));
        });
    }

    @Test
    void readsBackWhatASpreadsheetWrote() {
        Seeds.each(500, chance -> {
            List<Attendee> people = Stream.generate(() -> person(chance))
                    .limit(chance.nextInt(1, 21))
                    .toList();
            String text = written(people, one(chance, ';', ',', '\t'), one(chance, "\n", "\r\n", "\r"));

            AttendeeList list = ListSamples.guests(text.getBytes(UTF_8));

            assertThat(list.problems()).isEmpty();
            assertThat(list.guests()).extracting(AttendeeRow::attendee).containsExactlyElementsOf(people);
        });
    }

    private static String scraps(Random chance) {
        return Stream.generate(() -> SCRAPS.get(chance.nextInt(SCRAPS.size())))
                .limit(chance.nextInt(61))
                .collect(Collectors.joining());
    }

    private static Attendee person(Random chance) {
        String family = words(chance);
        while (family.isEmpty()) {
            family = words(chance);
        }
        return new Attendee("", words(chance), words(chance), words(chance), family, "", words(chance), "", "", "");
    }

    /** Words of chance; nothing that stands between quotation marks as a whole, for a list is read without these. */
    private static String words(Random chance) {
        String words = Whitespace.single(Stream.generate(() -> LETTERS.charAt(chance.nextInt(LETTERS.length())))
                .limit(chance.nextInt(31))
                .map(String::valueOf)
                .collect(Collectors.joining()));
        boolean isQuoted = words.matches("=?\"[^\"]*\"");
        return isQuoted || words.chars().noneMatch(Character::isLetter) ? "" : words;
    }

    @SafeVarargs
    private static <T> T one(Random chance, T... things) {
        return things[chance.nextInt(things.length)];
    }

    private static String written(List<Attendee> people, char separator, String lineEnd) {
        StringBuilder text = new StringBuilder(
                row(separator, "Schlüssel", "Titel", "Vorname", "Namenszusatz", "Nachname", "Organisation"));
        int key = 0;
        for (Attendee one : people) {
            text.append(lineEnd)
                    .append(row(
                            separator,
                            Integer.toString(++key),
                            one.title(),
                            one.givenName(),
                            one.particle(),
                            one.familyName(),
                            one.organisation()));
        }
        return text.toString();
    }

    private static String row(char separator, String... fields) {
        return List.of(fields).stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    private static void assertAnswered(ListReadResult reading) {
        String answer = reading.fold(
                list -> {
                    assertThat(list.rejectedRows())
                            .isLessThanOrEqualTo(list.problems().size());
                    assertThat(list.rejectedRows() == 0)
                            .isEqualTo(list.problems().isEmpty());
                    return "read";
                },
                unreadable -> unreadable.reason().german() + unreadable.remedy().english());
        assertThat(answer).isNotBlank();
    }
}
