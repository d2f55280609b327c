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
    UNDONE_ALREADY("Das ist schon zurückgenommen.", "This was taken back already.");

    private final Wording sentence;

    DoorRefusal(String german, String english) {
        this.sentence = new Wording(german, english);
    }

    /** For staff. */
    public Wording sentence() {
        return sentence;
    }
}
