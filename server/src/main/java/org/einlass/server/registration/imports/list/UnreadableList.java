package org.einlass.server.registration.imports.list;

import java.util.function.Function;
import org.einlass.contract.Wording;

/**
 * A file that is no registration list as a whole, said in one sentence, with what to do about it.
 *
 * @param fault the stable kind
 */
public record UnreadableList(Fault fault, Wording reason, Wording remedy) implements ListReadResult {
    private static final Wording SAVE_AS_CSV = new Wording(
            "Speichern Sie die Tabelle in Excel oder LibreOffice mit „Speichern unter“ als CSV (UTF-8).",
            "Save the table in Excel or LibreOffice with \"Save as\" as CSV (UTF-8).");
    private static final Wording SAVE_AS_XLSX = new Wording(
            "Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie mit „Speichern unter“ als"
                    + " Excel-Arbeitsmappe (.xlsx) oder CSV (UTF-8).",
            "Open it in Excel or LibreOffice and save it with \"Save as\" as an Excel workbook (.xlsx) or as CSV"
                    + " (UTF-8).");
    private static final Wording UNLOCK = new Wording(
            "Öffnen Sie sie in Excel, entfernen Sie das Kennwort unter „Datei, Informationen, Arbeitsmappe"
                    + " schützen“ und speichern Sie sie noch einmal.",
            "Open it in Excel, remove the password under \"File, Info, Protect Workbook\" and save it once more.");
    private static final Wording PUT_HEADINGS = new Wording(
            "Schreiben Sie über die Namen die Überschriften, zum Beispiel: Vorname;Nachname;Organisation.",
            "Put the headings above the names, for example: Given name;Family name;Organisation.");

    /** The kinds of files that are no list. */
    public enum Fault {
        EMPTY,
        HEADINGS_ONLY,
        NO_KNOWN_HEADING,
        NO_NAME_COLUMN,
        REPEATED_COLUMN,
        NOT_TEXT,
        BROKEN_WORKBOOK,
        UNKNOWN_ENCODING,
        UNCLOSED_QUOTE,
        TOO_LARGE,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS
    }

    @Override
    public <T> T fold(Function<AttendeeList, T> read, Function<UnreadableList, T> unreadable) {
        return unreadable.apply(this);
    }

    static UnreadableList empty() {
        return new UnreadableList(Fault.EMPTY, new Wording("Die Datei ist leer.", "The file is empty."), PUT_HEADINGS);
    }

    static UnreadableList headingsOnly() {
        return new UnreadableList(
                Fault.HEADINGS_ONLY,
                new Wording(
                        "Unter den Überschriften steht keine einzige Zeile.",
                        "There is not a single row below the headings."),
                new Wording(
                        "Exportieren Sie die Liste noch einmal; mit curl bitte --data-binary nehmen, -d entfernt die"
                                + " Zeilenumbrüche.",
                        "Export the list once more; with curl use --data-binary, because -d drops the line breaks."));
    }

    static UnreadableList noKnownHeading() {
        return new UnreadableList(
                Fault.NO_KNOWN_HEADING,
                new Wording(
                        "Die ersten Zeilen enthalten keine bekannte Überschrift.",
                        "The first lines hold no heading that is known here."),
                PUT_HEADINGS);
    }

    static UnreadableList noNameColumn() {
        return new UnreadableList(
                Fault.NO_NAME_COLUMN,
                new Wording("Eine Spalte mit dem Nachnamen fehlt.", "A column of family names is missing."),
                new Wording(
                        "Nennen Sie die Spalte „Nachname“ oder, wo der ganze Name darin steht, „Name“.",
                        "Call the column \"Family name\" or, where it holds the whole name, \"Name\"."));
    }

    static UnreadableList repeatedColumn(String first, String second) {
        return new UnreadableList(
                Fault.REPEATED_COLUMN,
                new Wording(
                        "Die Spalten „" + first + "“ und „" + second + "“ bedeuten hier dasselbe.",
                        "The columns \"" + first + "\" and \"" + second + "\" mean the same here."),
                new Wording(
                        "Löschen Sie eine der beiden oder benennen Sie sie um.", "Delete or rename one of the two."));
    }

