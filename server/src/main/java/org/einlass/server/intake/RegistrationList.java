package org.einlass.server.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.einlass.contract.Wording;

/** A file of people, taken apart into rows; what could not be taken apart is listed as a fault. */
final class RegistrationList {
    private final Headings headings;
    private final List<Row> rows = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final CSVFormat format;

    private RegistrationList(Iterator<RawRows.RawRow> raw, char delimiter) {
        this.format = CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        this.headings = new Headings(cells(raw.next().text()));
        raw.forEachRemaining(this::take);
    }

    /** @throws UnreadableFileException where the whole file is at fault */
    static RegistrationList read(byte[] file) {
        List<String> lines = FileText.of(file).lines().toList();
        String heading = lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(
                        new Wording("Die Datei ist leer.", "The file is empty."),
                        new Wording(
                                "Bitte eine CSV-Datei mit Kopfzeile und einer Zeile je Person senden.",
                                "Send a CSV file with a heading line and one line a person.")));
        char delimiter = delimiterOf(heading);
        return new RegistrationList(new RawRows(lines, delimiter), delimiter);
    }

    Headings headings() {
        return headings;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Rows that are no rows. */
    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    private void take(RawRows.RawRow raw) {
        if (!raw.whole()) {
            faults.add(new RowFault(
                    raw.line(),
                    null,
                    new Wording(
                            "Ein Anführungszeichen wird geöffnet und nicht geschlossen.",
                            "A quotation mark is opened and never closed."),
                    new Wording("Bitte das Anführungszeichen schließen.", "Close the quotation mark.")));
            return;
        }
        List<String> cells = cells(raw.text());
        boolean empty = cells.stream().allMatch(String::isBlank);
        boolean tooLong = cells.stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank());
        if (tooLong) {
            faults.add(new RowFault(
                    raw.line(),
                    null,
                    new Wording(
                            "Die Zeile hat mehr Felder als die Kopfzeile.",
                            "The row has more fields than the heading line."),
                    new Wording(
                            "Bitte Felder, die das Trennzeichen enthalten, in Anführungszeichen setzen.",
                            "Put fields that contain the delimiter into quotation marks.")));
        }
        if (!empty && !tooLong) {
            rows.add(headings.row(raw.line(), cells));
        }
    }

    private List<String> cells(String row) {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char delimiterOf(String heading) {
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(
                        sign -> heading.chars().filter(symbol -> symbol == sign).count()))
                .orElse(';');
    }
}
