package org.einlass.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.einlass.contract.Wording;

/** The text of a file that somebody saved with whatever program they had: UTF-8 with or without mark, or Windows-1252. */
final class FileText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /** @throws UnreadableFileException where {@code bytes} are no text */
    static String of(byte[] bytes) {
        if (bytes.length >= ZIP.length && Arrays.equals(bytes, 0, ZIP.length, ZIP, 0, ZIP.length)) {
            throw new UnreadableFileException(
                    new Wording(
                            "Das ist eine Excel- oder ZIP-Datei, keine CSV-Datei.",
                            "This is an Excel or ZIP file, no CSV file."),
                    new Wording(
                            "Bitte im Tabellenprogramm als „CSV UTF-8“ speichern und diese Datei senden.",
                            "Save it as \"CSV UTF-8\" in the spreadsheet and send that file."));
        }
        String text = decode(bytes);
        if (text.chars().anyMatch(FileText::isBinary)) {
            throw new UnreadableFileException(
                    new Wording("Das ist keine Textdatei.", "This is no text file."),
                    new Wording("Bitte eine CSV-Datei senden.", "Send a CSV file."));
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WINDOWS_1252);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean isBinary(int symbol) {
        return symbol < ' ' && symbol != '\n' && symbol != '\r' && symbol != '\t' && symbol != '\f';
    }
}
