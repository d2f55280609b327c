package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.TicketCipher;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterSnapshot;
import org.einlass.kiosk.gate.InstalledRoster;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.gate.RosterEntry;
import org.einlass.kiosk.sync.RosterStore;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * The roster, each snapshot in a file of its own, beside the journal: installing a hundred thousand rows
 * never holds an admission up, and destroying the roster never touches the journal. Which file holds is kept
 * with the journal.
 *
 * <p>A roster that could not be read counts as none from then on: the device asks the server about each code,
 * and fetches the roster anew.
 */
final class SqliteRoster implements Roster, RosterStore, Wipeable, AutoCloseable {
    private static final Logger LOG = System.getLogger(SqliteRoster.class.getName());
    static final String KEPT_AS = "roster";
    private static final String NONE = "";

    private final Path folder;
    private final RestartState restartState;
    private volatile @Nullable RosterTable table;
    private volatile @Nullable RosterTable unreadable;

    SqliteRoster(Path folder, RestartState restartState) {
        this.folder = folder;
        this.restartState = restartState;
        this.table = restartState
                .find(KEPT_AS)
                .filter(name -> !name.isEmpty() && Files.isRegularFile(folder.resolve(name)))
                .map(name -> new RosterTable(folder.resolve(name)))
                .orElse(null);
        sweep();
    }

    @Override
    public Optional<InstalledRoster> installed() {
        return ask(RosterTable::installed).flatMap(found -> found).filter(found -> isReadable());
    }

    private boolean isReadable() {
        RosterTable known = table;
        return known != null && known != unreadable;
    }

    @Override
    public Optional<RosterEntry> find(LookupId code) {
        return ask(known -> known.find(code)).flatMap(found -> found);
    }

    @Override
    public Set<LookupId> codes(RegistrationId registration) {
        return ask(known -> known.codes(registration)).orElse(Set.of());
    }

    @Override
    public Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt) {
        if (!(code instanceof Code own)) {
            return Optional.empty();
        }
        TicketCipher seal = new TicketCipher(salt, own, entry.registration(), entry.version());
        return ask(known -> known.sealed(entry.code()))
                .flatMap(found -> found)
                .flatMap(seal::open)
                .flatMap(text -> WireJson.read(new String(text, UTF_8), BadgeOrder.class));
    }

    Optional<SealedAttendee> guest(RegistrationId registration) {
        return ask(known -> known.guest(registration)).flatMap(found -> found);
    }

    Map<RegistrationId, Long> guestVersions() {
        return ask(RosterTable::guestVersions).orElse(Map.of());
    }

    /** Hands over all guests; some twice where another roster takes the place of this one meanwhile. */
    void eachGuest(Consumer<SealedAttendee> then) {
        ask(known -> {
            known.eachGuest(then);
            return true;
        });
    }

    private interface Question<T> {
        T ask(RosterTable table) throws SQLException;
    }

    /** Whoever asks a roster while another one takes its place asks the new one. */
    private <T> Optional<T> ask(Question<T> question) {
        RosterTable known = table;
        if (known == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.ask(known));
        } catch (SQLException broken) {
            if (known != table) {
                return ask(question);
            }
            unreadable = known;
            LOG.log(Level.ERROR, "The roster on this device's disk cannot be read; it is fetched anew.", broken);
            return Optional.empty();
        }
    }

    @Override
    public Optional<RosterCursor> cursor() {
        return ask(RosterTable::cursor).flatMap(cursor -> cursor).filter(cursor -> isReadable());
    }

    @Override
    public Path place() throws IOException {
        return Files.createTempFile(folder, "roster-", ".part");
    }

    @Override
    public void install(RosterSnapshot snapshot, Path file) throws IOException {
        String name = "roster-" + UUID.randomUUID() + ".db";
        RosterTable fresh = new RosterTable(folder.resolve(name));
        boolean kept = false;
        try {
            fresh.fill(snapshot.cursor(), file);
            restartState.keep(KEPT_AS, name);
            kept = true;
        } catch (SQLException unwritable) {
            throw new IOException("The roster cannot be written.", unwritable);
        } finally {
            if (!kept) {
                fresh.close();
                sweep();
            }
        }
        replace(fresh);
    }

    @Override
    public void apply(RosterChanges changes) throws IOException {
        RosterTable known = table;
        if (known == null) {
            throw new IOException("There is no roster to change.");
        }
        try {
            known.apply(changes);
        } catch (SQLException unwritable) {
            throw new IOException("The roster cannot be written.", unwritable);
        }
    }

    @Override
    public String name() {
        return KEPT_AS;
    }

    /** Overwrites all that any roster has left on this disk, and deletes it. */
    @Override
    public void destroy() throws IOException {
        restartState.keep(KEPT_AS, NONE);
        RosterTable old = table;
        table = null;
        if (old != null) {
            old.close();
        }
        List<Path> remains;
        try (Stream<Path> files = Files.list(folder)) {
            remains = files.filter(file -> isSpare(file.getFileName().toString(), NONE))
                    .toList();
        }
        for (Path file : remains) {
            Shredder.shred(file);
        }
    }

    private void replace(RosterTable fresh) {
        RosterTable old = table;
        table = fresh;
        if (old != null) {
            old.close();
        }
        sweep();
    }

    /** Removes what no roster holds any more: old snapshots, and parts that a power cut has left. */
    private void sweep() {
        RosterTable known = table;
        String kept = known == null ? NONE : known.file().getFileName().toString();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isSpare(file.getFileName().toString(), kept)).forEach(SqliteRoster::remove);
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Old rosters cannot be removed from this device's disk.", unreadable);
        }
    }

    private static boolean isSpare(String name, String kept) {
        return name.startsWith("roster-") && (kept.isEmpty() || !name.startsWith(kept));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            LOG.log(Level.WARNING, "An old roster cannot be removed from this device's disk.", busy);
        }
    }

    @Override
    public void close() {
        RosterTable known = table;
        if (known != null) {
            known.close();
        }
    }
}
