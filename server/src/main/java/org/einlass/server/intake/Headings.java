package org.einlass.server.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/** The heading line of a registration list: which column stands where, and how the file itself calls it. */
final class Headings {
    private final List<Optional<Column>> columns = new ArrayList<>();
    private final Map<Column, String> texts = new EnumMap<>(Column.class);

    /** @throws UnreadableFileException where the line is no heading of a list of people, or names a column twice */
    Headings(List<String> cells) {
        for (String cell : cells) {
            Optional<Column> column = Column.of(cell);
            columns.add(column);
            column.ifPresent(known -> name(known, cell.strip()));
        }
        if (!texts.containsKey(Column.FAMILY_NAME)) {
            throw new UnreadableFileException(
                    new Wording(
                            "Die erste Zeile ist keine Kopfzeile: die Spalte „Nachname“ fehlt.",
                            "The first line is no heading line: the column \"Last name\" is missing."),
                    new Wording(
                            "Bitte in die erste Zeile Überschriften schreiben, mindestens Vorname;Nachname;Organisation.",
                            "Write headings into the first line, at least First name;Last name;Organisation."));
        }
    }

    private void name(Column column, String text) {
        String earlier = texts.put(column, text);
        if (earlier != null) {
            throw new UnreadableFileException(
                    new Wording(
                            "Die Spalten „" + earlier + "“ und „" + text + "“ bedeuten dasselbe.",
                            "The columns \"" + earlier + "\" and \"" + text + "\" mean the same."),
                    new Wording("Bitte eine der beiden entfernen.", "Remove one of them."));
        }
    }

    /** How the file calls the column, where it has it. */
    @Nullable
    String textOf(Column column) {
        return texts.get(column);
    }

    boolean has(Column column) {
        return texts.containsKey(column);
    }

    Set<Column> known() {
        return EnumSet.copyOf(texts.keySet());
    }

    int size() {
        return columns.size();
    }

    Row row(long line, List<String> cells) {
        Map<Column, String> named = new HashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String cell = cells.get(i).strip();
            columns.get(i).ifPresent(column -> named.put(column, cell));
        }
        return new Row(line, named);
    }
}
