package org.einlass.contract.registration;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.einlass.contract.Wording;

/**
 * What somebody needs to take part without barriers. Kept only with consent; only staffed desks and doors on duty are
 * told, never kiosks.
 */
public enum AccessNeed {
    WHEELCHAIR("Rollstuhl", "Wheelchair"),
    STEP_FREE("Stufenfreier Weg", "Step-free way"),
    SIGN_LANGUAGE("Gebärdensprache", "Sign language"),
    HEARING("Hörunterstützung", "Hearing support"),
    SIGHT("Begleitung bei Sehbehinderung", "Guidance for impaired sight"),
    ASSISTANT("Assistenzperson", "Personal assistant"),
    ASSISTANCE_DOG("Assistenzhund", "Assistance dog"),
    SEAT("Sitzgelegenheit", "Seat"),
    QUIET_ROOM("Ruheraum", "Quiet room"),
    OTHER("Sonstige Unterstützung", "Other support"),
    /** A need that a newer server knows. */
    @JsonEnumDefaultValue
    UNRECOGNISED("Unterstützung", "Support");

    private final Wording words;

    AccessNeed(String german, String english) {
        this.words = new Wording(german, english);
    }

    public Wording words() {
        return words;
    }
}
