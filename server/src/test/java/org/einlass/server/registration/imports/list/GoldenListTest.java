package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other programs write them, byte by byte; what is expected of each stands beside it. */
final class GoldenListTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo.csv", "excel-windows-1252.csv", "excel-unicode.txt", "ticket-shop.csv", "faults.csv"})
    void readsTheGoldenFile(String name) throws IOException {
        ListReadResult reading =
                new ListReader(ListSamples.TERMS, ListLimits.USUAL).read(golden(name), ListRequest.in(Locale.GERMAN));

        String told = reading.fold(GoldenListTest::told, UnreadableList::toString);

        assertThat(told).isEqualTo(new String(golden(name + ".expected"), UTF_8));
    }

    private static String told(AttendeeList list) {
        Stream<String> guests = list.guests().stream().map(GoldenListTest::told);
        Stream<String> problems = list.problems().stream().map(GoldenListTest::told);
        Stream<String> ignored = list.ignoredColumns().stream().map(heading -> "ignored | " + heading);
        Stream<String> questions = list.questions().stream()
                .map(question -> "question | " + question.text().german() + " | " + question.lines());
        return Stream.of(guests, problems, questions, ignored)
                .flatMap(lines -> lines)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String told(AttendeeRow guest) {
        Attendee one = guest.attendee();
        String programmes =
                guest.programmes().stream().sorted().map(ProgrammeId::text).collect(Collectors.joining("+"));
        String code = guest.externalCode() == null ? "" : guest.externalCode().text();
        return Stream.of(
                        "guest",
                        guest.line(),
                        guest.key().isOwn() ? guest.key().text() : "fingerprint",
                        one.salutation(),
                        one.title(),
                        one.givenName(),
                        one.particle(),
                        one.familyName(),
                        one.function(),
                        one.organisation(),
                        one.department(),
                        guest.category(),
                        guest.sector(),
                        guest.federalState(),
                        programmes,
                        guest.status(),
                        code)
                .map(Objects::toString)
                .collect(Collectors.joining(" | "));
    }

    private static String told(RowProblem problem) {
        String column = Objects.requireNonNullElse(problem.column(), "the whole row");
        return String.join(" | ", "problem", Long.toString(problem.line()), column, problem.reason(), problem.remedy());
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GoldenListTest.class.getResourceAsStream("golden/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
