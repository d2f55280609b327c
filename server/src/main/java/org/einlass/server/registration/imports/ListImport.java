package org.einlass.server.registration.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.registration.ExternalCodes;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.list.AttendeeList;
import org.einlass.server.registration.imports.list.AttendeeRow;
import org.einlass.server.registration.imports.list.EventDays;
import org.einlass.server.registration.imports.list.EventTerms;
import org.einlass.server.registration.imports.list.ListLimits;
import org.einlass.server.registration.imports.list.ListReader;
import org.einlass.server.registration.imports.list.UnreadableList;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.einlass.server.scan.ScanService;
import org.jdbi.v3.core.Handle;

/**
 * Registers the people of a list. The list a second time changes nothing, so an import that was cut off is simply sent
 * again.
 */
public final class ListImport {
    /** Rows a transaction; between two of them the doors are served. */
    private static final int PORTION = 200;

    private final Store store;
    private final RegistrationIssuer registrationIssuer;
    private final ScanService scanService;

    public ListImport(Store store, RegistrationIssuer registrationIssuer, ScanService scanService) {
        this.store = store;
        this.registrationIssuer = registrationIssuer;
        this.scanService = scanService;
    }

    /**
     * Imports a file.
     *
     * @throws IOException where the sender breaks off; nothing is stored then
     * @throws ProblemException where there is no such event, nothing of the file can be read, or a question about the
     *     whole list is open
     */
    ImportReport run(EventId event, InputStream file, ImportRequest request) throws IOException {
        Setting setting = store.read(handle -> setting(handle, event));
        return new ListReader(setting.terms(), ListLimits.USUAL)
                .read(file, request.list())
                .fold(list -> run(event, setting, list, request), ListImport::refuse);
    }

    private ImportReport run(EventId event, Setting setting, AttendeeList list, ImportRequest request) {
        boolean dryRun = request.dryRun();
        Locale language = request.list().language();
        if (!dryRun) {
            refuseWhereAsked(list.questions());
        }
        RowMerge overlay = new RowMerge(list.columns());
        SeatCheck seatCheck = new SeatCheck(event, setting.sessionTitles(), dryRun);
        RowConflicts objections = new RowConflicts(event, setting.salt(), seatCheck, language);
        ImportCounts importCounts = new ImportCounts(0, 0, 0, list.problems());
        for (List<ImportRow> guests : portions(list.guests())) {
            Portion work = new Portion(event, setting.salt(), overlay, objections, guests);
            importCounts = importCounts.plus(dryRun ? store.read(handle -> foresee(handle, work)) : write(work));
        }
        return new ReportText(language).report(dryRun, list, importCounts);
    }

    /** Nothing is written before a person has said what a column about admission means. */
    private static void refuseWhereAsked(List<ImportQuestion> questions) {
        if (questions.isEmpty()) {
            return;
        }
        ImportQuestion first = questions.get(0);
        int more = questions.size() - 1;
        String parameters = questions.stream().map(ImportQuestion::parameter).collect(Collectors.joining("&"));
        throw ProblemException.of(ProblemKind.UNANSWERED)
                .saying(
                        new Wording(
                                first.text().german() + (more == 0 ? "" : " (Noch " + more + " Fragen wie diese.)"),
                                first.text().english()
                                        + (more == 0 ? "" : " (" + more + " more questions like this.)")),
                        new Wording(
                                "Nichts wurde gespeichert. Bitte an die Adresse anhängen, je eine Möglichkeit: "
                                        + parameters,
                                "Nothing was stored. Append to the address, one option each: " + parameters))
                .at(first.id());
    }

    private static ImportReport refuse(UnreadableList list) {
        boolean tooLarge = list.fault() == UnreadableList.Fault.TOO_LARGE;
        throw ProblemException.of(tooLarge ? ProblemKind.TOO_LARGE : ProblemKind.BAD_FILE)
                .saying(list.reason(), list.remedy());
    }

    private record Setting(EventSalt salt, EventTerms terms) {

        Map<SessionId, Wording> sessionTitles() {
            return terms.sessions().stream()
                    .collect(Collectors.toMap(EventTerms.Session::id, EventTerms.Session::title));
        }
    }

    private record Portion(
            EventId event, EventSalt salt, RowMerge overlay, RowConflicts objections, List<ImportRow> guests) {

        /** What the guest's registration would be. */
        RegistrationFields wanted(ImportRow importRow, Optional<Registration> old) {
            return old.map(Registration::particulars)
                    .map(before -> overlay.over(before, importRow.particulars()))
                    .orElseGet(importRow::particulars);
        }
    }

