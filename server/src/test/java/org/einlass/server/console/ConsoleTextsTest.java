package org.einlass.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.registration.change.TwinPage;
import org.einlass.server.registration.history.PastChange;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.junit.jupiter.api.Test;

/** What the pages say stands in both languages. */
final class ConsoleTextsTest {
    private static final Pattern USED =
            Pattern.compile("t\\['([a-zA-Z.]+[a-zA-Z])'\\]|say\\(\\s*\"([a-zA-Z.]+[a-zA-Z])\"");
    private static final ResourceBundle GERMAN = texts(Locale.GERMAN);
    private static final ResourceBundle ENGLISH = texts(Locale.ENGLISH);

    @Test
    void germanAndEnglishSayTheSame() {
        assertThat(ENGLISH.keySet()).isEqualTo(GERMAN.keySet());
    }

    /** The later of two texts of one key would hide the earlier one without a word. */
    @Test
    void noKeyStandsTwice() throws IOException {
        for (String language : List.of("de", "en")) {
            Path file = Path.of("src/main/resources/org/einlass/server/console/texts_" + language + ".properties");
            List<String> keys = Files.readAllLines(file).stream()
                    .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();

            assertThat(keys).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTextThatAPageNamesIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            USED.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .forEach(used::add);
        }

        assertThat(used).contains("signin", "event.saved").isSubsetOf(GERMAN.keySet());
    }

    @Test
    void everyActionOfTheAuditTrailHasWords() {
        assertThat(GERMAN.keySet())
                .containsAll(Stream.of(AuditAction.values())
                        .map(action -> "audit.action." + action)
                        .toList());
    }

    @Test
    void everyEntryOfAPersonsHistoryHasWords() {
        assertThat(GERMAN.keySet())
                .containsAll(Stream.of(JournalEntry.class
                                .getAnnotation(JsonSubTypes.class)
                                .value())
                        .map(type -> "history." + type.value().getSimpleName().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void everyChangeOfARegistrationAndEverySortingHasWords() {
        assertThat(GERMAN.keySet())
                .containsAll(Stream.of(PastChange.Kind.values())
                        .map(kind -> "change." + kind)
                        .toList())
                .containsAll(Stream.of(RegistrationListPage.Order.values())
                        .map(order -> "registrations.order." + order)
                        .toList())
                .containsAll(Stream.of(TwinPage.Reason.values())
                        .map(reason -> "review.twins." + reason)
                        .toList());
    }

    @Test
    void everyFaultThatADeviceTellsHasWords() {
        assertThat(GERMAN.keySet())
                .containsAll(Stream.of(DeviceFault.values())
                        .filter(fault -> fault != DeviceFault.PRINTER && fault != DeviceFault.MESSAGE)
                        .map(fault -> "device.fault." + fault)
                        .toList());
    }

    @Test
    void everyAnswerToAQuestionOfAnImportHasWords() {
        List<String> keys = ImportQuestion.OPTIONS.stream()
                .map(option -> "option." + option)
                .toList();

        assertThat(GERMAN.keySet()).containsAll(keys);
        assertThat(ENGLISH.keySet()).containsAll(keys);
    }

    @Test
    void noQuestionOfAnImportOffersAnAnswerWithoutWords() {
        List<String> options = List.of("wordless");

        assertThatThrownBy(() -> ImportQuestion.of(
                        "column.x", ImportQuestion.Scope.LIST, new Wording("Was?", "What?"), options, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wordless");
    }

    private static Iterable<Path> sources() throws IOException {
        try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java/org/einlass/server/console"))) {
            return Stream.concat(
                            pages.filter(file -> file.toString().endsWith(".xhtml")),
                            classes.filter(Files::isRegularFile))
                    .toList();
        }
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("org.einlass.server.console.texts", language);
    }
}
