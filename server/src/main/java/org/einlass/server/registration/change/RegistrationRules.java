package org.einlass.server.registration.change;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.event.EventDocument;
import org.einlass.server.registration.RegistrationFields;
import org.einlass.server.registration.imports.SeatCheck;
import org.einlass.server.rejection.Rejected;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whether what somebody wants of a registration fits the event. */
final class RegistrationRules {
    private final EventDocument document;
    private final @Nullable SeatCheck foreseen;

    private RegistrationRules(EventDocument document, @Nullable SeatCheck foreseen) {
        this.document = document;
        this.foreseen = foreseen;
    }

    /** For several registrations before any of them is written: the seats of each are taken for the next. */
    static RegistrationRules foreseeing(EventId event, EventDocument document) {
        return new RegistrationRules(document, new SeatCheck(event, sessions(document), true));
    }

    static RegistrationRules of(EventDocument document) {
        return new RegistrationRules(document, null);
    }

    /**
     * Takes the seats that the registration books anew.
     *
     * @param before what stood there; empty for a new registration
     * @throws Rejected with the field that does not fit
     */
    void check(Handle handle, EventId event, Optional<RegistrationFields> before, RegistrationFields wanted) {
        boolean represented = wanted.status() == RegistrationStatus.REPRESENTED
                && before.filter(old -> old.status() == wanted.status()).isEmpty();
        if (represented) {
            throw Rejected.badValue(
                    new Wording(
                            "Vertreten ist nur, wer eine Vertretung hat.",
                            "Only somebody with a substitute is represented."),
                    new Wording("Bitte eine Vertretung anlegen.", "Make a substitution."),
                    "status");
        }
        boolean ended = wanted.status() != RegistrationStatus.REPRESENTED
                && before.filter(old -> old.status() == RegistrationStatus.REPRESENTED)
                        .isPresent();
        if (ended) {
            throw Rejected.badValue(
                    new Wording(
                            "Den Platz dieser Person hat ihre Vertretung.",
                            "This person's place is held by their substitute."),
                    new Wording("Bitte die Vertretung zurücknehmen.", "Undo the substitution instead."),
                    "status");
        }
        if (before.filter(old -> old.attendee().equals(wanted.attendee())).isEmpty()) {
            checkNamed(wanted.attendee());
        }
        DetailRules.check(wanted.details());
        if (document.categories().stream().noneMatch(one -> one.id().equals(wanted.category()))) {
            throw unknown("category");
        }
        if (!document.allProgrammes().stream()
                .map(one -> one.id())
                .collect(Collectors.toSet())
                .containsAll(wanted.programmes())) {
            throw unknown("programmes");
        }
        if (wanted.days().stream().anyMatch(this::isOutside)) {
            throw unknown("days");
        }
        Map<SessionId, Wording> sessions = sessions(document);
        if (!sessions.keySet().containsAll(wanted.bookings())) {
            throw unknown("bookings");
        }
        Set<SessionId> held = before.map(RegistrationFields::seats).orElse(Set.of());
        (foreseen == null ? new SeatCheck(event, sessions, false) : foreseen)
                .full(handle, held, wanted.seats())
                .ifPresent(RegistrationRules::refuseFull);
    }

    /** A walk-in, a correction or a substitution names somebody, and answers in words that are known here. */
    static void checkNamed(Attendee attendee) {
        if (!PhotoConsent.isText(attendee.photographs())) {
            throw Rejected.badValue(
                    new Wording(
                            "Die Antwort zu Fotos ist weder YES noch NO.",
                            "The answer about photographs is neither YES nor NO."),
                    new Wording(
                            "Bitte weglassen, wo keine Einwilligung erfasst ist.",
                            "Leave it out where no consent is recorded."),
                    "attendee.photographs");
        }
        if (attendee.isUnnamed()) {
            throw Rejected.badValue(
                    new Wording("Der Familienname fehlt.", "The family name is missing."), "attendee.familyName");
        }
    }

    private static Map<SessionId, Wording> sessions(EventDocument document) {
        return document.allSessions().stream().collect(Collectors.toMap(one -> one.id(), one -> one.title()));
    }

    private boolean isOutside(LocalDate day) {
        return day.isBefore(document.firstDay()) || day.isAfter(document.end());
    }

    private static void refuseFull(Wording title) {
        throw Rejected.badValue(
                new Wording(
                        "Die Session „" + title.german() + "“ ist ausgebucht.",
                        "The session \"" + title.english() + "\" is booked out."),
                "bookings");
    }

    private static Rejected unknown(String field) {
        return Rejected.badValue(
                new Wording("Diesen Wert hat die Veranstaltung nicht.", "The event has no such value."), field);
    }
}
