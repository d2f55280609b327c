package org.einlass.contract.counter;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.einlass.contract.Wording;

/** Why somebody is called to a kiosk or a door. */
public enum HelpReason {
    GUEST("Ein Gast braucht Hilfe.", "A guest needs help."),
    DEVICE("Das Gerät oder der Drucker macht nicht weiter.", "The device or its printer does not go on."),
    URGENT("Es ist dringend: bitte sofort kommen.", "It is urgent: please come at once."),
    /** Something that a newer device knows. */
    @JsonEnumDefaultValue
    UNRECOGNISED("Hier wird jemand gebraucht.", "Somebody is needed here.");

    private final Wording sentence;

    HelpReason(String german, String english) {
        sentence = new Wording(german, english);
    }

    /** One sentence for whoever is called. */
    public Wording sentence() {
        return sentence;
    }
}
