package org.einlass.reports.badge;

import java.util.List;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.CleanText;

/** What a field of a badge shows. */
public enum FieldKind {
    NAME("den Namen", "the name"),
    FUNCTION("die Funktion", "the function"),
    ORGANISATION("die Organisation", "the organisation"),
    DEPARTMENT("die Abteilung", "the department"),
    EVENT("die Veranstaltung", "the event"),
    PROGRAMMES("die Programme", "the programmes"),
    /** The attendee's sessions, each on lines of its own. */
    AGENDA("die Vorträge", "the sessions"),
    NOTE("den Hinweis", "the note");

    /** Between two lines of an agenda; clean text has none. */
    static final String AGENDA_END = "\n";

    private final String german;
    private final String english;

    FieldKind(String german, String english) {
        this.german = german;
        this.english = english;
    }

    String german() {
        return german;
    }

    String english() {
        return english;
    }

    /** The name is what a badge is about; everything else is text. */
    StructureRole role() {
        return this == NAME ? StructureRole.TITLE : StructureRole.TEXT;
    }

    /** The field's text on a badge, clean; empty where there is none. */
    String of(Badge badge) {
        return switch (this) {
            case NAME -> badge.name().text();
            case FUNCTION -> CleanText.of(badge.function());
            case ORGANISATION -> CleanText.of(badge.organisation());
            case DEPARTMENT -> CleanText.of(badge.department());
            case EVENT -> CleanText.of(badge.event());
            case PROGRAMMES -> joined(badge.programmes());
            case AGENDA ->
                String.join(
                        AGENDA_END,
                        badge.agenda().stream()
                                .map(CleanText::of)
                                .filter(line -> !line.isEmpty())
                                .toList());
            case NOTE -> "";
        };
    }

    private static String joined(List<String> programmes) {
        return String.join(
                " · ",
                programmes.stream()
                        .map(CleanText::of)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
