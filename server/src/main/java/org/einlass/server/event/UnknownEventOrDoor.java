package org.einlass.server.event;

import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/** There is no such event, or no such door in it. */
public final class UnknownEventOrDoor extends Rejected {
    private static final long serialVersionUID = 1L;

    /** What is unknown. */
    public enum Kind {
        EVENT,
        DOOR
    }

    public UnknownEventOrDoor(Kind kind) {
        super(kind == Kind.EVENT ? RejectionReason.UNKNOWN_EVENT : RejectionReason.UNKNOWN_DOOR);
    }
}
