package org.einlass.server.intake.list;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds a guest's name in whatever columns the list has for it. */
final class NameReader {
    private final Columns columns;

    NameReader(Columns columns) {
        this.columns = columns;
    }

    /** The name in its parts, or empty after a complaint. */
    Optional<NameParts> read(Cells cells) {
        return columns.has(Column.WHOLE_NAME) ? fromOneColumn(cells) : fromItsColumns(cells);
    }

    private Optional<NameParts> fromOneColumn(Cells cells) {
        String whole = cells.text(Column.WHOLE_NAME);
        if (whole.isEmpty()) {
            cells.reject(Column.WHOLE_NAME, Complaint.NO_NAME);
            return Optional.empty();
        }
        Optional<NameParts> found = NameParts.of(whole);
        if (found.isEmpty()) {
            cells.reject(Column.WHOLE_NAME, Complaint.UNCLEAR_NAME);
        }
        return found.map(name -> new NameParts(
                either(cells.text(Column.SALUTATION), name.salutation()),
                either(cells.text(Column.TITLE), name.title()),
                name.givenName(),
                either(cells.text(Column.PARTICLE), name.particle()),
                name.familyName()));
    }

    private Optional<NameParts> fromItsColumns(Cells cells) {
        String title = cells.text(Column.TITLE);
        String given = cells.text(Column.GIVEN_NAME);
        String particle = cells.text(Column.PARTICLE);
        String family = cells.text(Column.FAMILY_NAME);
        if (family.isEmpty()) {
            cells.reject(Column.FAMILY_NAME, Complaint.NO_NAME);
            return Optional.empty();
        }
        if (!columns.has(Column.TITLE)) {
            Split split = Split.at(given, NameWords::titlesAtStart);
            title = split.front();
            given = split.rest();
        }
        if (!columns.has(Column.PARTICLE)) {
            Split split = Split.at(family, words -> NameWords.particleEnd(words, 0, false));
            particle = split.front();
            family = split.rest();
        }
        return Optional.of(new NameParts(cells.text(Column.SALUTATION), title, given, particle, family));
    }

    private static String either(String own, String found) {
        return own.isEmpty() ? found : own;
    }

    /** A field whose first words belong to another field that the list has no column for. */
    private record Split(String front, String rest) {

        static Split at(String text, ToIntFunction<List<String>> end) {
            List<String> words = Blanks.words(text);
            int cut = end.applyAsInt(words);
            return cut == words.size()
                    ? new Split("", text)
                    : new Split(
                            String.join(" ", words.subList(0, cut)),
                            String.join(" ", words.subList(cut, words.size())));
        }
    }
}
