package org.einlass.server.registration.imports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einlass.contract.wire.ImportReport;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.imports.list.AttendeeList;
import org.einlass.server.registration.imports.question.ImportQuestion;

/** Writes down what an import did, in the organiser's language. */
final class ReportText {
    private final Locale language;

    ReportText(Locale language) {
        this.language = language;
    }

    ImportReport report(boolean dryRun, AttendeeList list, ImportCounts importCounts) {
        List<RowProblem> problems = importCounts.problems().stream()
                .sorted(Comparator.comparingLong(RowProblem::line))
                .toList();
        Map<String, String> columns = new LinkedHashMap<>();
        list.preview().mapping().forEach((heading, meaning) -> columns.put(heading, meaning.in(language)));
        return new ImportReport(
                dryRun,
                list.rows(),
                importCounts.added(),
                importCounts.updated(),
                importCounts.unchanged(),
                list.asked(),
                0,
                problems,
                list.ignoredColumns(),
                list.warnings(),
                reasons(problems),
                list.questions().stream().map(this::question).toList(),
                List.of(),
                list.preview().notes().stream().map(note -> note.in(language)).toList(),
                columns,
                list.preview().encoding(),
                null);
    }

    private ImportReport.Question question(ImportQuestion asked) {
        return new ImportReport.Question(
                asked.id(),
                asked.scope() == ImportQuestion.Scope.LIST,
                asked.text().in(language),
                asked.options(),
                asked.lines(),
                asked.rows());
    }

    private static List<ImportReport.Reason> reasons(List<RowProblem> problems) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        problems.forEach(problem -> counts.merge(problem.reason(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> new ImportReport.Reason(entry.getKey(), entry.getValue()))
                .toList();
    }
}
