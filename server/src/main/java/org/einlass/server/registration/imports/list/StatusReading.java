package org.einlass.server.registration.imports.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.registration.imports.status.StatusColumn;
import org.einlass.server.registration.imports.status.StatusHeading;
import org.einlass.server.registration.imports.status.StatusVerdict;
import org.einlass.server.registration.imports.text.TextKey;

/** What all columns of a list together say about who may come: the word that weighs most counts. */
final class StatusReading {
    private static final int LONGEST_ABBREVIATION = 6;
    private static final Set<String> HARMLESS =
            Stream.of("""
                    Foto Fotos Photo vegan Veggie Essen Hotel Bus PKW Auto Lunch AGB DSGVO VIP Bahn Parken News Info
                    Dinner halal kosher Event Helfer Mail Media Guest Guests Gast Gäste Kinder Mo Di Mi Do Fr Sa So Tag
                    """.strip().split("\\s+")).map(TextKey::of).collect(Collectors.toUnmodifiableSet());

    /** Columns that speak of the shop or the post: "online" is where the ticket was sold. */
    private static final Pattern OTHER_MATTER =
            Pattern.compile("channel|kanal|quelle|source|versand|shipping|lieferung|delivery|verkauf|payment|zahlung");

    /** Headings of how many people come by a row. */
    private static final Pattern COUNT = Pattern.compile(
            "(?:anzahl|zahl|anz|number|noof|numberof|total)?(?:der)?(?:teilnehmer|teilnehmenden|teilnehmerinnen|personen|tickets|tn"
                    + "|attendees|participants|people|persons|quantity|menge|platze|ticketquantity)(?:anzahl|zahl)?");

    private static final Pattern COMING =
            Pattern.compile("(?:is)?(?:participant|attendee|guest|visitor|registrant|teilnehmend|besucher)");

    private final List<StatusColumn> columns = new ArrayList<>();
    private final List<StatusColumn> ignoredColumns = new ArrayList<>();
    private final List<ImportQuestion> questions = new ArrayList<>();

    /** @param rows all rows of people, so that each value is asked about once */
    StatusReading(ListColumns listColumns, List<CsvRow> rows, ImportAnswers answers) {
        List<StatusColumn> all = new ArrayList<>(listColumns.statusColumns());
        all.forEach(column -> show(column, rows));
        all.addAll(suspects(listColumns, rows));
        for (StatusColumn column : all) {
            (column.decides(answers) ? columns : ignoredColumns).add(column);
        }
        List<StatusColumn> others =
                columns.stream().filter(column -> !column.waitsForOthers()).toList();
        others.forEach(column -> questions.addAll(column.settle(answers)));
        settleMoney(others, rows, answers);
    }

    /** Columns about money ask about rows only of which no column before them has told or asked enough. */
    private void settleMoney(List<StatusColumn> others, List<CsvRow> rows, ImportAnswers answers) {
        List<StatusColumn> before = new ArrayList<>(others);
        columns.stream()
                .filter(StatusColumn::waitsForOthers)
                .sorted(Comparator.comparing(StatusColumn::isOnlyDaysAndAmounts)
                        .thenComparing(StatusColumn::kind)
                        .thenComparing(StatusColumn::rowsWithAmount))
                .forEach(column -> {
                    column.leaveOut(
                            lines(before, StatusColumn::settles, rows), lines(before, StatusColumn::pays, rows));
                    questions.addAll(column.settle(answers));
                    before.add(column);
                });
    }

    private static Set<Long> lines(
            List<StatusColumn> columns, BiPredicate<StatusColumn, String> says, List<CsvRow> rows) {
        return rows.stream()
                .filter(row -> columns.stream()
                        .anyMatch(column -> says.test(column, RowFields.cleaned(row.field(column.place())))))
                .map(CsvRow::line)
                .collect(Collectors.toSet());
    }

    /** Columns with another heading, or none, that speak of who may come nevertheless. */
    private static List<StatusColumn> suspects(ListColumns listColumns, List<CsvRow> rows) {
        List<StatusColumn> suspects = new ArrayList<>();
        for (int place : listColumns.ignoredPlaces()) {
            StatusColumn column = new StatusColumn(place, listColumns.shownHeading(place), StatusHeading.REMARK);
            show(column, rows);
            boolean elsewhere =
                    OTHER_MATTER.matcher(TextKey.of(column.heading())).find();
            if (column.smells() && !elsewhere) {
                suspects.add(column);
            } else if (((isAbbreviated(column.heading()) || isAboutComing(column.heading()))
                            && column.answersYesAndNo())
                    || countsNobody(column)) {
                suspects.add(new StatusColumn(place, column.heading(), StatusHeading.UNCLEAR));
                show(suspects.get(suspects.size() - 1), rows);
            }
        }
        for (int place : listColumns.places(KnownHeading.TICKET_TYPE)) {
            StatusColumn column = new StatusColumn(place, listColumns.shownHeading(place), StatusHeading.REMARK);
            show(column, rows);
            if (column.smells()) {
                suspects.add(column);
            }
        }
        for (int place : listColumns.places(KnownHeading.FEDERAL_STATE)) {
            StatusColumn column = new StatusColumn(place, listColumns.shownHeading(place), StatusHeading.STATUS);
            show(column, rows);
            if (column.speaksOfAdmission()) {
                suspects.add(column);
            }
        }
        return suspects;
    }

    /** "TN" and "Z/A" tell nobody what they mean; "Newsletter" and "Essen" do. */
    private static boolean isAbbreviated(String heading) {
        String key = TextKey.of(heading);
        return key.length() <= LONGEST_ABBREVIATION
                && !HARMLESS.contains(key)
                && key.chars().noneMatch(Character::isDigit);
    }

    /** "Participant" with yes and no says who comes, and not who it is. */
    private static boolean isAboutComing(String heading) {
        return COMING.matcher(TextKey.of(heading)).matches();
    }

    /** "Anzahl Teilnehmer" with a 0 beside other numbers: of that row nobody comes. */
    private static boolean countsNobody(StatusColumn column) {
        return COUNT.matcher(TextKey.of(column.heading())).matches() && column.holds("0") && column.values() > 1;
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
        return ignoredColumns.stream().map(StatusColumn::heading).toList();
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
