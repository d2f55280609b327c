package org.einlass.server.registration.imports.list;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;

/**
 * Reads registration lists: XLSX, and CSV with semicolons, commas or tabs, in any usual encoding, with the
 * headings of German and English exports. The same bytes always give the same reading. Safe for use by
 * several threads.
 */
public final class ListReader {
    private final EventTerms terms;
    private final ListLimits limits;

    public ListReader(EventTerms terms, ListLimits limits) {
        this.terms = terms;
        this.limits = limits;
    }

    /**
     * Reads a list from a stream, at most as far as the limit goes. Does not close the stream.
     *
     * @throws IOException where the stream breaks; a file that is no list is no exception but an answer
     */
    public ListReadResult read(InputStream in, ListRequest request) throws IOException {
        return read(in.readNBytes(limits.bytes() + 1), request);
    }

    /** Reads a list from memory; the file, its text and its guests are in memory together. */
    public ListReadResult read(byte[] file, ListRequest request) {
        if (file.length > limits.bytes()) {
            return UnreadableList.tooLarge(limits.bytes());
        }
        try {
            return XlsxFile.mayBe(file)
                    ? readWorkbook(file, request)
                    : read(ListText.of(file, request.declared()), request);
        } catch (ListRefused e) {
            return e.list();
        }
    }

    private AttendeeList readWorkbook(byte[] file, ListRequest request) throws ListRefused {
        XlsxFile.Found found = XlsxFile.read(file, limits, terms.days(), request);
        SectionRows sections = new SectionRows(found.header().headings());
        sections.openBy(found.title());
        return read(found.header(), sections, found.marks(), "XLSX", new ArrayList<>(found.notes()), request)
                .asking(found.questions());
    }

    private AttendeeList read(ListText text, ListRequest request) throws ListRefused {
        Optional<CsvHeader> list = header(text);
        if (list.isEmpty()) {
            Optional<UnheadedTable> table =
                    UnheadedTable.of(text.text(), limits.columns(), request.answers(UnheadedTable.SOURCE));
            if (table.isPresent()) {
                return read(table.get().header(), text.encoding(), table.get().notes(), request)
                        .asking(table.get().questions())
                        .asPasted(RowKey.digest(text.text()));
            }
            MailLines.Found mail =
                    MailLines.of(text.text()).orElseThrow(() -> new ListRefused(UnreadableList.noKnownHeading()));
            return read(mail.header(), text.encoding(), new ArrayList<>(mail.notes()), request)
                    .asPasted(RowKey.digest(text.text()));
        }
        CsvHeader csvHeader = list.get();
        List<Wording> notes = new ArrayList<>();
        if (text.hadEntities()) {
            notes.add(new Wording(
                    "HTML-Zeichen wie &uuml; wurden als Buchstaben gelesen.",
                    "HTML entities such as &uuml; were read as letters."));
        }
        return read(csvHeader, text.encoding(), notes, request);
    }

    /** The list's headings; empty where there are none, and the text may be a pasted mail. */
    private Optional<CsvHeader> header(ListText text) throws ListRefused {
        try {
            return Optional.of(CsvHeader.of(text.text(), limits.columns()));
        } catch (ListRefused e) {
            boolean mayBePeople = e.list().fault() == UnreadableList.Fault.NO_KNOWN_HEADING
                    && (MailLines.of(text.text()).isPresent()
                            || UnheadedTable.of(text.text(), limits.columns(), ImportAnswers.NONE)
                                    .isPresent());
            if (mayBePeople) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private AttendeeList read(CsvHeader csvHeader, String encoding, List<Wording> notes, ListRequest request)
            throws ListRefused {
        return read(csvHeader, new SectionRows(csvHeader.headings()), SheetMarks.NONE, encoding, notes, request);
    }

    private AttendeeList read(
            CsvHeader csvHeader,
            SectionRows sections,
            SheetMarks marks,
            String encoding,
            List<Wording> notes,
            ListRequest request)
            throws ListRefused {
        csvHeader.above().stream().flatMap(row -> row.fields().stream()).forEach(sections::openBy);
        List<CsvRow> rows = people(csvHeader, sections, notes);
        CsvRow headings = marks.headings(sections.headings(), rows);
        rows = marks.beside(rows, sections.headings().fields().size());
        String fingerprint = ListColumns.fingerprint(headings);
        ImportAnswers answers = request.answers(fingerprint);
        if (request.profiles().containsKey(fingerprint)) {
            notes.add(new Wording(
                    "Diese Liste hat bekannte Überschriften; frühere Antworten zu ihren Spalten gelten weiter.",
                    "The headings of this list are known; earlier answers about its columns count again."));
        }
        PeopleColumns peopleColumns = new PeopleColumns(headings, rows, answers);
        List<ImportQuestion> questions = new ArrayList<>(peopleColumns.questions(rows));
        rows = peopleColumns.rows(rows);
        if (rows.size() > limits.rows()) {
            throw new ListRefused(UnreadableList.tooManyRows(limits.rows()));
        }
        ListColumns listColumns = ListColumns.of(peopleColumns.headings(), answers);
        OrganisationBelow organisationBelow = new OrganisationBelow(listColumns, rows, answers);
        questions.addAll(organisationBelow.questions());
        rows = organisationBelow.rows();
        StatusReading statusReading = new StatusReading(listColumns, rows, answers);
        AttendeeListBuilder attendeeListBuilder =
                new AttendeeListBuilder(listColumns, statusReading, terms, answers, request.language());
        rows.forEach(attendeeListBuilder::take);
        notes.addAll(new Companions(listColumns).notes(rows));
        return attendeeListBuilder.list(encoding, notes, fingerprint).asking(questions);
    }

    /** The rows of people; titles above the headings, sums and repeated headings are named and left out. */
    private List<CsvRow> people(CsvHeader csvHeader, SectionRows sections, List<Wording> notes) throws ListRefused {
        long headingLine = csvHeader.headings().line();
        if (csvHeader.rowsAbove() > 0) {
            notes.add(new Wording(
                    "Die Überschriften wurden in Zeile " + headingLine + " gefunden.",
                    "The headings were found in line " + headingLine + "."));
        }
        List<CsvRow> rows = new ArrayList<>();
        Optional<CsvRow> next = csvHeader.next();
        while (next.isPresent()) {
            CsvRow row = next.get();
            next = csvHeader.next();
            if (rows.size() == limits.rows()) {
                throw new ListRefused(UnreadableList.tooManyRows(limits.rows()));
            }
            if (MarginRows.isSum(row)) {
                notes.add(leftOut(row.line()));
            } else if (!MarginRows.isRule(row) && !sections.isHeadings(row) && !sections.opens(row, next)) {
                rows.add(sections.within(row));
            }
        }
        notes.addAll(sections.notes());
        if (rows.isEmpty()) {
            throw new ListRefused(UnreadableList.headingsOnly());
        }
        return rows;
    }

    private static Wording leftOut(long line) {
        return new Wording(
                "Zeile " + line + " ist eine Summe oder Randnotiz und wurde übergangen.",
                "Line " + line + " is a sum or a remark and was left out.");
    }
}
