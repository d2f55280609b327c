package org.einlass.server.registration.imports.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.einlass.contract.Wording;

/**
 * Files that people take for a list because a spreadsheet program opens them, known by what they hold and not
 * by their name.
 */
enum ForeignFile {
    /** An OLE file that holds a package which only a password opens. */
    LOCKED("eine Excel-Mappe mit Kennwort", "an Excel workbook with a password"),
    /** An OLE file: Excel 97 to 2003. */
    OLD_EXCEL("eine Excel-Mappe im alten Format (.xls)", "an Excel workbook of the old format (.xls)"),
    /** Many web applications write a table of HTML and call it .xls. */
    HTML(
            "eine Webseite (HTML), auch wenn sie vielleicht .xls heißt",
            "a web page (HTML), even if it is perhaps named .xls"),
    /** Excel 2003 as one XML file. */
    XML_TABLE(
            "eine XML-Tabelle, auch wenn sie vielleicht .xls heißt",
            "a table in XML, even if it is perhaps named .xls"),
    BINARY_EXCEL("eine Excel-Binärmappe (.xlsb)", "an Excel binary workbook (.xlsb)"),
    OPEN_DOCUMENT("eine Tabelle von LibreOffice (.ods)", "a LibreOffice spreadsheet (.ods)"),
    NUMBERS("eine Tabelle von Apple Numbers", "an Apple Numbers spreadsheet"),
    WORD("ein Word-Dokument", "a Word document"),
    RICH_TEXT("ein Dokument im RTF-Format", "a document in RTF"),
    PDF("ein PDF", "a PDF");

    private static final int FIRST_BYTES = 4096;
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0";
    private static final String LOCKED_PART = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
    private static final Pattern HTML_BEGINNING = Pattern.compile(
            "^(?:<!--.*?-->\\s*|<\\?xml[^>]*>\\s*|<meta[^>]*>\\s*)*<(?:!doctype\\s+html|html|head|body|table|div|style|meta)\\b"
                    + "|^mime-version:",
            Pattern.DOTALL);
    private static final Pattern XML_BEGINNING = Pattern.compile("^<\\?xml|^<(?:\\w+:)?workbook\\b");

    private final Wording words;

    ForeignFile(String german, String english) {
        this.words = new Wording(german, english);
    }

    Wording reason() {
        return new Wording("Die Datei ist " + words.german() + ".", "The file is " + words.english() + ".");
    }

    /** What a file is, by its first bytes, where it is none that can hold a list here. */
    static Optional<ForeignFile> of(byte[] file) {
        String all = new String(file, 0, Math.min(file.length, FIRST_BYTES), ISO_8859_1);
        if (all.startsWith(OLE)) {
            return Optional.of(holds(file, LOCKED_PART) ? LOCKED : OLD_EXCEL);
        }
        if (all.startsWith("%PDF-")) {
            return Optional.of(PDF);
        }
        return all.startsWith("{\\rtf") ? Optional.of(RICH_TEXT) : Optional.empty();
    }

    /** What a text is, where it is a table in marks of its own and no list. */
    static Optional<ForeignFile> of(String text) {
        String beginning =
                text.substring(0, Math.min(text.length(), FIRST_BYTES)).strip().toLowerCase(Locale.ROOT);
        if (HTML_BEGINNING.matcher(beginning).find()) {
            return Optional.of(HTML);
        }
        return XML_BEGINNING.matcher(beginning).find() ? Optional.of(XML_TABLE) : Optional.empty();
    }

    /** What a ZIP file is that holds a part of that name; empty where the part tells nothing. */
    static Optional<ForeignFile> ofPart(String name) {
        if (name.equals("content.xml")) {
            return Optional.of(OPEN_DOCUMENT);
        }
        if (name.equals("xl/workbook.bin")) {
            return Optional.of(BINARY_EXCEL);
        }
        if (name.equals("word/document.xml")) {
            return Optional.of(WORD);
        }
        return name.endsWith("Index/Document.iwa") ? Optional.of(NUMBERS) : Optional.empty();
    }

    private static boolean holds(byte[] file, String part) {
        return new String(file, ISO_8859_1).contains(part);
    }
}
