package org.einlass.kiosk.desk.state;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * What a desk prints beside badges; the server makes it, with the desk's rights. In the order of the desk's menu; the
 * last ones stand behind its choice of more lists.
 */
public enum DeskDocument {
    ATTENDANCE_REPORT("reports/attendance.pdf"),
    BY_NAME("lists/attendance.pdf?order=name"),
    BY_ORGANISATION("lists/attendance.pdf?order=organisation"),
    EVACUATION("lists/evacuation.pdf"),
    ROOMS("lists/rooms.pdf"),
    PROTOCOL("lists/desk-protocol.pdf"),
    PAPER("lists/attendance.pdf?order=name&signature=true"),
    CERTIFICATE("certificates/%s/certificate.pdf"),
    STILL_OUT("lists/hand-outs.pdf?out=true"),
    ORGANISATION_PAGES("lists/attendance.pdf?order=organisation&pages=true&signature=true"),
    PULL_LIST("lists/badges-to-pull.pdf"),
    ROLE_BADGES("lists/role-badges.pdf");

    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.desk.state.sentences");

    private final String path;

    DeskDocument(String path) {
        this.path = path;
    }

    /** What the menu offers first. */
    public static List<DeskDocument> firstOnes() {
        return List.copyOf(EnumSet.range(ATTENDANCE_REPORT, CERTIFICATE));
    }

    /** What the menu offers behind its choice of more lists. */
    public static List<DeskDocument> more() {
        return List.copyOf(EnumSet.range(STILL_OUT, ROLE_BADGES));
    }

    /** As the beginning of a sentence. */
    public Wording title() {
        return WORDS.say("document." + name());
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
