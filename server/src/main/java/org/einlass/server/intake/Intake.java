package org.einlass.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
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

    public Intake(Store store, Enrolment enrolment) {
        this.store = store;
        this.enrolment = enrolment;
    }

    /**
     * Imports a file.
     *
     * @param dryRun whether to say only what would happen
     * @throws UnreadableFileException where nothing of the file can be read
     */
    Tally run(EventId event, byte[] file, boolean dryRun) {
        Setting setting = store.read(handle -> setting(handle, event));
        RegistrationList list = RegistrationList.read(file);
        Candidates candidates = new Candidates(list, setting.words());
        Overlay overlay = new Overlay(list.headings().known());
        Tally tally = Tally.ofFaults(candidates.faults());
        for (List<Candidate> portion : portions(candidates.accepted())) {
            Portion work = new Portion(event, setting.salt(), overlay, list.headings(), portion);
            tally = tally.plus(dryRun ? store.read(handle -> foresee(handle, work)) : write(work));
        }
        return tally;
    }

    private record Setting(EventSalt salt, EventWords words) {}

    private record Portion(
            EventId event, EventSalt salt, Overlay overlay, Headings headings, List<Candidate> candidates) {}

    private static Setting setting(Handle handle, EventId event) {
        EventSalt salt = Events.salt(handle, event).orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_EVENT));
        List<ProgrammeTitle> programmes = Events.programmes(handle, event).stream()
                .map(programme -> new ProgrammeTitle(programme.id(), programme.title()))
                .toList();
        return new Setting(salt, new EventWords(Events.categories(handle, event), programmes));
    }

    private static List<List<Candidate>> portions(List<Candidate> all) {
        List<List<Candidate>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
        return portions;
    }

    private Tally write(Portion work) {
        return store.writeAlone(WriteKey.of(work.event()), transaction -> register(transaction, work))
                .toCompletableFuture()
                .join();
    }

    private Tally register(Transaction transaction, Portion work) {
        return work.candidates().stream()
                .map(candidate -> register(transaction, work, candidate))
                .reduce(Tally.NONE, Tally::plus);
    }

    private Tally register(Transaction transaction, Portion work, Candidate candidate) {
        Optional<RowFault> fault = foreignCode(transaction.handle(), work, candidate);
        if (fault.isPresent()) {
            return Tally.ofFaults(List.of(fault.get()));
        }
        Optional<Registration> old = old(transaction.handle(), work, candidate);
        if (old.isEmpty()) {
            var id = enrolment.enrol(transaction, work.event(), candidate.sameness(), candidate.particulars());
            link(transaction, work, candidate, id);
            return Tally.ofAdded();
        }
        Tally tally = judge(transaction.handle(), work, candidate, old.get());
        Particulars changed = work.overlay().over(old.get().particulars(), candidate.particulars());
        if (!changed.equals(old.get().particulars())) {
            enrolment.change(transaction, work.event(), old.get(), changed);
        }
        link(transaction, work, candidate, old.get().id());
        return tally;
    }

    private void link(Transaction transaction, Portion work, Candidate candidate, RegistrationId registration) {
        ExternalCode code = candidate.external();
        if (code != null && bringsCode(transaction.handle(), work, candidate)) {
            enrolment.link(transaction, work.event(), registration, code);
        }
    }

    private static Tally foresee(Handle handle, Portion work) {
        return work.candidates().stream()
                .map(candidate -> foresee(handle, work, candidate))
                .reduce(Tally.NONE, Tally::plus);
    }

    private static Tally foresee(Handle handle, Portion work, Candidate candidate) {
        return foreignCode(handle, work, candidate)
                .map(fault -> Tally.ofFaults(List.of(fault)))
                .orElseGet(() -> old(handle, work, candidate)
                        .map(old -> judge(handle, work, candidate, old))
                        .orElseGet(Tally::ofAdded));
    }

    private static Optional<Registration> old(Handle handle, Portion work, Candidate candidate) {
        return Registrations.same(handle, work.event(), candidate.sameness());
    }

    private static Tally judge(Handle handle, Portion work, Candidate candidate, Registration old) {
        Particulars changed = work.overlay().over(old.particulars(), candidate.particulars());
        boolean same = changed.equals(old.particulars()) && !bringsCode(handle, work, candidate);
        return same ? Tally.ofUnchanged() : Tally.ofUpdated();
    }

    private static boolean bringsCode(Handle handle, Portion work, Candidate candidate) {
        return candidate.external() != null
                && ExternalCodes.owner(handle, work.event(), work.salt().lookupId(candidate.external()))
                        .isEmpty();
    }

    /** A code that leads to somebody else already. */
    private static Optional<RowFault> foreignCode(Handle handle, Portion work, Candidate candidate) {
        if (candidate.external() == null) {
            return Optional.empty();
        }
        var old = old(handle, work, candidate).map(Registration::id);
        return ExternalCodes.owner(handle, work.event(), work.salt().lookupId(candidate.external()))
                .filter(owner -> !old.equals(Optional.of(owner)))
                .map(owner -> new RowFault(
                        candidate.line(),
                        work.headings().textOf(Column.EXTERNAL_CODE),
                        new Wording(
                                "Dieser Code gehört schon zu einer anderen Anmeldung.",
                                "This code belongs to another registration already."),
                        new Wording("Bitte jedem einen eigenen Code geben.", "Give each one a code of their own.")));
    }
}
