package org.einlass.contract.backup;

import java.io.IOException;
import org.einlass.contract.Wording;

/** A backup cannot be read, for a reason that has a sentence of its own. */
public final class BackupException extends IOException {
    private static final long serialVersionUID = 1L;

    private final BackupFault fault;

    public BackupException(BackupFault fault) {
        super(fault.sentence().english());
        this.fault = fault;
    }

    /** What is wrong, in one word. */
    public BackupFault fault() {
        return fault;
    }

    /** What is wrong and what to do. */
    public Wording sentence() {
        return fault.sentence();
    }
}
