package org.einlass.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms of the console's pages, as they stand in the files. */
final class PageFormsTest {
    private static final Pattern FORM = Pattern.compile("<h:form id=\"([a-z-]+)\"");
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"([a-z-]+)\"");

    /** A browser sends the form's id as a field: the page would read that for its parameter. */
    @Test
    void noFormIsCalledLikeAParameterOfItsPage() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
            pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }

        assertThat(pages).hasSizeGreaterThan(10).allSatisfy(page -> {
            String text = Files.readString(page);
            assertThat(found(FORM, text)).noneMatch(found(PARAMETER, text)::contains);
        });
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }
}
