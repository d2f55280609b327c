package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.Category;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists of Swiss and Austrian offices and of shops that nobody here has seen before: each comes in right, or
 * what is not certain is asked. They stand in the files beside the class: a line {@code # habit},
 * the list as it is, and a line {@code => what is expected}.
 */
final class OfficeListsTest {
    private static final Pattern LIST = Pattern.compile("# ([^\n]+)\n(.+)\n=> ([^\n]+)", Pattern.DOTALL);

    private static final EventTerms TERMS = new EventTerms(
            List.of(new Category(
                    new CategoryId("teilnehmer"), new Wording("Teilnehmer", "Participant"), "#1d5a96", true)),
            List.of(),
            List.of(),
            new EventDays(LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-29")));

    @ParameterizedTest(name = "{0}")
    @MethodSource("listsThatAreRead")
    void comesInWithoutAQuestion(String habit, String list, String people) throws IOException {
        AttendeeList read = read(list);

        assertThat(read.questions()).isEmpty();
        assertThat(read.problems()).isEmpty();
        assertThat(read.guests().stream().map(OfficeListsTest::told).collect(Collectors.joining(", ")))
                .isEqualTo(people);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listsThatAreAskedAbout")
    void asksWhatIsNotCertain(String habit, String list, String questions) throws IOException {
        assertThat(read(list).questions()).extracting(ImportQuestion::id).containsExactly(questions.split(", ", -1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listsThatAreRefused")
    void refusesByPlaceWhatNobodyCanRead(String habit, String list, String places) throws IOException {
        assertThat(read(list).problems())
                .extracting(one -> one.line() + " " + one.column())
                .containsExactly(places.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Telefon               | 03641 4711-12    | 03641 4711-12
            Tel.                  | Tel.: 0361 0123  | 0361 0123
            Telefon (dienstlich)  | (0361) 123       | (0361) 123
            Mobil-Nr.             | '+49 170 123     | +49 170 123
            Handynummer           | ="0170123"     | 0170123
            phone_number          | tel:+49361123    | +49361123
            Ticket Phone Number   | +49 361 123      | +49 361 123
            Mobile phone          | 0361\u2013123   | 0361-123
            Telefonnummer         | 4,93641E+11      | ``
            Telefon               | -13              | ``
            Telefon               | k. A.            | ``
            Order Phone Number    | +49 361 123      | ``
            Notfall-Telefon       | +49 361 123      | ``
            """)
    void knowsTheColumnsOfTelephones(String heading, String field, String number) throws IOException {
        AttendeeList read = read("Name;" + heading + "\nEva Schmidt;" + field);

        assertThat(read.guests())
                .singleElement()
                .satisfies(row -> assertThat(row.details().phone()).isEqualTo(number));
    }

    static List<Arguments> listsThatAreRead() throws IOException {
        return lists("office-lists-read.txt");
    }

    static List<Arguments> listsThatAreAskedAbout() throws IOException {
        return lists("office-lists-asked.txt");
    }

    static List<Arguments> listsThatAreRefused() throws IOException {
        return lists("office-lists-refused.txt");
    }

    /** Habit, list and what is expected, of each list of a file. */
    private static List<Arguments> lists(String file) throws IOException {
        List<Arguments> lists = new ArrayList<>();
        for (String text : text(file).split("\n\n", -1)) {
            Matcher parts = LIST.matcher(text.strip());
            assertThat(parts.matches()).as(text).isTrue();
            lists.add(arguments(parts.group(1), parts.group(2), parts.group(3)));
        }
        return lists;
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(OfficeListsTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static AttendeeList read(String list) throws IOException {
        ListRequest request = new ListRequest(Locale.ENGLISH, null, ImportAnswers.NONE);
        return (AttendeeList) new ListReader(TERMS, ListLimits.USUAL).read(list.getBytes(UTF_8), request);
    }

    private static String told(AttendeeRow row) {
        String status =
                row.status().name().equals("CONFIRMED") ? "" : row.status().name();
        String name = row.isUnnamed() ? "unnamed" : row.attendee().fullName();
        String days = row.days().stream()
                .sorted()
                .map(day -> "" + day.getDayOfMonth())
                .collect(Collectors.joining(" "));
        return Stream.of(name, status, days).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
