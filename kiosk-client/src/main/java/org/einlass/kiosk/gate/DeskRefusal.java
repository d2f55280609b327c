package org.einlass.kiosk.gate;

import org.einlass.contract.Wording;

/** Why a desk does not do what it was asked for, each with the sentence that says what to do instead. */
public enum DeskRefusal {
    NOBODY_SIGNED_IN("Bitte zuerst anmelden.", "Please sign in first."),
    NO_SHEET(
            "Dieser Schalter kennt seine Veranstaltung noch nicht. Bitte die Verbindung zum Server prüfen.",
            "This desk does not know its event yet. Please check the connection to the server."),
    NO_LETTER_BOX(
            "Dieses Gerät ist nicht als Schalter angemeldet. Bitte die Leitung rufen.",
            "This device is not enrolled as a desk. Please call the supervisor."),
    NO_TAG_KEY(
            "Dieser Schalter kann ohne Server noch keine Codes ausstellen. Bitte ein Reserveschild nehmen.",
            "This desk cannot issue codes without the server yet. Please take a spare badge."),
    NO_SPARES_YET(
            "Dieser Schalter hat den Schlüssel der Veranstaltung noch nicht. Bitte drucken, sobald der Server antwortet.",
            "This desk does not have the event's key yet. Please print as soon as the server answers."),
    NO_JOURNAL(
            "Das Journal dieses Geräts kann nicht geschrieben werden. Bitte an einem anderen Schalter weitermachen.",
            "The journal of this device cannot be written. Please go on at another desk."),
    UNKNOWN_SCAN(
            "Diesen Scan kennt dieser Schalter nicht. Bitte das Ticket noch einmal scannen.",
            "This desk does not know this scan. Please scan the ticket again."),
    NO_CODE_OF_OURS(
            "Dieser Scan war kein Ticket dieser Veranstaltung. Bitte nach dem Namen suchen.",
            "This scan was no ticket of this event. Please search for the name."),
    NO_SPARE_BADGE(
            "Das ist kein Schild dieser Veranstaltung. Bitte ein Reserveschild aus dem Vorrat scannen.",
            "This is no badge of this event. Please scan a spare badge from the stock."),
    BADGE_TAKEN(
            "Dieses Schild gehört schon jemandem. Bitte ein anderes nehmen.",
            "This badge is somebody's already. Please take another one."),
    NOT_A_DECISION(
            "Von Hand wird eingelassen oder abgewiesen. Bitte eines von beiden wählen.",
            "By hand somebody is let in or sent away. Please choose one of them."),
    SETTLED_FOR_GOOD(
            "Eine Klärung lässt sich nicht zurücknehmen. Bitte den Fall neu klären.",
            "A settlement cannot be taken back. Please settle the case anew."),
    UNDONE_ALREADY("Das ist schon zurückgenommen.", "This was taken back already."),
    NO_FAMILY_NAME("Der Familienname fehlt. Bitte eintragen.", "The family name is missing. Please fill it in."),
    TOO_LONG(
            "Ein Feld hat mehr als 120 Zeichen. Bitte kürzen.",
            "A field holds more than 120 characters. Please shorten it."),
    UNKNOWN_CATEGORY(
            "Diese Teilnahmeart gibt es hier nicht. Bitte eine aus der Liste wählen.",
            "There is no such category here. Please choose one of the list."),
    UNKNOWN_PROGRAMME(
            "Dieses Programm gibt es hier nicht. Bitte eines aus der Liste wählen.",
            "There is no such programme here. Please choose one of the list."),
    UNKNOWN_AREA(
            "Diesen Bereich gibt es hier nicht. Bitte einen aus der Liste wählen.",
            "There is no such area here. Please choose one of the list."),
    UNKNOWN_REGISTRATION(
            "Diese Anmeldung kennt dieser Schalter nicht. Bitte neu anmelden.",
            "This desk does not know this registration. Please register the guest anew."),
    NO_PLACE(
            "Diese Anmeldung hat keinen Platz, den jemand übernehmen könnte. Bitte die Leitung fragen.",
            "This registration has no place that anybody could take over. Please ask the supervisor."),
    NOTHING_CHANGED("Es hat sich nichts geändert.", "Nothing was changed."),
    BELOW_ZERO(
            "Weniger als niemand kann nicht da sein. Bitte null oder mehr eingeben.",
            "There cannot be less than nobody. Please enter zero or more."),
    DATE_UNSURE(
            "Das Datum ist erst sicher, wenn der Server antwortet. Bitte die Liste aufheben und dann eintragen.",
            "The date is not sure until the server answers. Please keep the list and enter it then."),
    NOT_YET(
            "Diese Uhrzeit liegt in der Zukunft. Bitte die Zeit vom Papier abschreiben.",
            "This time lies in the future. Please copy the time from the paper.");

    private final Wording sentence;

    DeskRefusal(String german, String english) {
        this.sentence = new Wording(german, english);
    }

    /** For staff. */
    public Wording sentence() {
        return sentence;
    }
}
