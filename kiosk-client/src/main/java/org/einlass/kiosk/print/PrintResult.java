package org.einlass.kiosk.print;

import java.nio.file.Path;
import java.util.function.Function;
import org.einlass.contract.Wording;

/** What became of a badge that was handed to a printer. */
public sealed interface PrintResult {

    /** Does what belongs to this result. */
    <T> T fold(Function<Accepted, T> accepted, Function<Written, T> written, Function<Refused, T> refused);

    /** The operating system's queue has taken it; whether paper came out is not known yet. */
    record Accepted(String queue) implements PrintResult {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Written, T> written, Function<Refused, T> refused) {
            return accepted.apply(this);
        }
    }

    /** It stands in a file, whole. */
    record Written(Path file) implements PrintResult {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Written, T> written, Function<Refused, T> refused) {
            return written.apply(this);
        }
    }

    /**
     * Nothing was printed.
     *
     * @param sentence for the team: what is wrong, where, and what to do
     */
    record Refused(Reason reason, Wording sentence) implements PrintResult {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Written, T> written, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Why nothing was printed. */
    enum Reason {
        NO_SUCH_QUEUE,
        QUEUE_REFUSES,
        PRINT_SYSTEM_INCOMPLETE,
        FOLDER_UNWRITABLE
    }
}
