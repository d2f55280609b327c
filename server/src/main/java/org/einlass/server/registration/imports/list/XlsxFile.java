package org.einlass.server.registration.imports.list;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportQuestion;

/**
 * An Excel workbook as a list: the visible sheet whose headings say most is read, the others are named. Its
 * parts are measured before any of them is read, so that a small file cannot unfold into a huge one.
 */
final class XlsxFile {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHEETS = "column.sheets";
    private static final String ALL = "all";
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
     * @param marks what the sheet says of its rows beside their fields
     * @param title what the sheet is called where it holds those who do not come; else empty
     * @param questions whether further sheets are to be read
     */
    record Found(
            CsvHeader header, List<Wording> notes, SheetMarks marks, String title, List<ImportQuestion> questions) {}

    /** A sheet with headings. */
    private record Candidate(String name, CsvHeader header, SheetMarks marks, long lastLine) {
        boolean isLike(Candidate other) {
            return ListColumns.fingerprint(header.headings()).equals(ListColumns.fingerprint(other.header.headings()));
        }

        /** The sheet, whose people come on the day that it is called after. */
        Candidate withItsDay() {
            return new Candidate(
                    name,
                    header,
                    marks.and(SheetMarks.ofAllLines(KnownHeading.DAYS.words().german(), name, lastLine), 0),
                    lastLine);
        }
    }

    private XlsxFile() {}

    /** Whether a file may be a workbook: it begins as a ZIP file does. */
    static boolean mayBe(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** @throws ListRefused where the file is no workbook, unfolds too far, or has no sheet with headings */
    static Found read(byte[] file, ListLimits limits, EventDays days, ListRequest request) throws ListRefused {
        measure(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
            return found(file, workbook, limits, days, request);
        } catch (IOException | ExcelReaderException e) {
            throw new ListRefused(UnreadableList.brokenWorkbook());
        }
    }

    private static Found found(
            byte[] file, ReadableWorkbook workbook, ListLimits limits, EventDays days, ListRequest request)
            throws ListRefused, IOException {
        List<Candidate> candidates = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Sheet sheet : workbook.getSheets().toList()) {
            boolean visible = sheet.getVisibility() == SheetVisibility.VISIBLE;
            XlsxMarks marks = visible ? XlsxMarks.of(file, sheet.getName()) : new XlsxMarks(SheetMarks.NONE, Map.of());
            XlsxRows rows = XlsxRows.of(sheet, limits, marks.mergedInto());
            long lastLine = rows.lastLine();
            Optional<CsvHeader> header = visible && !rows.isEmpty() ? CsvHeader.find(rows) : Optional.empty();
            header.ifPresent(found -> candidates.add(new Candidate(sheet.getName(), found, marks.marks(), lastLine)));
            if (lastLine > 0 && header.isEmpty()) {
                others.add(sheet.getName());
            }
        }
        Candidate best = candidates.stream()
                .reduce((first, second) -> isBetter(second, first) ? second : first)
                .orElseThrow(() -> new ListRefused(UnreadableList.noKnownHeading()));
        candidates.remove(best);
        List<Candidate> alike = alike(best, candidates);
        candidates.stream().map(Candidate::name).forEach(others::add);
        if (areDays(best, alike, days)) {
            best = best.withItsDay();
            alike = alike.stream().map(Candidate::withItsDay).toList();
        }
        Optional<String> answer = request.answers(
                        ListColumns.fingerprint(best.header().headings()))
                .to(SHEETS);
        String title = isAside(best.name()) ? best.name() : "";
        if (answer.filter(ALL::equals).isEmpty()) {
            boolean ask = !alike.isEmpty() && answer.isEmpty();
            return new Found(
                    best.header(),
                    notes(best.name(), others),
                    best.marks(),
                    title,
                    ask ? List.of(aboutSheets(best, alike)) : List.of());
        }
        alike.stream().map(Candidate::name).forEach(others::remove);
        return together(best, alike, notes(best.name(), others), title);
    }

    private static List<Candidate> alike(Candidate best, List<Candidate> candidates) {
        return candidates.stream()
                .filter(one -> !isAside(one.name()) && !isAside(best.name()) && one.isLike(best))
                .toList();
    }

    /** Whether there is a sheet for each of several days, and no column that names them. */
    private static boolean areDays(Candidate best, List<Candidate> alike, EventDays days) {
        boolean named = Stream.concat(Stream.of(best), alike.stream())
                .allMatch(one -> days.findAll(one.name()).isPresent());
        boolean column = best.header().headings().fields().stream()
                .anyMatch(heading -> HeadingMeaning.of(heading).known().equals(Optional.of(KnownHeading.DAYS)));
        return named && !column && !alike.isEmpty();
    }

    /** The rows of all these sheets, the lines of a further one counted on from the last line before it. */
    private static Found together(Candidate best, List<Candidate> alike, List<Wording> notes, String title) {
        CsvHeader header = best.header();
        SheetMarks marks = best.marks();
        List<Wording> all = new ArrayList<>(notes);
        long before = best.lastLine();
        for (Candidate one : alike) {
            header = header.followedBy(one.header(), before);
            marks = marks.and(one.marks(), before);
            all.add(new Wording(
                    "Auch das Blatt „" + one.name() + "“ wurde gelesen; seine Zeile 1 heißt hier Zeile " + (before + 1)
                            + ".",
                    "The sheet \"" + one.name() + "\" was read, too; its line 1 is called line " + (before + 1)
                            + " here."));
            before += one.lastLine();
        }
        return new Found(header, all, marks, title, List.of());
    }

    private static boolean isBetter(Candidate candidate, Candidate best) {
        return isAside(candidate.name()) == isAside(best.name())
                ? candidate.header().isBetterThan(best.header())
                : isAside(best.name());
    }

    private static ImportQuestion aboutSheets(Candidate best, List<Candidate> alike) {
        String german = alike.stream().map(Candidate::name).collect(Collectors.joining("“, „"));
        String english = alike.stream().map(Candidate::name).collect(Collectors.joining("\", \""));
        return ImportQuestion.of(
                SHEETS,
                ImportQuestion.Scope.LIST,
                new Wording(
                        "Sollen neben „" + best.name() + "“ auch die Blätter „" + german + "“ gelesen werden?",
                        "Are the sheets \"" + english + "\" to be read beside \"" + best.name() + "\"?"),
                List.of(ALL, "first"),
                List.of());
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
        Optional<ForeignFile> foreign = Optional.empty();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                workbook |= part.getName().equals(WORKBOOK);
                foreign = foreign.or(() -> ForeignFile.ofPart(part.getName()));
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
            throw new ListRefused(foreign.map(UnreadableList::foreign).orElseGet(UnreadableList::notText));
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
