package org.einlass.server.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.intake.list.Column;
import org.einlass.server.intake.list.EventTerms;
import org.einlass.server.intake.list.GuestList;
import org.einlass.server.intake.list.GuestRow;
import org.einlass.server.intake.list.ListLimits;
import org.einlass.server.intake.list.ListReader;
import org.einlass.server.intake.list.UnreadableList;
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

    private static final Wording CODE_OF_ANOTHER = new Wording(
            "Dieser Ticketcode gehört schon zu einer anderen Anmeldung.",
            "This ticket code belongs to another registration already.");
    private static final Wording ONE_CODE_EACH =
            new Wording("Bitte jeder Person einen eigenen Code geben.", "Give each person a code of their own.");

    private final Store store;
    private final Enrolment enrolment;

    public Intake(Store store, Enrolment enrolment) {
        this.store = store;
        this.enrolment = enrolment;
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
                .fold(list -> run(event, setting.salt(), list, dryRun, language), Intake::refuse);
    }

    private ImportReport run(EventId event, EventSalt salt, GuestList list, boolean dryRun, Locale language) {
        Overlay overlay = new Overlay(list.columns());
        Tally tally = new Tally(0, 0, 0, list.problems());
        for (List<Guest> guests : portions(list.guests())) {
            Portion work = new Portion(event, salt, overlay, guests, language);
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

    private record Setting(EventSalt salt, EventTerms terms) {}

    private record Portion(EventId event, EventSalt salt, Overlay overlay, List<Guest> guests, Locale language) {}

    private static Setting setting(Handle handle, EventId event) {
        EventSalt salt = Events.salt(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
        List<EventTerms.Programme> programmes = Events.programmes(handle, event).stream()
                .map(programme -> new EventTerms.Programme(programme.id(), programme.title()))
                .toList();
        return new Setting(salt, new EventTerms(Events.categories(handle, event), programmes));
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
        Optional<RowProblem> problem = foreignCode(transaction.handle(), work, guest);
        if (problem.isPresent()) {
            return Tally.ofProblem(problem.get());
        }
        Optional<Registration> old = old(transaction.handle(), work, guest);
        if (old.isEmpty()) {
            var id = enrolment.enrol(transaction, work.event(), guest.sameness(), guest.particulars());
            link(transaction, work, guest, id);
            return Tally.ofAdded();
        }
        Tally tally = judge(transaction.handle(), work, guest, old.get());
        Particulars changed = work.overlay().over(old.get().particulars(), guest.particulars());
        if (!changed.equals(old.get().particulars())) {
            enrolment.change(transaction, work.event(), old.get(), changed);
        }
        link(transaction, work, guest, old.get().id());
        return tally;
    }

    private void link(Transaction transaction, Portion work, Guest guest, RegistrationId registration) {
        ExternalCode code = guest.external();
        if (code != null && bringsCode(transaction.handle(), work, guest)) {
            enrolment.link(transaction, work.event(), registration, code);
        }
    }

    private static Tally foresee(Handle handle, Portion work) {
        return work.guests().stream().map(guest -> foresee(handle, work, guest)).reduce(Tally.NONE, Tally::plus);
    }

    private static Tally foresee(Handle handle, Portion work, Guest guest) {
        return foreignCode(handle, work, guest)
                .map(Tally::ofProblem)
                .orElseGet(() -> old(handle, work, guest)
                        .map(old -> judge(handle, work, guest, old))
                        .orElseGet(Tally::ofAdded));
    }

    private static Optional<Registration> old(Handle handle, Portion work, Guest guest) {
        return Registrations.same(handle, work.event(), guest.sameness());
    }

    private static Tally judge(Handle handle, Portion work, Guest guest, Registration old) {
        Particulars changed = work.overlay().over(old.particulars(), guest.particulars());
        boolean same = changed.equals(old.particulars()) && !bringsCode(handle, work, guest);
        return same ? Tally.ofUnchanged() : Tally.ofUpdated();
    }

    private static boolean bringsCode(Handle handle, Portion work, Guest guest) {
        return guest.external() != null
                && ExternalCodes.owner(handle, work.event(), work.salt().lookupId(guest.external()))
                        .isEmpty();
    }

    /** A code that leads to somebody else already. */
    private static Optional<RowProblem> foreignCode(Handle handle, Portion work, Guest guest) {
        if (guest.external() == null) {
            return Optional.empty();
        }
        var old = old(handle, work, guest).map(Registration::id);
        return ExternalCodes.owner(handle, work.event(), work.salt().lookupId(guest.external()))
                .filter(owner -> !old.equals(Optional.of(owner)))
                .map(owner -> new RowProblem(
                        guest.line(),
                        Column.TICKET_CODE.words().in(work.language()),
                        CODE_OF_ANOTHER.in(work.language()),
                        ONE_CODE_EACH.in(work.language())));
    }
}
