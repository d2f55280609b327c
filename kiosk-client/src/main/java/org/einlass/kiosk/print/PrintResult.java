package org.einlass.kiosk.print;

import java.nio.file.Path;
import org.einlass.contract.Wording;

/** What became of a badge that was handed to a printer. */
public sealed interface PrintResult {

    /** Does what belongs to this result. */
    <T> T fold(Cases<T> cases);

    /** One answer for each result. */
    interface Cases<T> {
        T accepted(Accepted result);

        T written(Written result);

        T refused(Refused result);

        T inDoubt(InDoubt result);
    }

    /** The printer or its queue has taken it; whether paper came out is not known yet. */
    record Accepted(String queue) implements PrintResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /** It stands in a file, whole. */
    record Written(Path file) implements PrintResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.written(this);
        }
    }

    /**
     * Nothing was printed, and nothing will be.
     *
     * @param sentence for the team: what is wrong, where, and what to do
     */
    record Refused(Reason reason, Wording sentence) implements PrintResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /**
     * The pages were sent, and no answer came: the printer must be asked for the job before anything is sent
     * again.
     */
    record InDoubt(Wording sentence) implements PrintResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.inDoubt(this);
        }
    }

    /** Why nothing was printed. */
    enum Reason {
        NO_SUCH_QUEUE,
        QUEUE_REFUSES,
        PRINTER_STOPPED,
        UNREACHABLE,
        NO_PDF,
        OTHER_PAPER,
        PRINT_SYSTEM_INCOMPLETE,
        FOLDER_UNWRITABLE
    }
}
