package org.einlass.proof.powercut;

/** One thing that a program told the disk, or told the world, in the order in which it happened. */
sealed interface DiskCall {

    /** A file came to be in the folder, or was there already. */
    record Opened(String file, boolean emptied) implements DiskCall {}

    /** Bytes were handed over; on the disk they are only after a {@link Synced}. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares or keeps it.
    record Written(String file, long offset, byte[] bytes) implements DiskCall {}

    /** The file was cut or stretched to {@code size} bytes. */
    record Resized(String file, long size) implements DiskCall {}

    /** The file's name was taken out of the folder. */
    record Removed(String file) implements DiskCall {}

    /** What was written to the file before is on the disk. */
    record Synced(String file) implements DiskCall {}

    /** The names in the folder are on the disk. */
    record FolderSynced() implements DiskCall {}

    /** The program printed {@code text}: whatever it claims must be true from here on, power or no power. */
    record Said(String text) implements DiskCall {}
}
