package org.einlass.server.database;

/** How the store is. */
public enum Condition {
    WELL,
    /** No room on the disk: it reads and refuses to write. */
    FULL,
    /** A commit failed with a disk error: it answers nothing until the file is rewritten and checked. */
    SUSPECT
}
