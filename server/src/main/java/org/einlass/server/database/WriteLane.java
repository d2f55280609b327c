package org.einlass.server.database;

import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;

/**
 * In which queue a writing waits. Each device of each event has its own, so that nobody's flood is before
 * anybody else's question.
 *
 * @param device the device, or empty for what people and the server itself write
 */
public record WriteLane(Kind kind, String event, String device) {

    /** What is waited for, the most urgent first. */
    public enum Kind {
        /** A guest stands at a door. */
        QUESTION(70),
        /** What devices tell of what has happened, and all small changes. */
        REPORT(25),
        /** What takes a transaction of its own, such as a list. */
        IMPORT(5);

        private final int share;

        Kind(int share) {
            this.share = share;
        }

        /** How many of a hundred units of the writer's work are its own while all kinds wait. */
        int share() {
            return share;
        }
    }

    /** A question of a device. */
    public static WriteLane question(EventId event, DeviceId device) {
        return new WriteLane(Kind.QUESTION, event.text(), device.text());
    }

    /** A report of a device. */
    public static WriteLane report(EventId event, DeviceId device) {
        return new WriteLane(Kind.REPORT, event.text(), device.text());
    }

    /** What nobody said anything of. */
    static WriteLane of(WriteKey key, boolean alone) {
        return new WriteLane(alone ? Kind.IMPORT : Kind.REPORT, key.event(), "");
    }
}
