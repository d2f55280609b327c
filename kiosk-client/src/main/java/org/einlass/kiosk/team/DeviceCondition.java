package org.einlass.kiosk.team;

import java.time.Instant;
import java.time.ZoneId;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.jspecify.annotations.Nullable;

/**
 * How the device is at one moment.
 *
 * @param server how the server is
 * @param hasRoster whether there is a guest list, of whatever age
 * @param rosterHeard when the server last said what has changed in it; null where it never did
 * @param waiting entries that the server has not taken yet
 * @param rejected those of them that it has refused
 * @param disk why nothing can be written; null where it can
 * @param printer why no badges come out; null where they do, or where there is no printer
 * @param camera why the camera sees nothing; null where it does, or where there is none
 * @param scanner what hand scanners lack
 * @param sureOfTime whether the time is the server's
 * @param message what the organiser tells the team; null for nothing
 * @param zone the event's
 */
public record DeviceCondition(
        Server server,
        boolean hasRoster,
        @Nullable Instant rosterHeard,
        long waiting,
        long rejected,
        @Nullable Wording disk,
        @Nullable Wording printer,
        @Nullable Wording camera,
        Scanner scanner,
        boolean sureOfTime,
        @Nullable DeviceMessage message,
        Instant now,
        ZoneId zone) {

    /** What hand scanners that type lack. */
    public enum Scanner {
        NOTHING,
        /** One has just sent a code without an end. */
        LINE_END,
        /** Another program's window has the keyboard now, or had it a moment ago. */
        KEYBOARD
    }

    /** How the server is. */
    public enum Server {
        ANSWERS,
        SILENT,
        /** Something on the way has taken its place. */
        UNTRUSTED,
        /** It does not take this device's token. */
        DENIES,
        /** The organiser lets it take nothing of this device for now. */
        BLOCKS,
        /** It knows no such event or door. */
        KNOWS_NO_DOOR
    }
}
