package org.einlass.kiosk.door;

import org.einlass.contract.Wording;

/** Why a door does not do what its helper asked for, each with the sentence that says what to do instead. */
public enum DoorRefusal {
    NO_SHEET(
            "Dieses Gerät kennt seine Tür noch nicht. Bitte die Verbindung zum Server prüfen.",
            "This device does not know its door yet. Please check the connection to the server."),
    NO_JOURNAL(
            "Das Journal dieses Geräts lässt sich nicht schreiben. Bitte ein anderes Gerät nehmen.",
            "The journal of this device cannot be written. Please take another device."),
    UNKNOWN_SCAN(
            "Diesen Scan hat dieses Gerät nicht gemacht. Bitte am Schalter zurücknehmen lassen.",
            "This device did not make this scan. Please have it taken back at the counter."),
    UNDONE_ALREADY("Das ist schon zurückgenommen.", "This was taken back already."),
    NO_ROOM(
            "Diese Tür führt in keinen Raum, den dieses Gerät kennt. Bitte die Verbindung zum Server prüfen.",
            "This door leads into no room that this device knows. Please check the connection to the server."),
    NOT_COUNTED(
            "Noch weiß hier niemand, wie viele im Raum sind. Bitte einmal zählen und die Zahl eingeben (F4).",
            "Nobody knows yet how many are in the room. Please count once and enter the number (F4)."),
    OUT_OF_RANGE(
            "Das ist keine Zahl von Personen in einem Raum. Bitte 0 bis 1.000.000 eingeben.",
            "This is no number of people in a room. Please enter 0 to 1,000,000."),
    NOT_ASSIGNED(
            "Dieses Gerät ist dieser Tür nicht zugewiesen. Bitte das Gerät in der Konsole der Tür zuweisen.",
            "This device is not assigned to this door. Please assign the device to the door in the console."),
    NOBODY_SIGNED_IN(
            "Dafür bitte zuerst den Helferausweis scannen und die PIN eingeben. Gäste werden weiter eingelassen.",
            "For this, please scan your helper's badge first and enter the PIN. Guests are let in as before."),
    BADGE_UNKNOWN(
            "Diesen Ausweis kennt das Gerät noch nicht. Bitte in einem Moment noch einmal scannen.",
            "This device does not know this badge yet. Please scan it again in a moment."),
    BADGE_OTHER_DAY(
            "Dieser Ausweis gilt an einem anderen Tag. Bitte die Leitung rufen.",
            "This badge is good on another day. Please call the supervisor."),
    BADGE_BARRED(
            "Zu viele falsche PINs. Dieser Ausweis öffnet hier für eine Weile nichts.",
            "Too many wrong PINs. This badge opens nothing here for a while."),
    NO_OTHER_WAY(
            "Für diesen Raum ist dem Gerät keine Tür in der anderen Richtung zugewiesen. Bitte in der Konsole zuweisen.",
            "No door of the other direction at this room is assigned to this device. Please assign it in the console.");

    private final Wording sentence;

    DoorRefusal(String german, String english) {
        this.sentence = new Wording(german, english);
    }

    /** For staff. */
    public Wording sentence() {
        return sentence;
    }
}
