package org.einlass.server.registration.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.imports.list.KnownHeading;
import org.jdbi.v3.core.Handle;

/** What stands against a row that was read well, for what is registered already. */
final class RowConflicts {
    private static final Wording CODE_OF_ANOTHER = new Wording(
            "Dieser Ticketcode gehört schon zu einer anderen Anmeldung.",
            "This ticket code belongs to another registration already.");
    private static final Wording ONE_CODE_EACH =
            new Wording("Bitte jeder Person einen eigenen Code geben.", "Give each person a code of their own.");
    private static final Wording OTHER_SESSION = new Wording(
            "Bitte eine andere Session buchen, eine Buchung streichen oder mehr Plätze vorsehen.",
            "Book another session, cancel a booking, or plan more seats.");

    private static final Wording MERGED = new Wording(
            "Diese Anmeldung wurde mit einer anderen zusammengeführt; deren Plätze gelten.",
            "This registration was merged into another one, whose seats hold.");
    private static final Wording BOOK_THERE = new Wording(
            "Bitte die neuen Plätze bei der verbliebenen Anmeldung buchen oder die beiden trennen.",
            "Book the new seats for the registration that remained, or split the two.");

    private final SeatCheck seatCheck;
    private final Locale language;

    RowConflicts(SeatCheck seatCheck, Locale language) {
        this.seatCheck = seatCheck;
        this.language = language;
    }

    /**
     * The first objection; where there is none, the seats that the row books are taken.
     *
     * @param owner to whom the row's code leads today; empty where it may be moved
     */
    Optional<RowProblem> first(
            Handle handle,
            ImportRow importRow,
            Optional<Registration> old,
            Optional<RegistrationId> owner,
            RegistrationFields wanted) {
        return foreignCode(importRow, old, owner).or(() -> bookedOut(handle, importRow, old, wanted));
    }

    /** A code that leads to somebody else already. */
    private Optional<RowProblem> foreignCode(
            ImportRow importRow, Optional<Registration> old, Optional<RegistrationId> owner) {
        return owner.isEmpty() || old.map(Registration::id).equals(owner)
                ? Optional.empty()
                : Optional.of(problem(importRow, KnownHeading.TICKET_CODE, CODE_OF_ANOTHER, ONE_CODE_EACH));
    }

    private Optional<RowProblem> bookedOut(
            Handle handle, ImportRow importRow, Optional<Registration> old, RegistrationFields wanted) {
        return seatCheck
                .full(handle, old.map(one -> one.particulars().seats()).orElse(Set.of()), wanted.seats())
                .map(title -> problem(importRow, KnownHeading.BOOKINGS, bookedOut(title), OTHER_SESSION));
    }

    /** What a row books beyond the seats of the registration into which somebody merged its person. */
    RowProblem lostSeats(ImportRow importRow) {
        return problem(importRow, KnownHeading.BOOKINGS, MERGED, BOOK_THERE);
    }

    private static Wording bookedOut(Wording title) {
        return new Wording(
                "Die Session „" + title.german() + "“ ist ausgebucht.",
                "The session \"" + title.english() + "\" is booked out.");
    }

    private RowProblem problem(ImportRow importRow, KnownHeading heading, Wording reason, Wording remedy) {
        return new RowProblem(importRow.line(), heading.words().in(language), reason.in(language), remedy.in(language));
    }
}
