package org.einlass.server.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.registration.imports.list.KnownHeading;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.jspecify.annotations.Nullable;

/** A heading of a list, what it was read as, and what an organiser wants it to be read as. */
public final class HeadingChoice implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A column that nobody reads. */
    static final String IGNORE = "ignore";

    private static final String STATUS = "status";

    private final String heading;
    private final String before;
    private String choice;

    private HeadingChoice(String heading, String before) {
        this.heading = heading;
        this.before = before;
        this.choice = before;
    }

    /** Every heading of the list: those that nobody reads first, then the others, each by the alphabet. */
    static List<HeadingChoice> of(ImportReport report, Locale language) {
        List<HeadingChoice> choices = new ArrayList<>();
        report.ignoredColumns().forEach(heading -> choices.add(new HeadingChoice(heading, IGNORE)));
        report.columns()
                .forEach((heading, meaning) -> choices.add(new HeadingChoice(heading, option(meaning, language))));
        return choices.stream()
                .filter(choice -> !choice.heading.isEmpty())
                .sorted(Comparator.<HeadingChoice, Boolean>comparing(choice -> !choice.before.equals(IGNORE))
                        .thenComparing(HeadingChoice::getHeading))
                .toList();
    }

    private static String option(String meaning, Locale language) {
        return Stream.of(KnownHeading.values())
                .filter(column -> column.words().in(language).equals(meaning))
                .map(HeadingChoice::option)
                .findFirst()
                .orElse(IGNORE);
    }

    /** A column as an answer names it: who may come is read from any column by its words. */
    static String option(KnownHeading column) {
        return column == KnownHeading.STATUS ? STATUS : column.words().german();
    }

    /** The answer that says so; empty where nothing was chosen anew. */
    Optional<String> question() {
        return choice.equals(before) ? Optional.empty() : Optional.of("map." + ImportQuestion.slug(heading));
    }

    public String getHeading() {
        return heading;
    }

    /** {@value #IGNORE}, or a column as an answer names it. */
    public String getChoice() {
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        this.choice = choice == null ? before : choice;
    }

    public boolean isIgnored() {
        return before.equals(IGNORE);
    }
}
