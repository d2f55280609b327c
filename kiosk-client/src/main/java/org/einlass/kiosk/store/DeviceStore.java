package org.einlass.kiosk.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.einlass.contract.id.EpochId;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.gate.DeskMemory;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.KeyRing;
import org.einlass.kiosk.gate.LocalCodes;
import org.einlass.kiosk.gate.LocalCorrections;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.queue.PrintJobs;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.RosterStore;
import org.einlass.sqlite.SqliteErrorKind;
import org.einlass.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;

/** The folder in which this device keeps what must not be lost. One program at a time may have it open. */
public final class DeviceStore implements AutoCloseable {
    static final String JOURNAL_FILE = "journal.db";
    private static final List<String> TABLES = List.of(
            """
            create table if not exists epoch (
                number integer primary key,
                id text not null unique,
                predecessor text
            )
            """,
            """
            create table if not exists entry (
                epoch text not null,
                sequence integer not null check (sequence > 0),
                id text not null,
                body text not null,
                code text,
                admitted_at integer not null,
                printed text,
                fate text check (fate in ('ACCEPTED', 'KNOWN', 'QUARANTINED', 'UNRECOGNISED')),
                rejections integer not null default 0,
                unique (epoch, sequence)
            )
            """,
            "create index if not exists entry_waiting on entry (rejections) where fate is null",
            "create index if not exists entry_code on entry (code) where code is not null",
            "create index if not exists entry_printed on entry (printed) where printed is not null",
            """
            create table if not exists kept (
                name text primary key,
                value text not null
            )
            """);

    private static final List<String> SCHEMA = Stream.of(
                    TABLES,
                    SqliteDeskMemory.SCHEMA,
                    SqliteLocalCodes.SCHEMA,
                    SqliteLocalCorrections.SCHEMA,
                    SqlitePrintJobs.SCHEMA)
            .flatMap(List::stream)
            .toList();

    private final FileChannel lockFile;
    private final DeviceDatabase deviceDatabase;
    private final SqliteJournal journal;
    private final RestartState restartState;
    private final SqliteRoster roster;
    private final KeyFile vault;
    private final SealedKeyRing keyRing;
    private final SealedDirectory guests;
    private final SqliteLocalCodes newcomers;
    private final SqliteLocalCorrections corrections;

    private DeviceStore(Path folder, FileChannel lockFile, DeviceDatabase deviceDatabase, SqliteJournal journal)
            throws SQLException {
        this.lockFile = lockFile;
        this.deviceDatabase = deviceDatabase;
        this.journal = journal;
        this.restartState = new RestartState(deviceDatabase);
        this.roster = new SqliteRoster(folder, restartState);
        this.vault = new KeyFile(restartState);
        this.keyRing = new SealedKeyRing(restartState, vault);
        this.vault.onTurn(this.keyRing::keep, this.keyRing::lock);
        this.guests = new SealedDirectory(roster, vault);
        this.newcomers = new SqliteLocalCodes(deviceDatabase);
        this.corrections = new SqliteLocalCorrections(deviceDatabase, vault);
    }

    /**
     * Opens the folder, which is made where it is missing, and begins a new epoch of the journal.
     *
     * @throws StoreException with one sentence where it is in use, unwritable or broken
     */
    public static DeviceStore open(Path folder, EpochId epoch) {
        return open(folder, epoch, SqliteFile::open);
    }

    static DeviceStore open(Path folder, EpochId epoch, DeviceDatabase.Opener opener) {
        FileChannel lockFile = lock(folder);
        DeviceDatabase deviceDatabase = new DeviceDatabase(folder.resolve(JOURNAL_FILE), SCHEMA, opener);
        try {
            return new DeviceStore(folder, lockFile, deviceDatabase, new SqliteJournal(deviceDatabase, epoch));
        } catch (SQLException unusable) {
            deviceDatabase.close();
            closeQuietly(lockFile);
            throw new StoreException(sentenceFor(unusable, folder), unusable);
        }
    }

    private static String sentenceFor(SQLException unusable, Path folder) {
        boolean damaged = SqliteErrorKind.behind(unusable)
                .filter(SqliteErrorKind.CORRUPT::equals)
                .isPresent();
        return damaged
                ? "The journal " + folder.resolve(JOURNAL_FILE) + " is no journal of a kiosk, or is damaged. Keep the"
                        + " folder for what it has not delivered yet, and name another one."
                : "The journal in the folder " + folder + " cannot be opened. Check the disk, or name another folder.";
    }

    private static FileChannel lock(Path folder) {
        try {
            new SqliteFile(folder.resolve(JOURNAL_FILE)).makeFolder();
            FileChannel channel =
                    FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StoreException(
                        "The folder " + folder + " is in use by another kiosk. End it, or name another folder.",
                        new IOException("locked"));
            }
            return channel;
        } catch (IOException unwritable) {
            throw new StoreException(
                    "The folder " + folder + " cannot be written. Check its rights, or name another folder.",
                    unwritable);
        }
    }

    @SuppressWarnings("resource")
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The reason for closing it is reported already.
        }
    }

    /** This device's journal, in the epoch that began when the store was opened. */
    public Journal journal() {
        return journal;
    }

    /** The entries that the server has not taken yet, of all epochs. */
    public Outbox outbox() {
        return new SqliteOutbox(deviceDatabase);
    }

    /** Small things that outlive a restart. */
    public RestartState keepsakes() {
        return restartState;
    }

    /** The roster, for deciding. */
    public Roster roster() {
        return roster;
    }

    /** The roster, for keeping it like the server's. */
    public RosterStore rosterShelf() {
        return new SyncedRoster(roster, newcomers, corrections);
    }

    /** The prints of this device that are not at their end. */
    public PrintJobs printJobs() {
        return new SqlitePrintJobs(deviceDatabase);
    }

    /** What a desk looks up in the journal. */
    public DeskMemory memory() {
        return new SqliteDeskMemory(deviceDatabase);
    }

    /** The codes that this desk made, until the roster brings them. */
    public LocalCodes newcomers() {
        return newcomers;
    }

    /** The fields that this desk put right, until the roster brings them. */
    public LocalCorrections corrections() {
        return corrections;
    }

    /** The data key of a staffed desk; locked after each start. */
    public KeyFile vault() {
        return vault;
    }

    /** What a staffed desk makes codes with; sealed by the vault. */
    public KeyRing keyRing() {
        return keyRing;
    }

    /** The guests by name, while the vault is unlocked. */
    public AttendeeDirectory guests() {
        return guests;
    }

    /** Whatever an order to wipe destroys. */
    private List<Wipeable> perishables() {
        return List.of(vault, keyRing, newcomers, corrections, roster, restartState.perishableSheet());
    }

    /**
     * Destroys all that this device was entrusted with; the journal stays. May be repeated.
     *
     * @return the words for what is no more
     * @throws IOException where something could not be destroyed
     */
    public List<String> destroyAll() throws IOException {
        for (Wipeable thing : perishables()) {
            thing.destroy();
        }
        return perishables().stream().map(Wipeable::name).toList();
    }

    /** The highest sequence number of this epoch. */
    public long highWater() {
        return journal.highWater();
    }

    @Override
    public void close() {
        roster.close();
        deviceDatabase.close();
        closeQuietly(lockFile);
    }
}
