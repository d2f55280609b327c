package org.einlass.reports.statistics;

import java.util.Locale;
import org.einlass.contract.Wording;

/** By what an attendance table splits the visitors. */
public enum Breakdown {
    DAY("Nach Tagen", "By day", false),
    PROGRAMME("Nach Programmen", "By programme", false),
    /** The programmes of one day. */
    PROGRAMME_OF_DAY("Nach Programmen am", "By programme on", false),
    CATEGORY("Nach Kategorien", "By category", false),
    SECTOR("Nach Ebenen", "By sector", false),
    FEDERAL_STATE("Nach Bundesländern", "By federal state", false),
    ORGANISATION("Nach Organisationen", "By organisation", false),
    /** Organisations, those with the most absent first. */
    NO_SHOW("Nicht gekommen, nach Organisationen", "Not arrived, by organisation", false),
    /** Sessions in rooms whose door is scanned: seats booked, people who came, and how many had room. */
    SESSION("Vorträge und Workshops: Belegung der Räume", "Sessions: occupancy of the rooms", false),
    /** The door of each visitor's first arrival. */
    DOOR("Nach Türen der ersten Ankunft", "By door of the first arrival", true),
    /** How each visitor's first arrival was recorded. */
    RECORDING("Wie die erste Ankunft erfasst wurde", "How the first arrival was recorded", true),
    /** What staff decided against or beside a device, and what was taken back; entries, not people. */
    DECISION("Entscheidungen und Rücknahmen des Personals", "Decisions and withdrawals of staff", true),
    /** Conflicts by kind: how many there were, how many were clarified. */
    CONFLICT("Widersprüche in den Einträgen", "Conflicts in the entries", false);

    private final Wording heading;
    private final boolean arrivalsOnly;

    Breakdown(String german, String english, boolean arrivalsOnly) {
        this.heading = new Wording(german, english);
        this.arrivalsOnly = arrivalsOnly;
    }

    /** The table's heading; that of {@link #PROGRAMME_OF_DAY} goes on with the day. */
    public String heading(Locale language) {
        return heading.in(language);
    }

    /** Whether the rows are about rooms: who is registered has booked, and rows have a capacity. */
    public boolean isOfRooms() {
        return this == SESSION;
    }

    /** Whether the rows are not about people: what happened, or what was to be clarified. */
    public boolean isOfCases() {
        return this == DECISION || this == CONFLICT;
    }

    /** Whether the table counts arrivals only, or things that happened: nobody registers for a door. */
    public boolean arrivalsOnly() {
        return arrivalsOnly;
    }
}
