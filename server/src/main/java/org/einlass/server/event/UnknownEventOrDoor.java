package org.einlass.server.event;

/** There is no such event, or no such door in it. */
public final class UnknownEventOrDoor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is unknown. */
    public enum Kind {
        EVENT,
        DOOR
    }

    private final Kind kind;

    public UnknownEventOrDoor(Kind kind) {
        super(kind == Kind.EVENT ? "There is no such event." : "There is no such door in this event.");
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
