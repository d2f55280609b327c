package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.einlass.server.registration.imports.ImportUndo;
import org.einlass.server.registration.imports.PastImport;

/** The lists of an event so far, and how far the one is that is coming in. */
@Named
@RequestScoped
public class PastLists {
    @Inject
    private ImportUndo imports;

    @Inject
    private CurrentEvent current;

    @Inject
    private Reader reader;

    /** The newest first. */
    public List<PastImport> getAll() {
        return current.shown("imports", () -> imports.imports(current.id()));
    }

    /** Whether one is coming in, or is being taken back: the page then looks again by itself. */
    public boolean isBusy() {
        return getAll().stream().anyMatch(past -> past.state() != PastImport.State.DONE && past.undoneAt() == null);
    }

    public boolean isRunning(PastImport past) {
        return past.state() == PastImport.State.RUNNING;
    }

    public boolean isUndoable(PastImport past) {
        return past.state() == PastImport.State.DONE;
    }

    /** How far it is, in words; nothing where it simply stands. */
    public String state(PastImport past) {
        return switch (past.state()) {
            case RUNNING -> reader.say("list.state.running", past.done(), past.rows());
            case DONE -> "";
            case WITHDRAWN -> ended(past, "list.state.undone", "list.state.undoing");
            case CUT_OFF -> ended(past, "list.state.cutoff", "list.state.cutting");
        };
    }

    private String ended(PastImport past, String done, String doing) {
        if (past.undoneAt() == null) {
            return reader.say(doing);
        }
        return past.kept() == 0 ? reader.say(done) : reader.say(done) + reader.say("list.state.kept", past.kept());
    }

    /** By the clock of the event. */
    public String moment(PastImport past) {
        return reader.moment(past.importedAt(), current.zone());
    }
}