    static UnreadableList notText() {
        return new UnreadableList(
                Fault.NOT_TEXT,
                new Wording(
                        "Die Datei ist keine CSV-Datei, auch wenn sie vielleicht so heißt; sie ist wohl eine"
                                + " Excel-Mappe, ein PDF oder ein Bild.",
                        "The file is no CSV file, even if it is named like one; it seems to be an Excel workbook,"
                                + " a PDF or a picture."),
                SAVE_AS_CSV);
    }

    /** A file of another program, by the name that people know. */
    static UnreadableList foreign(ForeignFile kind) {
        Wording remedy = kind == ForeignFile.LOCKED ? UNLOCK : SAVE_AS_XLSX;
        return new UnreadableList(Fault.NOT_TEXT, kind.reason(), remedy);
    }

    static UnreadableList brokenWorkbook() {
        return new UnreadableList(
                Fault.BROKEN_WORKBOOK,
                new Wording(
                        "Diese Excel-Mappe ist beschädigt oder enthält, was keine Liste braucht.",
                        "This Excel workbook is damaged, or holds what no list needs."),
                SAVE_AS_CSV);
    }

    /** @param bytes how far a workbook may unfold */
    static UnreadableList unfoldsTooFar(long bytes) {
        String limit = bytes / (1024 * 1024) + " MB";
        return new UnreadableList(
                Fault.TOO_LARGE,
                new Wording(
                        "Die Excel-Mappe enthält entpackt mehr als " + limit + ".",
                        "The Excel workbook holds more than " + limit + " when unfolded."),
                SAVE_AS_CSV);
    }

    static UnreadableList unknownEncoding(long line) {
        return new UnreadableList(
                Fault.UNKNOWN_ENCODING,
                new Wording(
                        "Zeile " + line + " enthält Zeichen, die unter keiner üblichen Kodierung Namen ergeben.",
                        "Line " + line + " holds characters that look like names in no usual encoding."),
                SAVE_AS_CSV);
    }

    static UnreadableList unclosedQuote(long line) {
        return new UnreadableList(
                Fault.UNCLOSED_QUOTE,
                new Wording(
                        "In der Zeile " + line + " beginnt ein Anführungszeichen, das bis zum Ende der Datei nicht"
                                + " geschlossen wird.",
                        "In the row of line " + line + " a quotation mark opens that is never closed."),
                new Wording(
                        "Schließen oder löschen Sie das Anführungszeichen; ist die Datei abgeschnitten,"
                                + " exportieren Sie sie noch einmal.",
                        "Close or delete the quotation mark; if the file was cut off, export it once more."));
    }

    static UnreadableList tooLarge(int bytes) {
        String limit = bytes >= 1024 * 1024 ? bytes / (1024 * 1024) + " MB" : bytes + " Bytes";
        return new UnreadableList(
                Fault.TOO_LARGE,
                new Wording("Die Datei ist größer als " + limit + ".", "The file is larger than " + limit + "."),
                new Wording(
                        "Löschen Sie Spalten, die nicht gebraucht werden, oder teilen Sie die Liste.",
                        "Delete columns that are not needed, or split the list."));
    }

    static UnreadableList tooManyColumns(long line, int columns) {
        return new UnreadableList(
                Fault.TOO_MANY_COLUMNS,
                new Wording(
                        "Zeile " + line + " hat mehr als " + columns + " Spalten.",
                        "Line " + line + " has more than " + columns + " columns."),
                new Wording(
                        "Prüfen Sie das Trennzeichen und löschen Sie leere Spalten.",
                        "Check the separator and delete empty columns."));
    }

    static UnreadableList tooManyRows(int rows) {
        return new UnreadableList(
                Fault.TOO_MANY_ROWS,
                new Wording("Die Liste hat mehr als " + rows + " Zeilen.", "The list has more than " + rows + " rows."),
                new Wording("Teilen Sie die Liste.", "Split the list."));
    }
}
