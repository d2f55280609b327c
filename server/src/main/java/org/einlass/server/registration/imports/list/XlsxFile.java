package org.einlass.server.registration.imports.list;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.einlass.contract.Wording;

/**
 * An Excel workbook as a list: the visible sheet whose headings say most is read, the others are named. Its
 * parts are measured before any of them is read, so that a small file cannot unfold into a huge one.
 */
final class XlsxFile {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNFOLDED = 200L * 1024 * 1024;
    private static final int FIRST_BYTES = 1024;
    private static final Pattern ASIDE = Pattern.compile(
            "absage|abgesagt|storn|abgemeldet|abmeldung|warteliste|nachr.cker|archiv|papierkorb|gel.scht|declin|cancel"
                    + "|wait|deleted|no.?show",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    /**
     * The sheet that is read, its headings found.
     *
     * @param notes what was left out, one sentence each
     */
    record Found(CsvHeader header, List<Wording> notes) {}

    private XlsxFile() {}

    /** Whether a file may be a workbook: it begins as a ZIP file does. */
    static boolean mayBe(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** @throws ListRefused where the file is no workbook, unfolds too far, or has no sheet with headings */
    static Found read(byte[] file, ListLimits limits) throws ListRefused {
        measure(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
            return found(workbook, limits);
        } catch (IOException | ExcelReaderException e) {
            throw new ListRefused(UnreadableList.brokenWorkbook());
        }
    }

    private static Found found(ReadableWorkbook workbook, ListLimits limits) throws ListRefused {
        Optional<CsvHeader> best = Optional.empty();
        String bestName = "";
        List<String> others = new ArrayList<>();
        for (Sheet sheet : workbook.getSheets().toList()) {
            XlsxRows rows = XlsxRows.of(sheet, limits);
            if (rows.isEmpty()) {
                continue;
            }
            Optional<CsvHeader> header =
                    sheet.getVisibility() == SheetVisibility.VISIBLE ? CsvHeader.find(rows) : Optional.empty();
            boolean better = header.isPresent()
                    && (best.isEmpty()
                            || (isAside(bestName) && !isAside(sheet.getName()))
                            || (isAside(bestName) == isAside(sheet.getName())
                                    && header.get().isBetterThan(best.get())));
            if (better) {
                if (best.isPresent()) {
                    others.add(bestName);
                }
                best = header;
                bestName = sheet.getName();
            } else {
                others.add(sheet.getName());
            }
        }
        CsvHeader header = best.orElseThrow(() -> new ListRefused(UnreadableList.noKnownHeading()));
        return new Found(header, notes(bestName, others));
    }

    /** A sheet of those who do not come, or not yet: read only where there is no other. */
    private static boolean isAside(String sheet) {
        return ASIDE.matcher(sheet).find();
    }

    private static List<Wording> notes(String read, List<String> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        String names = String.join("“, „", others);
        return List.of(new Wording(
                "Gelesen wurde das Blatt „" + read + "“, nicht gelesen: „" + names + "“.",
                "The sheet \"" + read + "\" was read, these were not: „" + names + "“."));
    }

    /**
     * Unfolds every part once without keeping it, as the reader will: by the directory at the file's end. A
     * reader of streams does not know the sizes that some programs write behind their parts.
     */
    private static void measure(byte[] file) throws ListRefused {
        boolean workbook = false;
        long unfolded = 0;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                workbook |= part.getName().equals(WORKBOOK);
                parts++;
                unfolded += measure(zip, part, MOST_UNFOLDED - unfolded);
                if (parts > MOST_PARTS) {
                    throw new ListRefused(UnreadableList.unfoldsTooFar(MOST_UNFOLDED));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ListRefused(UnreadableList.notText());
        }
        if (!workbook) {
            throw new ListRefused(UnreadableList.notText());
        }
    }

    private static long measure(ZipFile zip, ZipArchiveEntry part, long most) throws IOException, ListRefused {
        byte[] buffer = new byte[64 * 1024];
        long unfolded = 0;
        try (InputStream in = zip.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (unfolded == 0 && namesEntities(buffer, read)) {
                    throw new ListRefused(UnreadableList.brokenWorkbook());
                }
                unfolded += read;
                if (unfolded > most) {
                    throw new ListRefused(UnreadableList.unfoldsTooFar(MOST_UNFOLDED));
                }
            }
        }
        return unfolded;
    }

    /**
     * No workbook of a spreadsheet program declares a document type; one that does may read files of the
     * server.
     */
    private static boolean namesEntities(byte[] buffer, int length) {
        return new String(buffer, 0, Math.min(length, FIRST_BYTES), StandardCharsets.ISO_8859_1).contains("<!DOCTYPE");
    }
}
