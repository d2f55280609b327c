package org.einlass.contract.registration;

import org.einlass.contract.Wording;

/** The level of an attendee's organisation, as German congress statistics count it. */
public enum Sector {
    FEDERAL("Bund", "Federal"),
    STATE("Land", "State"),
    MUNICIPAL("Kommune", "Municipal"),
    BUSINESS("Wirtschaft", "Business"),
    SCIENCE("Wissenschaft", "Science"),
    OTHER("Sonstige", "Other");

    private final Wording words;

    Sector(String german, String english) {
        this.words = new Wording(german, english);
    }

    public Wording words() {
        return words;
    }
}
