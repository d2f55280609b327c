package org.einlass.kiosk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No sentence that a person reads on a screen stands in the kiosk's program: German and English stand in bundles. Logs and
 * exceptions are for maintainers and are left alone.
 */
final class WordsInBundlesTest {
    private static final Path MAIN = Path.of("src/main/java");

    /** Files with texts that look like sentences, and what these are; a file that has none any more goes from here. */
    private static final Map<String, String> NO_SENTENCES = Map.of(
            "LetterForms.java", "the letters of a keyboard",
            "DeskSupplies.java", "names on practice tickets",
            "DeviceStore.java", "parts of exceptions",
            "GuestRehearsal.java", "a guest whom nobody sees",
            "WarmUp.java", "a badge that nobody prints");

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(//|\\*|/\\*).*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile(
            "[A-ZÄÖÜ]\\S* .*[.!?…:]|.*[äöüßÄÖÜ].{4,}|.{4,}[äöüßÄÖÜ].*|[A-ZÄÖÜ][a-zäöüß]+( [A-Za-zÄÖÜäöüß]+)+.*");
    private static final Pattern FOR_MAINTAINERS = Pattern.compile("LOG\\b|Exception\\(|Error\\(|\\blog\\(");

    @Test
    void whatPeopleReadStandsInBundles() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                List<String> sentences = sentences(Files.readString(file));
                if (!sentences.isEmpty()) {
                    found.put(String.valueOf(file.getFileName()), sentences);
                }
            }
        }

        Set<String> left = found.keySet();
        assertThat(left).containsAll(NO_SENTENCES.keySet());
        left.removeAll(NO_SENTENCES.keySet());
        assertThat(found).isEmpty();
    }

    @Test
    void aSentenceInAProgramIsFoundAndALogIsNot() {
        assertThat(sentences("String a = \"Bitte das Gerät prüfen.\";")).hasSize(1);
        assertThat(sentences("label.setText(\"Please wait\");")).hasSize(1);
        assertThat(sentences("LOG.log(Level.ERROR, \"The disk is full.\");")).isEmpty();
        assertThat(sentences("throw new IllegalStateException(\"The disk is full.\");"))
                .isEmpty();
        assertThat(sentences("words.say(\"idle.headline\"); box(\"insets 0, fill\");"))
                .isEmpty();
    }

    private static List<String> sentences(String source) {
        String code =
                COMMENT.matcher(TEXT_BLOCK.matcher(source).replaceAll("\"\"")).replaceAll("");
        List<String> sentences = new ArrayList<>();
        Matcher literals = LITERAL.matcher(code);
        while (literals.find()) {
            String statement = code.substring(beginOfStatement(code, literals.start()), literals.start());
            if (SENTENCE.matcher(literals.group(1)).matches()
                    && !FOR_MAINTAINERS.matcher(statement).find()) {
                sentences.add(literals.group(1));
            }
        }
        return sentences;
    }

    private static int beginOfStatement(String code, int at) {
        int begin = at;
        while (begin > 0 && ";{}".indexOf(code.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }
}
