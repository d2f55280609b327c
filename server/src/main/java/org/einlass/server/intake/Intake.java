package org.einlass.server.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.einlass.server.admission.Doorkeeper;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.intake.list.EventDays;
import org.einlass.server.intake.list.EventTerms;
import org.einlass.server.intake.list.GuestList;
import org.einlass.server.intake.list.GuestRow;
import org.einlass.server.intake.list.ListLimits;
import org.einlass.server.intake.list.ListReader;
import org.einlass.server.intake.list.UnreadableList;
import org.einlass.server.programme.EventDocument;
import org.einlass.server.programme.Events;
import org.einlass.server.registration.Enrolment;
import org.einlass.server.registration.ExternalCodes;
import org.einlass.server.registration.Particulars;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.Registrations;
import org.einlass.server.rest.ProblemException;
import org.einlass.server.rest.ProblemKind;
import org.jdbi.v3.core.Handle;

/**
 * Registers the people of a list. The list a second time changes nothing, so an import that was cut off is simply sent
 * again.
 */
public final class Intake {
    /** Rows a transaction; between two of them the doors are served. */
    private static final int PORTION = 200;

    private final Store store;
    private final Enrolment enrolment;
    private final Doorkeeper doorkeeper;

    public Intake(Store store, Enrolment enrolment, Doorkeeper doorkeeper) {
        this.store = store;
        this.enrolment = enrolment;
        this.doorkeeper = doorkeeper;
    }

    /**
     * Imports a file.
     *
     * @param dryRun whether to say only what would happen
     * @param language of the reasons for single rows
     * @throws IOException where the sender breaks off; nothing is stored then
     * @throws ProblemException where there is no such event, or nothing of the file can be read
     */
    ImportReport run(EventId event, InputStream file, boolean dryRun, Locale language) throws IOException {
        Setting setting = store.read(handle -> setting(handle, event));
        return new ListReader(setting.terms(), ListLimits.USUAL)
                .read(file, language)
                .fold(list -> run(event, setting, list, dryRun, language), Intake::refuse);
    }

    private ImportReport run(EventId event, Setting setting, GuestList list, boolean dryRun, Locale language) {
        Overlay overlay = new Overlay(list.columns());
        Seating seating = new Seating(event, setting.sessionTitles(), dryRun);
        Objections objections = new Objections(event, setting.salt(), seating, language);
        Tally tally = new Tally(0, 0, 0, list.problems());
        for (List<Guest> guests : portions(list.guests())) {
            Portion work = new Portion(event, setting.salt(), overlay, objections, guests);
            tally = tally.plus(dryRun ? store.read(handle -> foresee(handle, work)) : write(work));
        }
        List<RowProblem> problems = tally.problems().stream()
                .sorted(Comparator.comparingLong(RowProblem::line))
                .toList();
        return new ImportReport(
                dryRun,
                list.rows(),
                tally.added(),
                tally.updated(),
                tally.unchanged(),
                problems,
                list.ignoredColumns());
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

    private record Portion(EventId event, EventSalt salt, Overlay overlay, Objections objections, List<Guest> guests) {

        /** What the guest's registration would be. */
        Particulars wanted(Guest guest, Optional<Registration> old) {
            return old.map(Registration::particulars)
                    .map(before -> overlay.over(before, guest.particulars()))
                    .orElseGet(guest::particulars);
        }
    }

    private static Setting setting(Handle handle, EventId event) {
        EventSalt salt = Events.salt(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
        EventDocument document = Events.document(handle, event).orElseThrow();
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

    private static List<List<Guest>> portions(List<GuestRow> rows) {
        List<List<Guest>> portions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PORTION) {
            List<GuestRow> some = rows.subList(from, Math.min(rows.size(), from + PORTION));
            portions.add(some.stream().map(Guest::of).toList());
        }
        return portions;
    }

    private Tally write(Portion work) {
        return store.writeAlone(WriteKey.of(work.event()), transaction -> register(transaction, work))
                .toCompletableFuture()
                .join();
    }

    private Tally register(Transaction transaction, Portion work) {
        return work.guests().stream()
                .map(guest -> register(transaction, work, guest))
                .reduce(Tally.NONE, Tally::plus);
    }

    private Tally register(Transaction transaction, Portion work, Guest guest) {
        Handle handle = transaction.handle();
        Optional<Registration> old = Registrations.same(handle, work.event(), guest.sameness());
        Particulars wanted = work.wanted(guest, old);
        Optional<RowProblem> problem = work.objections().first(handle, guest, old, wanted);
        if (problem.isPresent()) {
            return Tally.ofProblem(problem.get());
        }
        Tally tally = judge(handle, work, guest, old, wanted);
        RegistrationId id = old.map(Registration::id)
                .orElseGet(() -> enrolment.enrol(transaction, work.event(), guest.sameness(), wanted));
        old.filter(before -> !wanted.equals(before.particulars()))
                .ifPresent(before -> enrolment.change(transaction, work.event(), before, wanted));
        link(transaction, work, guest, id);
        return tally;
    }

    /** A code of another system may have been scanned before its list came: those scans are this guest's from now on. */
    private void link(Transaction transaction, Portion work, Guest guest, RegistrationId registration) {
        ExternalCode code = guest.external();
        if (code != null && bringsCode(transaction.handle(), work, guest)) {
            enrolment.link(transaction, work.event(), registration, code);
            doorkeeper.codeLeadsTo(transaction, work.event(), work.salt().lookupId(code), registration);
        }
    }

    private static Tally foresee(Handle handle, Portion work) {
        return work.guests().stream().map(guest -> foresee(handle, work, guest)).reduce(Tally.NONE, Tally::plus);
    }

    private static Tally foresee(Handle handle, Portion work, Guest guest) {
        Optional<Registration> old = Registrations.same(handle, work.event(), guest.sameness());
        Particulars wanted = work.wanted(guest, old);
        return work.objections()
                .first(handle, guest, old, wanted)
                .map(Tally::ofProblem)
                .orElseGet(() -> judge(handle, work, guest, old, wanted));
    }

    private static Tally judge(
            Handle handle, Portion work, Guest guest, Optional<Registration> old, Particulars wanted) {
        if (old.isEmpty()) {
            return Tally.ofAdded();
        }
        boolean same = wanted.equals(old.get().particulars()) && !bringsCode(handle, work, guest);
        return same ? Tally.ofUnchanged() : Tally.ofUpdated();
    }

    private static boolean bringsCode(Handle handle, Portion work, Guest guest) {
        return guest.external() != null
                && ExternalCodes.owner(handle, work.event(), work.salt().lookupId(guest.external()))
                        .isEmpty();
    }
}