    private static Setting setting(Handle handle, EventId event) {
        EventSalt salt =
                EventTable.salt(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
        EventDocument document = EventTable.document(handle, event).orElseThrow();
        return new Setting(salt, terms(document));
    }

    private static EventTerms terms(EventDocument document) {
        List<EventTerms.Programme> programmes = document.allProgrammes().stream()
                .map(programme -> new EventTerms.Programme(programme.id(), programme.title()))
                .toList();
        List<EventTerms.Session> sessions = document.allSessions().stream()
                .map(session -> new EventTerms.Session(session.id(), session.title()))
                .toList();
        EventDays days = new EventDays(document.firstDay(), document.end());
        return new EventTerms(document.categories(), programmes, sessions, days);
    }

    private static List<List<ImportRow>> portions(List<AttendeeRow> rows) {
        List<List<ImportRow>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PORTION) {
            List<AttendeeRow> some = rows.subList(from, Math.min(rows.size(), from + PORTION));
            portions.add(some.stream().map(ImportRow::of).toList());
        }
        return portions;
    }

    private ImportCounts write(Portion work) {
        return store.writeAlone(WriteKey.of(work.event()), transaction -> register(transaction, work))
                .toCompletableFuture()
                .join();
    }

    private ImportCounts register(Transaction transaction, Portion work) {
        return work.guests().stream()
                .map(importRow -> register(transaction, work, importRow))
                .reduce(ImportCounts.NONE, ImportCounts::plus);
    }

    private ImportCounts register(Transaction transaction, Portion work, ImportRow importRow) {
        Handle handle = transaction.handle();
        Optional<Registration> old = RegistrationTable.same(handle, work.event(), importRow.sameness());
        RegistrationFields wanted = work.wanted(importRow, old);
        Optional<RowProblem> problem = work.objections().first(handle, importRow, old, wanted);
        if (problem.isPresent()) {
            return ImportCounts.ofProblem(problem.get());
        }
        ImportCounts importCounts = judge(handle, work, importRow, old, wanted);
        RegistrationId id = old.map(Registration::id)
                .orElseGet(() -> registrationIssuer.enrol(transaction, work.event(), importRow.sameness(), wanted));
        old.filter(before -> !wanted.equals(before.particulars()))
                .ifPresent(before -> registrationIssuer.change(transaction, work.event(), before, wanted));
        link(transaction, work, importRow, id);
        return importCounts;
    }

    /** A code of another system may have been scanned before its list came: those scans are this guest's from now on. */
    private void link(Transaction transaction, Portion work, ImportRow importRow, RegistrationId registration) {
        ExternalCode code = importRow.external();
        if (code != null && bringsCode(transaction.handle(), work, importRow)) {
            registrationIssuer.link(transaction, work.event(), registration, code);
            scanService.codeLeadsTo(transaction, work.event(), work.salt().lookupId(code), registration);
        }
    }

    private static ImportCounts foresee(Handle handle, Portion work) {
        return work.guests().stream()
                .map(importRow -> foresee(handle, work, importRow))
                .reduce(ImportCounts.NONE, ImportCounts::plus);
    }

    private static ImportCounts foresee(Handle handle, Portion work, ImportRow importRow) {
        Optional<Registration> old = RegistrationTable.same(handle, work.event(), importRow.sameness());
        RegistrationFields wanted = work.wanted(importRow, old);
        return work.objections()
                .first(handle, importRow, old, wanted)
                .map(ImportCounts::ofProblem)
                .orElseGet(() -> judge(handle, work, importRow, old, wanted));
    }

    private static ImportCounts judge(
            Handle handle, Portion work, ImportRow importRow, Optional<Registration> old, RegistrationFields wanted) {
        if (old.isEmpty()) {
            return ImportCounts.ofAdded();
        }
        boolean same = wanted.equals(old.get().particulars()) && !bringsCode(handle, work, importRow);
        return same ? ImportCounts.ofUnchanged() : ImportCounts.ofUpdated();
    }

    private static boolean bringsCode(Handle handle, Portion work, ImportRow importRow) {
        return importRow.external() != null
                && ExternalCodes.owner(handle, work.event(), work.salt().lookupId(importRow.external()))
                        .isEmpty();
    }
}
