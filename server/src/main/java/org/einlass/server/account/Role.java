package org.einlass.server.account;

/** What somebody may do. The names stand in {@code @RolesAllowed}, which takes constants only. */
public enum Role {
    /** Plans events, imports lists, enrols devices, reads every number. */
    ORGANISER,
    /** Reads numbers, changes nothing. */
    AUDITOR,
    /** A self-service kiosk of one event: asks and reports. */
    KIOSK,
    /** A staffed desk of one event. */
    DESK,
    /** A door client of one event. */
    DOOR,
    /** Somebody who signed in by name and has no other role here: looks after the own login only. */
    PERSON;

    /** The roles' names for annotations. */
    public static final class Names {
        public static final String ORGANISER = "ORGANISER";
        public static final String AUDITOR = "AUDITOR";
        public static final String KIOSK = "KIOSK";
        public static final String DESK = "DESK";
        public static final String DOOR = "DOOR";
        public static final String PERSON = "PERSON";

        private Names() {}
    }
}
