package org.einlass.kiosk.desk.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.BadgeOrder;
import org.jspecify.annotations.Nullable;

/**
 * A registration as a desk shows it to staff: what tells two people apart, and how far the person has come. In
 * memory only, while the desk is open.
 *
 * @param badge as it would be printed now
 * @param category as screens name it
 * @param programmes as screens name them, in the order of the event
 * @param status null where this desk cannot know
 * @param arrivedAt when this desk first let the person in; null where it did not
 * @param printed whether a badge was printed, as far as this desk knows
 * @param days for which the person may come; none means every day, or that this desk cannot know
 * @param notes what only staff are told; null where there is nothing
 * @param questions of the organiser's own that the person has not answered
 */
public record DeskPerson(
        BadgeOrder badge,
        Wording category,
        List<Wording> programmes,
        @Nullable RegistrationStatus status,
        @Nullable Instant arrivedAt,
        boolean printed,
        List<LocalDate> days,
        AttendeeCard.@Nullable Notes notes,
        List<OrganiserQuestion> questions) {

    /** A person who has answered every question. */
    public DeskPerson(
            BadgeOrder badge,
            Wording category,
            List<Wording> programmes,
            @Nullable RegistrationStatus status,
            @Nullable Instant arrivedAt,
            boolean printed,
            List<LocalDate> days,
            AttendeeCard.@Nullable Notes notes) {
        this(badge, category, programmes, status, arrivedAt, printed, days, notes, List.of());
    }

    /** A person of whom the staff need not know more. */
    public DeskPerson(
            BadgeOrder badge,
            Wording category,
            List<Wording> programmes,
            @Nullable RegistrationStatus status,
            @Nullable Instant arrivedAt,
            boolean printed) {
        this(badge, category, programmes, status, arrivedAt, printed, List.of(), null);
    }

    public DeskPerson {
        programmes = List.copyOf(programmes);
        days = List.copyOf(days);
        questions = List.copyOf(questions);
    }

    /** The same with the status that the server told. */
    DeskPerson withStatus(RegistrationStatus told) {
        return new DeskPerson(badge, category, programmes, told, arrivedAt, printed, days, notes, questions);
    }

    public RegistrationId registration() {
        return badge.registration();
    }

    public Attendee attendee() {
        return badge.attendee();
    }

    /** The name as it is read out; for a place whose person is still to be named, its organisation. */
    public String name() {
        return attendee().isUnnamed() ? attendee().organisation() : attendee().fullName();
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "person of registration " + registration();
    }
}
