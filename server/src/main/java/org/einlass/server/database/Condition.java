package org.einlass.server.database;

/** How the store is. */
public enum Condition {
    WELL,
    /** No room on the disk: it reads and refuses to write. */
    FULL,
    /** The folder of the database takes no file: it reads and refuses to write. */
    READ_ONLY,
    /** A commit failed with a disk error: it answers nothing until the file is rewritten and checked. */
    SUSPECT,
    /** A page of the database cannot be read: what lies elsewhere is answered, until a backup is restored and started. */
    DAMAGED
}
