package org.einlass.kiosk.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.sync.RosterStore;

/**
 * The roster as it is kept like the server's: what it brings, this desk need not remember itself any longer.
 */
final class SyncedRoster implements RosterStore {
    private final SqliteRoster roster;
    private final SqliteLocalCodes newcomers;
    private final SqliteLocalCorrections corrections;

    SyncedRoster(SqliteRoster roster, SqliteLocalCodes newcomers, SqliteLocalCorrections corrections) {
        this.roster = roster;
        this.newcomers = newcomers;
        this.corrections = corrections;
    }

    @Override
    public Optional<RosterCursor> cursor() {
        return roster.cursor();
    }

    @Override
    public Path place() throws IOException {
        return roster.place();
    }

    @Override
    public void install(RosterSnapshot snapshot, Path file) throws IOException {
        roster.install(snapshot, file);
        forget();
    }

    @Override
    public void apply(RosterChanges changes) throws IOException {
        roster.apply(changes);
        forget();
    }

    private void forget() throws IOException {
        try {
            newcomers.forgetThoseIn(roster);
            corrections.forgetThoseIn(roster);
        } catch (JournalException unwritable) {
            throw new IOException("This desk's own codes and corrections cannot be forgotten.", unwritable);
        }
    }

    @Override
    public void destroy() throws IOException {
        newcomers.destroy();
        corrections.destroy();
        roster.destroy();
    }
}
