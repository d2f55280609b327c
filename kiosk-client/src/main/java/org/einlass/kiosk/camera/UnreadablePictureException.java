package org.einlass.kiosk.camera;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that cannot be taken as a picture, and why. */
public final class UnreadablePictureException extends IOException {

    /** Why a file is no picture for us; screens and commands turn it into a sentence. */
    public enum Reason {
        /** There is no such file. */
        MISSING,
        /** A folder, or a file that must not be read. */
        UNREADABLE,
        /** A WebP picture, which Java does not read. */
        WEBP,
        /** The bytes are no PNG, JPEG, GIF, BMP or TIFF, or a broken one. */
        NO_PICTURE,
        /** More pixels than any camera makes. */
        TOO_BIG
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnreadablePictureException(Path file, Reason reason) {
        super(file + ": " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
