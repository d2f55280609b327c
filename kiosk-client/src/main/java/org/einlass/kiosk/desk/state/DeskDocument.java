package org.einlass.kiosk.desk.state;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * What a desk prints beside badges; the server makes it, with the desk's rights. In the order of the desk's menu; the
 * last ones stand behind its choice of more lists.
 */
public enum DeskDocument {
    ATTENDANCE_REPORT("reports/attendance.pdf", "Der Anwesenheitsbericht", "The attendance report"),
    BY_NAME("lists/attendance.pdf?order=name", "Die Anwesenheitsliste nach Namen", "The attendance list by name"),
    BY_ORGANISATION(
            "lists/attendance.pdf?order=organisation",
            "Die Anwesenheitsliste nach Organisationen",
            "The attendance list by organisation"),
    EVACUATION("lists/evacuation.pdf", "Die Räumungsliste", "The evacuation list"),
    ROOMS("lists/rooms.pdf", "Das Blatt zum Zählen der Räume", "The sheet to count rooms on"),
    PROTOCOL("lists/desk-protocol.pdf", "Das Protokoll der Schalter", "The protocol of the desks"),
    PAPER("lists/attendance.pdf?order=name&signature=true", "Die Liste für den Notfall", "The list for an emergency"),
    CERTIFICATE("certificates/%s/certificate.pdf", "Die Teilnahmebescheinigung", "The certificate of attendance"),
    STILL_OUT("lists/hand-outs.pdf?out=true", "Die Liste des noch Verliehenen", "The list of what is still out"),
    ORGANISATION_PAGES(
            "lists/attendance.pdf?order=organisation&pages=true&signature=true",
            "Die Liste mit einem Blatt je Organisation",
            "The list with a page for each organisation"),
    PULL_LIST("lists/badges-to-pull.pdf", "Die Liste der Badges zum Herausnehmen", "The list of badges to pull"),
    ROLE_BADGES("lists/role-badges.pdf", "Die Liste der Rollenschilder", "The list of role badges");

    private final String path;
    private final Wording title;

    DeskDocument(String path, String german, String english) {
        this.path = path;
        title = new Wording(german, english);
    }

    /** What the menu offers first. */
    public static List<DeskDocument> firstOnes() {
        return List.copyOf(EnumSet.range(ATTENDANCE_REPORT, CERTIFICATE));
    }

    /** What the menu offers behind its choice of more lists. */
    public static List<DeskDocument> more() {
        return List.copyOf(EnumSet.range(STILL_OUT, PULL_LIST));
    }

    /** As the beginning of a sentence. */
    public Wording title() {
        return title;
    }

    /** Whether it is about whoever is shown. */
    boolean isOfPerson() {
        return this == CERTIFICATE;
    }

    /** Whether it can be of one day of the event; without a day it is of all, the protocol of today. */
    private boolean isOfDay() {
        return switch (this) {
            case BY_NAME, BY_ORGANISATION, ROOMS, PROTOCOL, PAPER, ORGANISATION_PAGES -> true;
            case ATTENDANCE_REPORT, EVACUATION, CERTIFICATE, STILL_OUT, PULL_LIST, ROLE_BADGES -> false;
        };
    }

    /**
     * Where the server has it; empty where it is about a person and nobody is shown.
     *
     * @param day which is meant, where it can be of one; null for all
     */
    public Optional<String> path(@Nullable RegistrationId person, @Nullable LocalDate day) {
        if (isOfPerson()) {
            return Optional.ofNullable(person).map(path::formatted);
        }
        return Optional.of(day == null || !isOfDay() ? path : path + (path.contains("?") ? "&" : "?") + "day=" + day);
    }
}
