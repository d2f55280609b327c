package org.einlass.server.registration.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.grade.GuessableCodes;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.KnownPerson;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.RegistrationTable;
import org.einlass.server.registration.imports.list.AttendeeList;
import org.einlass.server.registration.imports.list.EventDays;
import org.einlass.server.registration.imports.list.EventTerms;
import org.einlass.server.registration.imports.list.ListLimits;
import org.einlass.server.registration.imports.list.ListReader;
import org.einlass.server.registration.imports.list.UnreadableList;
import org.einlass.server.registration.imports.person.PersonMatching;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.einlass.server.registration.imports.question.ImportQuestion;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.jdbi.v3.core.Handle;

/**
 * Registers the people of a list, slice by slice ({@link ImportWriter}). An import that fails is taken back before
 * the failure is told; one that ended with the server is taken back by its next start. So what was not answered
 * with a report is not there, and is simply sent again.
 */
public final class ImportService {
    /** Rows that a trial looks up together. */
    private static final int PORTION = 500;

    /** A list that names two of three people of one of the last imports is that list, with other headings. */
    private static final int NEWEST = 3;

    private static final int THREE = 3;

    private final Store store;
    private final RegistrationIssuer registrationIssuer;
    private final Clock clock;
    private final RandomGenerator chance;
    private final ImportUndo importUndo;

    /** @param chance must be a {@link java.security.SecureRandom} outside tests */
    public ImportService(
            Store store,
            RegistrationIssuer registrationIssuer,
            ImportUndo importUndo,
            Clock clock,
            RandomGenerator chance) {
        this.store = store;
        this.registrationIssuer = registrationIssuer;
        this.importUndo = importUndo;
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
        if (!request.dryRun()) {
            refuseBeside(event);
        }
        return new ListReader(setting.terms(), ListLimits.USUAL)
                .read(file, request.list().with(setting.profiles()))
                .fold(list -> run(event, setting, list, request), ImportService::refuse);
    }

    /** Before anything is read of the list: its first slice may come minutes later, and asks again. */
    public void refuseBeside(EventId event) {
        store.read(handle -> {
            ImportStates.refuseBeside(handle, event);
            return event;
        });
    }

    private ImportReport run(EventId event, Setting setting, AttendeeList list, ImportRequest request) {
        boolean dryRun = request.dryRun();
        Locale language = request.list().language();
        ImportAnswers answers = request.list().answers();
        if (!dryRun) {
            refuseWhereAsked(list.questions());
        }
        List<ImportRow> rows = list.guests().stream()
                .map(row -> ImportRow.of(row, setting.salt()))
                .toList();
        List<ExternalCode> codes = rows.stream()
                .map(ImportRow::external)
                .flatMap(Stream::ofNullable)
                .toList();
        List<ExternalCode> there =
                store.read(handle -> registrationIssuer.countedUp().alike(handle, event, codes));
        GuessableCodes guessable = GuessableCodes.among(codes, there);
        List<KnownPerson> known = store.read(handle -> RegistrationTable.known(handle, event));
        String source = list.preview().headings();
        Set<RegistrationId> before = new HashSet<>(store.read(handle -> ImportTable.newestOf(handle, event, source)));
        PersonMatching people = new PersonMatching(known, answers, before);
        people.find(rows.stream().map(ImportRow::person).toList());
        MissingPeople missing = new MissingPeople(missing(event, before, known, people), answers);
        SeatCheck seatCheck = new SeatCheck(event, setting.sessionTitles(), dryRun);
        ImportBatch.ImportContext context = new ImportBatch.ImportContext(
                event,
                TimeOrderedUuid.next(clock.instant(), chance).toString(),
                source,
                new RowMerge(list.columns()),
                new RowConflicts(seatCheck, language),
                seatCheck,
                guessable,
                people,
                known.stream().collect(Collectors.toMap(KnownPerson::id, Function.identity())),
                known.stream()
                        .flatMap(one -> Stream.ofNullable(one.mergedInto()))
                        .collect(Collectors.toUnmodifiableSet()),
                rows.size() + missing.cancelled().size());
        List<ImportCounts> counts = new ArrayList<>(List.of(new ImportCounts(0, 0, 0, list.asked(), list.problems())));
        counts.addAll(dryRun ? foresee(context, rows) : write(context, rows, missing, there, answers.aboutColumns()));
        ImportCounts importCounts = ImportCounts.sum(counts);
        int done = importCounts.added() + importCounts.updated() + importCounts.unchanged();
        boolean wrote = !dryRun && (done > 0 || !missing.cancelled().isEmpty());
        String id = wrote ? context.importId() : null;
        return new ReportText(language).report(list, importCounts, people, missing, guessable, dryRun, id);
    }

