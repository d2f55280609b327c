package org.einlass.proof.rules;

/** What a guest of the table shows. */
enum CodeShown {
    TICKET,
    BADGE,
    /** The code of another ticket system. */
    EXTERNAL,
    /** A badge that was replaced. */
    REVOKED_BADGE,
    /** The ticket of a registration that was merged into this one. */
    TWIN_TICKET,
    /** Made with the event's key; nobody has heard of it. */
    UNKNOWN,
    /** A badge that was made before its person is known. */
    SPARE_BADGE,
    /** The ticket of somebody who registered after the device had fetched its roster. */
    NEWCOMER,
    FORGED,
    OF_ANOTHER_EVENT,
    UNKNOWN_EXTERNAL,
    ADDRESS,
    VISITING_CARD,
    RUBBISH;

    boolean leadsToARegistration() {
        return compareTo(UNKNOWN) < 0;
    }
}
