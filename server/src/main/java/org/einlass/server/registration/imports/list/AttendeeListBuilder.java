package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.imports.question.ImportAnswers;

/** The list as it grows row by row. */
final class AttendeeListBuilder {
    private final ListColumns listColumns;
    private final StatusReading statusReading;
    private final RowReader reader;
    private final DuplicateRows duplicateRows;
    private final List<AttendeeRow> guests = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> warnings = new ArrayList<>();
    private final Map<RowKey, Integer> placeOfKey = new HashMap<>();
    private int furtherDays;
    private int rows;
    private int asked;

    AttendeeListBuilder(
            ListColumns listColumns,
            StatusReading statusReading,
            EventTerms terms,
            ImportAnswers answers,
            Locale language) {
        this.listColumns = listColumns;
        this.statusReading = statusReading;
        this.reader = new RowReader(listColumns, terms, answers, language);
        this.duplicateRows = new DuplicateRows(listColumns, language);
    }

    void take(CsvRow csvRow) {
        rows++;
        var verdict = statusReading.verdict(csvRow);
        Optional<AttendeeRow> guest = reader.read(csvRow, verdict, problems::add, warnings::add)
                .filter(one -> verdict.isEmpty() ? !isOnOtherDays(one) : !addsDays(one))
                .filter(one -> duplicateRows.isNew(one, problems::add));
        if (guest.isPresent() && verdict.isEmpty()) {
            asked++;
            return;
        }
        guest.ifPresent(one -> {
            placeOfKey.put(one.key(), guests.size());
            guests.add(one);
        });
    }

    /** A row for each day on which somebody comes is one person: the first of them takes the days of the others. */
    private boolean addsDays(AttendeeRow row) {
        Optional<Integer> first = sameOnOtherDays(row);
        first.ifPresent(place -> {
            guests.set(place, guests.get(place).alsoOn(row.days()));
            furtherDays++;
        });
        return first.isPresent();
    }

    /** Whether such a row says something unclear about who may come: its days count once that was answered. */
    private boolean isOnOtherDays(AttendeeRow row) {
        boolean other = sameOnOtherDays(row).isPresent();
        asked += other ? 1 : 0;
        return other;
    }

    private Optional<Integer> sameOnOtherDays(AttendeeRow row) {
        Integer place = row.days().isEmpty() || row.isUnnamed() ? null : placeOfKey.get(row.key());
        return Optional.ofNullable(place).filter(one -> guests.get(one).isSameOnOtherDays(row));
    }

    /** @param fingerprint of the headings as they stand in the file */
    AttendeeList list(String encoding, List<Wording> notes, String fingerprint) {
        Set<KnownHeading> columns = new HashSet<>(listColumns.present());
        if (statusReading.speaks()) {
            columns.add(KnownHeading.STATUS);
        }
        if (columns.contains(KnownHeading.TICKET_TYPE)) {
            columns.add(KnownHeading.CATEGORY);
        }
        if (columns.contains(KnownHeading.PARTICIPATION)) {
            columns.add(KnownHeading.PROGRAMMES);
        }
        List<String> ignored = new ArrayList<>(listColumns.ignored());
        ignored.removeAll(reader.dayHeadings());
        if (!reader.dayHeadings().isEmpty()) {
            columns.add(KnownHeading.DAYS);
        }
        ignored.addAll(statusReading.ignored());
        List<Wording> all = new ArrayList<>(notes);
        all.addAll(listColumns.doubled());
        all.addAll(statusReading.readings());
        all.addAll(reader.notes());
        if (furtherDays > 0) {
            all.add(
                    furtherDays == 1
                            ? new Wording(
                                    "Eine Zeile nennt weitere Tage einer Person, die schon weiter oben steht.",
                                    "One row names further days of somebody who stands above.")
                            : new Wording(
                                    furtherDays
                                            + " Zeilen nennen weitere Tage von Personen, die schon weiter oben stehen.",
                                    furtherDays + " rows name further days of people who stand above."));
        }
        return new AttendeeList(
                rows,
                guests,
                problems,
                warnings,
                statusReading.questions(),
                asked,
                columns,
                ignored,
                new ListPreview(encoding, listColumns.mapping(), all, fingerprint));
    }
}
