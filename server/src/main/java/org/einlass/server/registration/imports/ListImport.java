package org.einlass.server.registration.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.ImportReport;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.ExternalCodes;
import org.einlass.server.registration.ImportKey;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.list.AttendeeList;
import org.einlass.server.registration.imports.list.EventDays;
import org.einlass.server.registration.imports.list.EventTerms;
import org.einlass.server.registration.imports.list.ListLimits;
import org.einlass.server.registration.imports.list.ListReader;
import org.einlass.server.registration.imports.list.UnreadableList;
import org.einlass.server.registration.imports.person.ListedPerson;
import org.einlass.server.registration.imports.person.PersonMatch;
import org.einlass.server.registration.imports.person.PersonMatching;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Registers the people of a list. The list a second time changes nothing, so an import that was cut off is simply sent
 * again.
 */
public final class ListImport {
    /** Rows a transaction; between two of them the doors are served. */
    private static final int PORTION = 200;

    private final Store store;
    private final RegistrationIssuer registrationIssuer;
    private final Clock clock;
    private final RandomGenerator chance;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public ListImport(Store store, RegistrationIssuer registrationIssuer, Clock clock, RandomGenerator chance) {
        this.store = store;
        this.registrationIssuer = registrationIssuer;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Imports a file.
     *
     * @throws IOException where the sender breaks off; nothing is stored then
     * @throws Rejected where there is no such event, nothing of the file can be read, or a question about the
     *     whole list is open
     */
    public ImportReport run(EventId event, InputStream file, ImportRequest request) throws IOException {
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
        List<ImportRow> rows = list.guests().stream()
                .map(row -> ImportRow.of(row, setting.salt()))
                .toList();
        List<KnownPerson> known = store.read(handle -> RegistrationTable.known(handle, event));
        PersonMatching people = new PersonMatching(known, request.list().answers());
        people.find(rows.stream().map(ImportRow::person).toList());
        List<KnownPerson> missing = missing(event, list.preview().headings(), known, people);
        RowMerge overlay = new RowMerge(list.columns());
        SeatCheck seatCheck = new SeatCheck(event, setting.sessionTitles(), dryRun);
        RowConflicts objections = new RowConflicts(event, setting.salt(), seatCheck, language);
        String id = TimeOrderedUuid.next(clock.instant(), chance).toString();
        ImportCounts importCounts = new ImportCounts(0, 0, 0, list.asked(), list.problems());
        for (List<ImportRow> portion : portions(rows)) {
            Portion work = new Portion(
                    event, setting.salt(), id, list.preview().headings(), overlay, objections, people, portion);
            importCounts = importCounts.plus(dryRun ? store.read(handle -> foresee(handle, work)) : write(work));
        }
        boolean wrote = !dryRun && importCounts.added() + importCounts.updated() + importCounts.unchanged() > 0;
        return new ReportText(language).report(list, importCounts, people, missing, dryRun, wrote ? id : null);
    }

    /** People of the same list's import before whom it does not name any more; they stay until somebody cancels them. */
    private List<KnownPerson> missing(EventId event, String source, List<KnownPerson> known, PersonMatching people) {
        Set<RegistrationId> before = new HashSet<>(store.read(handle -> ImportTable.newestOf(handle, event, source)));
        return known.stream()
                .filter(one -> before.contains(one.id()) && !people.isNamed(one.id()))
                .filter(one -> one.status() != RegistrationStatus.CANCELLED)
                .toList();
    }

    /** Nothing is written before a person has said what a column about admission means. */
    private static void refuseWhereAsked(List<ImportQuestion> questions) {
        if (questions.isEmpty()) {
            return;
        }
        ImportQuestion first = questions.get(0);
        int more = questions.size() - 1;
        String parameters = questions.stream().map(ImportQuestion::parameter).collect(Collectors.joining("&"));
        throw Rejected.because(RejectionReason.UNANSWERED)
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
        throw Rejected.because(tooLarge ? RejectionReason.TOO_LARGE : RejectionReason.BAD_FILE)
                .saying(list.reason(), list.remedy());
    }

    private record Setting(EventSalt salt, EventTerms terms) {

        Map<SessionId, Wording> sessionTitles() {
            return terms.sessions().stream()
                    .collect(Collectors.toMap(EventTerms.Session::id, EventTerms.Session::title));
        }
    }

    private record Portion(
            EventId event,
            EventSalt salt,
            String importId,
            String source,
            RowMerge overlay,
            RowConflicts objections,
            PersonMatching people,
            List<ImportRow> rows) {

        /** What the guest's registration would be. */
        RegistrationFields wanted(ImportRow importRow, Optional<Registration> old) {
            return old.map(Registration::particulars)
                    .map(before -> overlay.over(
                            before, importRow.particulars(), importRow.person().unnamed()))
                    .orElseGet(importRow::particulars);
        }
    }

    /** A row as it is decided: whose it is, without the ticket code where that stays where it leads. */
    private record Decided(ImportRow row, Optional<Registration> old) {}

    private static Setting setting(Handle handle, EventId event) {
        EventSalt salt =
                EventTable.salt(handle, event).orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
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

    private static List<List<ImportRow>> portions(List<ImportRow> rows) {
        List<List<ImportRow>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PORTION) {
            portions.add(rows.subList(from, Math.min(rows.size(), from + PORTION)));
        }
        return portions;
    }

    private ImportCounts write(Portion work) {
        AuditTrail trail = AuditTrail.of(AuditAction.LIST_IMPORTED, work.event().text());
        return store.writeAlone(WriteKey.of(work.event()), transaction -> register(transaction, work, trail))
                .toCompletableFuture()
                .join();
    }

    private ImportCounts register(Transaction transaction, Portion work, AuditTrail trail) {
        boolean first =
                ImportTable.begin(transaction.handle(), work.event(), work.importId(), work.source(), clock.instant());
        if (first) {
            trail.add(transaction, work.importId(), clock.instant());
        }
        List<ImportTable.Row> done = new ArrayList<>();
        ImportCounts counts = work.rows().stream()
                .map(importRow -> register(transaction, work, importRow, done))
                .reduce(ImportCounts.NONE, ImportCounts::plus);
        ImportTable.add(transaction.handle(), work.event(), work.importId(), done);
        return counts;
    }

    private ImportCounts register(
            Transaction transaction, Portion work, ImportRow importRow, List<ImportTable.Row> done) {
        Handle handle = transaction.handle();
        Optional<Decided> decided = decide(handle, work, importRow);
        if (decided.isEmpty()) {
            return ImportCounts.ofAsked();
        }
        ImportRow row = decided.get().row();
        Optional<Registration> old = decided.get().old();
        RegistrationFields wanted = work.wanted(row, old);
        Optional<RowProblem> problem = work.objections().first(handle, row, old, wanted);
        if (problem.isPresent()) {
            return ImportCounts.ofProblem(problem.get());
        }
        ImportTable.Effect effect = judge(handle, work, row, old, wanted);
        RegistrationId id = old.map(Registration::id)
                .orElseGet(() -> registrationIssuer.enrol(transaction, work.event(), row.sameness(), wanted));
        Optional<RegistrationFields> before =
                old.map(Registration::particulars).filter(fields -> !wanted.equals(fields));
        if (before.isPresent()) {
            registrationIssuer.change(transaction, work.event(), old.get(), wanted);
        }
        identify(handle, work, row, id, old);
        String linked = link(transaction, work, row, id);
        long version = RegistrationTable.version(handle, work.event(), id);
        done.add(new ImportTable.Row(id, effect, version, before.orElse(null), linked));
        return ImportCounts.of(effect);
    }

    /** By what else the next list will know them. */
    private static void identify(
            Handle handle, Portion work, ImportRow row, RegistrationId id, Optional<Registration> old) {
        ListedPerson person = row.person();
        if (!person.mail().isEmpty() || !person.orderPosition().isEmpty()) {
            RegistrationTable.identify(handle, work.event(), id, person.mail(), person.orderPosition());
        }
        if (person.ownKey() != null && old.isPresent() && old.get().ownKey() == null) {
            RegistrationTable.name(handle, work.event(), id, person.ownKey());
        }
    }

    /**
     * A code of another system may have been scanned before its list came: those scans are this guest's from now on.
     *
     * @return the code's look-up id, where it was new
     */
    private @Nullable String link(
            Transaction transaction, Portion work, ImportRow importRow, RegistrationId registration) {
        ExternalCode code = importRow.external();
        if (code == null || !bringsCode(transaction.handle(), work, importRow)) {
            return null;
        }
        LookupId lookup = work.salt().lookupId(code);
        registrationIssuer.link(transaction, work.event(), registration, code);
        return lookup.hex();
    }

    private static ImportCounts foresee(Handle handle, Portion work) {
        return work.rows().stream()
                .map(importRow -> foresee(handle, work, importRow))
                .reduce(ImportCounts.NONE, ImportCounts::plus);
    }

    private static ImportCounts foresee(Handle handle, Portion work, ImportRow importRow) {
        Optional<Decided> decided = decide(handle, work, importRow);
        if (decided.isEmpty()) {
            return ImportCounts.ofAsked();
        }
        ImportRow row = decided.get().row();
        Optional<Registration> old = decided.get().old();
        RegistrationFields wanted = work.wanted(row, old);
        return work.objections()
                .first(handle, row, old, wanted)
                .map(ImportCounts::ofProblem)
                .orElseGet(() -> ImportCounts.of(judge(handle, work, row, old, wanted)));
    }

    /** Empty where a person has to say first who the row is. */
    private static Optional<Decided> decide(Handle handle, Portion work, ImportRow row) {
        PersonMatch match = work.people().match(row.line());
        if (match instanceof PersonMatch.Known known) {
            return Optional.of(new Decided(
                    known.keepsCode() ? row.withoutCode() : row,
                    RegistrationTable.find(handle, work.event(), known.registration())));
        }
        boolean keyed = row.sameness().kind() == ImportKey.Kind.OWN_KEY;
        return match instanceof PersonMatch.Asked
                ? Optional.empty()
                : Optional.of(new Decided(
                        row,
                        keyed
                                ? RegistrationTable.same(handle, work.event(), row.sameness())
                                : Optional.<Registration>empty()));
    }

    private static ImportTable.Effect judge(
            Handle handle, Portion work, ImportRow importRow, Optional<Registration> old, RegistrationFields wanted) {
        if (old.isEmpty()) {
            return ImportTable.Effect.ADDED;
        }
        boolean same = wanted.equals(old.get().particulars()) && !bringsCode(handle, work, importRow);
        return same ? ImportTable.Effect.SAME : ImportTable.Effect.CHANGED;
    }

    private static boolean bringsCode(Handle handle, Portion work, ImportRow importRow) {
        return importRow.external() != null
                && ExternalCodes.owner(handle, work.event(), work.salt().lookupId(importRow.external()))
                        .isEmpty();
    }
}
