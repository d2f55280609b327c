package org.einlass.server.registration.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.grade.GuessableCodes;
import org.einlass.contract.wire.ImportReport;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.imports.list.AttendeeList;
import org.einlass.server.registration.imports.person.PersonMatching;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.jspecify.annotations.Nullable;

/** Writes down what an import did, in the organiser's language. */
final class ReportText {
    private static final int MOST_MISSING = 100;

    private final Locale language;

    ReportText(Locale language) {
        this.language = language;
    }

    /**
     * The report.
     *
     * @param importId null where nothing was stored
     */
    ImportReport report(
            AttendeeList list,
            ImportCounts importCounts,
            PersonMatching people,
            MissingPeople missing,
            GuessableCodes guessable,
            boolean dryRun,
            @Nullable String importId) {
        List<RowProblem> problems = importCounts.problems().stream()
                .sorted(Comparator.comparingLong(RowProblem::line))
                .toList();
        Map<String, String> columns = new LinkedHashMap<>();
        list.preview().mapping().forEach((heading, meaning) -> columns.put(heading, meaning.in(language)));
        List<ImportQuestion> questions = new ArrayList<>(list.questions());
        questions.addAll(people.questions());
        missing.question().ifPresent(questions::add);
        return new ImportReport(
                dryRun,
                list.rows(),
                importCounts.added(),
                importCounts.updated(),
                importCounts.unchanged(),
                importCounts.asked(),
                missing.people().size(),
                problems,
                list.ignoredColumns(),
                list.warnings(),
                reasons(problems),
                questions.stream().map(this::question).toList(),
                missing.people().stream()
                        .limit(MOST_MISSING)
                        .map(ReportText::missing)
                        .toList(),
                notes(list, people, missing, guessable).stream()
                        .map(note -> note.in(language))
                        .toList(),
                columns,
                list.preview().encoding(),
                importId);
    }

    private static List<Wording> notes(
            AttendeeList list, PersonMatching people, MissingPeople missing, GuessableCodes guessable) {
        List<Wording> notes = new ArrayList<>(list.preview().notes());
        if (!guessable.isEmpty()) {
            notes.add(guessable(guessable.forms()));
        }
        if (!people.newCodes().isEmpty()) {
            String lines = people.newCodes().stream()
                    .limit(MOST_MISSING)
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            notes.add(new Wording(
                    "Neuer Ticketcode für dieselbe Person in Zeile " + lines + ": Der alte und der neue gelten, bis"
                            + " jemand den alten beendet.",
                    "A new ticket code for the same person in line " + lines + ": the old one and the new one are valid"
                            + " until somebody ends the old one."));
        }
        int cancelled = missing.cancelled().size();
        int kept = missing.people().size() - cancelled;
        if (cancelled > 0) {
            notes.add(new Wording(
                    cancelled + " Angemeldete der vorigen Liste, die in dieser fehlen, sind storniert.",
                    cancelled + " people of the list before who are missing from this one are cancelled."));
        }
        if (kept > 0) {
            notes.add(new Wording(
                    kept + " Angemeldete der vorigen Liste fehlen in dieser; sie bleiben angemeldet."
                            + " Absagen? Dann answer=gone:cancel anhängen.",
                    kept + " people of the list before are missing from this one; they stay registered."
                            + " Cancel them? Then append answer=gone:cancel."));
        }
        return notes;
    }

    private static Wording guessable(Wording forms) {
        return new Wording(
                "Diese Ticketcodes lassen sich erraten: " + forms.german()
                        + ". Sie gelten, doch wo viele falsche gezeigt"
                        + " werden, gehen sie an den Schalter. Sicher sind zufällige Codes ab 20 Ziffern oder 13"
                        + " Buchstaben und Ziffern.",
                "These ticket codes can be guessed: " + forms.english()
                        + ". They are valid, but where many wrong ones are"
                        + " shown they are sent to the counter. Random codes of 20 digits, or of 13 letters and digits,"
                        + " are safe.");
    }

    private static ImportReport.Missing missing(KnownPerson one) {
        return new ImportReport.Missing(one.id().toString(), one.ownKey(), one.shown());
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
