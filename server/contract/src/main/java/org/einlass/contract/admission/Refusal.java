package org.einlass.contract.admission;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.einlass.contract.Wording;

/**
 * Why a door refuses, each with the sentence for staff: what it is and what to do next.
 *
 * <p>In public a self-service kiosk never shows a reason, only {@link #PUBLIC_SENTENCE}.
 */
public enum Refusal {
    UNKNOWN(
            "Diesen Code gibt es in dieser Veranstaltung nicht. Bitte nach dem Namen suchen.",
            "This code is not registered for this event. Please search for the name."),
    NOT_GENUINE(
            "Dieser Code wurde nicht von uns ausgestellt. Bitte nach dem Namen suchen.",
            "This code was not issued by us. Please search for the name."),
    FOREIGN(
            "Das ist kein Ticket dieser Veranstaltung. Bitte das Ticket zeigen lassen oder nach dem Namen suchen.",
            "This is no ticket of this event. Please ask for the ticket or search for the name."),
    OTHER_EVENT(
            "Dieses Ticket gehört zu einer anderen Veranstaltung. Bitte nach dem Namen suchen.",
            "This ticket belongs to another event. Please search for the name."),
    CANCELLED(
            "Diese Anmeldung wurde storniert. Bitte die Person an den Schalter bitten.",
            "This registration was cancelled. Please ask the guest to the counter."),
    WAITLISTED(
            "Diese Anmeldung steht auf der Warteliste. Bitte am Schalter nach freien Plätzen sehen.",
            "This registration is on the waiting list. Please look for free places at the counter."),
    BLOCKED(
            "Diese Anmeldung ist gesperrt. Bitte die Leitung rufen.",
            "This registration is blocked. Please call the supervisor."),
    WRONG_CATEGORY(
            "Dieser Eingang ist für andere Teilnahmearten. Bitte den richtigen Eingang zeigen.",
            "This door is for other categories. Please show the way to the right door."),
    NOT_BOOKED(
            "Für diesen Ort liegt keine Buchung vor. Bitte am Schalter nach freien Plätzen sehen.",
            "There is no booking for this place. Please look for free places at the counter."),
    TOO_EARLY(
            "Der Einlass hat noch nicht begonnen. Bitte um etwas Geduld bitten.",
            "Admission has not begun yet. Please ask for a little patience."),
    TOO_LATE("Der Einlass ist beendet. Bitte die Leitung fragen.", "Admission has ended. Please ask the supervisor."),
    ALREADY_INSIDE(
            "Diese Person ist schon im Raum. Bitte das Namensschild vergleichen.",
            "This person is inside already. Please compare the badge."),
    ALREADY_USED(
            "Dieser Code wurde hier schon benutzt. Bitte den Namen vergleichen.",
            "This code was used here already. Please compare the name."),
    AREA_FULL(
            "Der Raum ist voll besetzt. Bitte warten lassen, bis jemand geht.",
            "The room is full. Please let the guest wait until somebody leaves."),
    REVOKED_BADGE(
            "Dieses Namensschild wurde durch ein neues ersetzt. Bitte an den Schalter bitten.",
            "This badge was replaced by a new one. Please ask the guest to the counter."),
    REPRESENTED(
            "Für diese Anmeldung ist eine Vertretung gekommen. Bitte an den Schalter bitten.",
            "Somebody else came in place of this registration. Please ask the guest to the counter."),
    /**
     * The code can be guessed, and this machine does not say whether it is known: too many wrong ones came from this
     * device, or it lacks the event's secret after a restart without network. It says nothing against the guest.
     */
    ASK_AT_COUNTER(
            "Dieser Code lässt sich hier gerade nicht prüfen. Bitte nach dem Namen suchen oder an den Schalter bitten.",
            "This code cannot be checked here right now. Please search for the name or ask the guest to the counter."),
    /** A reason of a newer server; its sentence comes with the answer. */
    @JsonEnumDefaultValue
    UNRECOGNISED(
            "Der Server hat abgelehnt. Bitte an den Schalter bitten.",
            "The server refused. Please ask the guest to the counter.");

    /** All that a public screen says, whatever the reason. */
    public static final Wording PUBLIC_SENTENCE = new Wording(
            "Bitte gehen Sie zum Schalter. Wir erwarten Sie dort.",
            "Please go to the counter. We are expecting you there.");

    private final Wording staffSentence;

    Refusal(String german, String english) {
        this.staffSentence = new Wording(german, english);
    }

    /** The reason and the next step, for desk and door. */
    public Wording staffSentence() {
        return staffSentence;
    }
}
