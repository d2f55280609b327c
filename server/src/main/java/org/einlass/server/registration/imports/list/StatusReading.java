package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.registration.imports.status.StatusColumn;
import org.einlass.server.registration.imports.status.StatusHeading;
import org.einlass.server.registration.imports.status.StatusVerdict;

/** What all columns of a list together say about who may come: the word that weighs most counts. */
final class StatusReading {
    private final List<StatusColumn> columns = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<ImportQuestion> questions = new ArrayList<>();

    /** @param rows all rows of people, so that each value is asked about once */
    StatusReading(ListColumns listColumns, List<CsvRow> rows, ImportAnswers answers) {
        List<StatusColumn> all = new ArrayList<>(listColumns.statusColumns());
        all.forEach(column -> show(column, rows));
        all.addAll(suspects(listColumns, rows));
        for (StatusColumn column : all) {
            if (column.decides(answers)) {
                columns.add(column);
                questions.addAll(column.settle(answers));
            } else {
                ignored.add(column.heading());
            }
        }
    }

    /** Columns with another heading, or none, that speak of who may come nevertheless. */
    private static List<StatusColumn> suspects(ListColumns listColumns, List<CsvRow> rows) {
        List<StatusColumn> suspects = new ArrayList<>();
        for (int place : listColumns.ignoredPlaces()) {
            StatusColumn column = new StatusColumn(place, listColumns.shownHeading(place), StatusHeading.REMARK);
            show(column, rows);
            if (column.smells()) {
                suspects.add(column);
            }
        }
        for (int place : listColumns.places(KnownHeading.FEDERAL_STATE)) {
            StatusColumn column = new StatusColumn(place, listColumns.shownHeading(place), StatusHeading.STATUS);
            show(column, rows);
            if (column.speaksOnlyOfAdmission()) {
                suspects.add(column);
            }
        }
        return suspects;
    }

    private static void show(StatusColumn column, List<CsvRow> rows) {
        rows.stream()
                .filter(row -> !row.isUncut())
                .forEach(row -> column.see(row.line(), RowFields.cleaned(row.field(column.place()))));
    }

    /** Whether the list says anything about who may come. */
    boolean speaks() {
        return !columns.isEmpty();
    }

    /** What a row says; empty where a person has to say it first. */
    Optional<StatusVerdict> verdict(CsvRow csvRow) {
        Optional<StatusVerdict> heaviest = Optional.of(StatusVerdict.NONE);
        for (StatusColumn column : columns) {
            Optional<StatusVerdict> own = column.verdict(RowFields.cleaned(csvRow.field(column.place())));
            heaviest = heaviest.flatMap(one -> own.map(one::and));
        }
        return heaviest;
    }

    /** Headings of columns that have no say: empty ones, amounts, and those that the organiser ignores. */
    List<String> ignored() {
        return ignored;
    }

    List<ImportQuestion> questions() {
        return questions;
    }

    List<Wording> readings() {
        return columns.stream()
                .filter(StatusColumn::isRead)
                .map(StatusColumn::reading)
                .toList();
    }
}
