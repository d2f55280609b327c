package org.einlass.server.journal;

/**
 * A scan's id was used before by another device, or for another code or door. The question stands in
 * quarantine.
 */
public final class ScanIdConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScanIdConflict() {
        super("This scan's id belongs to another scan. Make a new id for each scan.");
    }
}
