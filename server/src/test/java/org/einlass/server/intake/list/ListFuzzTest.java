package org.einlass.server.intake.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.einlass.contract.registration.Attendee;

final class ListFuzzTest {
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

    @Property(tries = 1000)
    void answersAnyBytes(@ForAll @Size(max = 400) byte[] file) {
        assertAnswered(Lists.read(file));
    }

    @Property(tries = 1000)
    void answersWhateverLooksLikeAList(@ForAll("scraps") String text) {
        assertAnswered(Lists.read("Nachname;Vorname\n" + text));
        assertAnswered(Lists.read(text));
        assertAnswered(Lists.read(text.getBytes(Charset.forName("windows-1252"))));
    }

    @Property(tries = 500)
    void readsBackWhatASpreadsheetWrote(
            @ForAll @Size(min = 1, max = 20) List<@From("people") Attendee> people,
            @ForAll("separators") Character separator,
            @ForAll("lineEnds") String lineEnd) {
        String text = written(people, separator, lineEnd);

        GuestList list = Lists.guests(text.getBytes(UTF_8));

        assertThat(list.problems()).isEmpty();
        assertThat(list.guests()).extracting(GuestRow::attendee).containsExactlyElementsOf(people);
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(SCRAPS).list().ofMaxSize(60).map(scraps -> String.join("", scraps));
    }

    @Provide
    Arbitrary<Attendee> people() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("aZßÜ éŁ;,\t\"'\n=@-.")
                .ofMaxLength(30)
                .map(Blanks::single);
        Arbitrary<String> names = words.filter(word -> !word.isEmpty());
        return Combinators.combine(words, words, words, names, words)
                .as((title, given, particle, family, organisation) ->
                        new Attendee("", title, given, particle, family, "", organisation, "", "", ""));
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(';', ',', '\t');
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
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

    private static void assertAnswered(ListReading reading) {
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