    private List<ImportCounts> foresee(ImportBatch.ImportContext context, List<ImportRow> rows) {
        return portions(rows).stream()
                .map(portion -> store.read(new ImportBatch(context, portion)::foresee))
                .toList();
    }

    /** Writes the rows, and keeps what was answered for the next list of the same export. */
    private List<ImportCounts> write(
            ImportBatch.ImportContext context,
            List<ImportRow> rows,
            MissingPeople missing,
            List<ExternalCode> there,
            ImportAnswers answers) {
        List<RegistrationId> cancelled =
                missing.cancelled().stream().map(KnownPerson::id).toList();
        if (rows.isEmpty() && cancelled.isEmpty() && answers.isEmpty()) {
            return List.of();
        }
        return importUndo.working(context.importId(), () -> {
            try {
                return new ImportWriter(store, registrationIssuer, clock, context)
                        .write(rows, cancelled, transaction -> {
                            keep(transaction, context, answers);
                            mark(transaction, context, there);
                        });
            } catch (RuntimeException failed) {
                takeBack(context, failed);
                throw failed;
            }
        });
    }

    /** What a list shows of codes that came earlier. */
    private void mark(Transaction transaction, ImportBatch.ImportContext context, List<ExternalCode> there) {
        List<ExternalCode> guessable =
                there.stream().filter(context.guessable()::contains).toList();
        registrationIssuer.countedUp().mark(transaction, context.event(), guessable);
    }

    /** Where that fails too, whoever looks for cut off imports does it later. */
    private void takeBack(ImportBatch.ImportContext context, RuntimeException failed) {
        try {
            importUndo.cutOff(context.event(), context.importId());
        } catch (RuntimeException later) {
            failed.addSuppressed(later);
        }
    }

    private void keep(Transaction transaction, ImportBatch.ImportContext context, ImportAnswers answers) {
        if (answers.isEmpty()) {
            return;
        }
        EventId event = context.event();
        ImportAnswers all = answers.over(
                ImportProfileTable.all(transaction.handle(), event).getOrDefault(context.source(), ImportAnswers.NONE));
        ImportProfileTable.put(transaction.handle(), event, context.source(), all, clock.instant());
    }

    /**
     * People of the same list's import before whom it does not name any more; they stay until somebody
     * cancels them. Whoever is represented is not missed: a substitute has the place. A list that got another
     * column is the same one still: it names most of the people of the import before.
     */
    private List<KnownPerson> missing(
            EventId event, Set<RegistrationId> sameExport, List<KnownPerson> known, PersonMatching people) {
        Set<RegistrationId> before = sameExport.isEmpty() ? sameList(event, people) : sameExport;
        return known.stream()
                .filter(one -> one.mergedInto() == null)
                .filter(one -> before.contains(one.id()) && !people.isNamed(one.id()))
                .filter(one ->
                        one.status() != RegistrationStatus.CANCELLED && one.status() != RegistrationStatus.REPRESENTED)
                .toList();
    }

    /** People of an import that this list seems to repeat; nobody where there is none. */
    private Set<RegistrationId> sameList(EventId event, PersonMatching people) {
        return store.read(handle -> ImportTable.newest(handle, event, NEWEST)).stream()
                .filter(one -> one.size() > 1
                        && THREE * one.stream().filter(people::isNamed).count() >= 2L * one.size())
                .findFirst()
                .map(Set::copyOf)
                .orElse(Set.of());
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

    private record Setting(EventSalt salt, EventTerms terms, Map<String, ImportAnswers> profiles) {

        Map<SessionId, Wording> sessionTitles() {
            return terms.sessions().stream()
                    .collect(Collectors.toMap(EventTerms.Session::id, EventTerms.Session::title));
        }
    }

    private static Setting setting(Handle handle, EventId event) {
        EventSalt salt =
                EventTable.salt(handle, event).orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        EventDocument document = EventTable.document(handle, event).orElseThrow();
        return new Setting(salt, terms(document), ImportProfileTable.all(handle, event));
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
}
