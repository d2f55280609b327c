package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds a guest's name in whatever columns the list has for it. */
final class NameReader {
    private final ListColumns listColumns;

    NameReader(ListColumns listColumns) {
        this.listColumns = listColumns;
    }

    /** The name in its parts, or empty after a complaint. */
    Optional<NameParts> read(RowFields rowFields) {
        return listColumns.has(ListColumn.WHOLE_NAME) ? fromOneColumn(rowFields) : fromItsColumns(rowFields);
    }

    private Optional<NameParts> fromOneColumn(RowFields rowFields) {
        String whole = rowFields.text(ListColumn.WHOLE_NAME);
        if (whole.isEmpty()) {
            rowFields.reject(ListColumn.WHOLE_NAME, RowError.NO_NAME);
            return Optional.empty();
        }
        Optional<NameParts> found = NameParts.of(whole);
        if (found.isEmpty()) {
            rowFields.reject(ListColumn.WHOLE_NAME, RowError.UNCLEAR_NAME);
        }
        return found.map(name -> new NameParts(
                either(rowFields.text(ListColumn.SALUTATION), name.salutation()),
                either(rowFields.text(ListColumn.TITLE), name.title()),
                name.givenName(),
                either(rowFields.text(ListColumn.PARTICLE), name.particle()),
                name.familyName()));
    }

    private Optional<NameParts> fromItsColumns(RowFields rowFields) {
        String title = rowFields.text(ListColumn.TITLE);
        String given = rowFields.text(ListColumn.GIVEN_NAME);
        String particle = rowFields.text(ListColumn.PARTICLE);
        String family = rowFields.text(ListColumn.FAMILY_NAME);
        if (family.isEmpty()) {
            rowFields.reject(ListColumn.FAMILY_NAME, RowError.NO_NAME);
            return Optional.empty();
        }
        if (!listColumns.has(ListColumn.TITLE)) {
            Split split = Split.at(given, NameWords::titlesAtStart);
            title = split.front();
            given = split.rest();
        }
        if (!listColumns.has(ListColumn.PARTICLE)) {
            Split split = Split.at(family, words -> NameWords.particleEnd(words, 0, false));
            particle = split.front();
            family = split.rest();
        }
        return Optional.of(new NameParts(rowFields.text(ListColumn.SALUTATION), title, given, particle, family));
    }

    private static String either(String own, String found) {
        return own.isEmpty() ? found : own;
    }

    /** A field whose first words belong to another field that the list has no column for. */
    private record Split(String front, String rest) {

        static Split at(String text, ToIntFunction<List<String>> end) {
            List<String> words = Whitespace.words(text);
            int cut = end.applyAsInt(words);
            return cut == words.size()
                    ? new Split("", text)
                    : new Split(
                            String.join(" ", words.subList(0, cut)),
                            String.join(" ", words.subList(cut, words.size())));
        }
    }
}
