package org.einlass.server.backup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.contract.code.RecoveryPublicKey;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.database.WriteKey;
import org.einlass.server.rejection.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Makes backups while guests come: one copy of the database as it stands at one moment, with the keys, encrypted to the
 * recovery key. Any thread may call it; one backup is made at a time.
 */
public final class BackupService {
    private static final System.Logger LOG = System.getLogger(BackupService.class.getName());

    /** What stays free on each disk, so that no backup ever keeps a scan from being written. */
    private static final long RESERVE_BYTES = 256L << 20;

    private static final String KEYS = "keys";
    private static final String RECOVERY = "recovery.pub";
    private static final List<String> LASTING = List.of("einlass.key", RECOVERY);
    private static final List<String> SINGLE_FILES = List.of("einlass.properties", "organiser.token");

    private final Store store;
    private final BackupSettings settings;
    private final BackupFolder folder;
    private final Executor executor;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable BackupObstacle obstacle;

    /** @param executor has threads for long work, apart from those that answer guests */
    public BackupService(Store store, BackupSettings settings, Executor executor, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.folder = new BackupFolder(settings);
        this.executor = executor;
        this.clock = clock;
    }

    /** How the backups stand now; looks into the folder. */
    public BackupState state() {
        return new BackupState(
                settings.folder().toString(),
                folder.isReachable() || settings.isOwnFolder(),
                folder.isOnDataDisk(),
                settings.every(),
                running.get(),
                obstacle,
                folder.all());
    }

    /** How long a backup is kept, as long as one is made each time it is due; empty where none is made by itself. */
    public Optional<Duration> kept() {
        return settings.every().isZero()
                ? Optional.empty()
                : Optional.of(settings.every().multipliedBy(settings.keep()));
    }

    /**
     * Makes a backup on a thread of the executor.
     *
     * @return completed when the backup is on its disk and was compared; exceptionally {@link Rejected} with a sentence
     *     where that is impossible, and nothing half-done is left then
     * @throws Rejected where one is being made already
     */
    public CompletionStage<Backup> make() {
        AuditTrail trail = AuditTrail.of(AuditAction.BACKUP_MADE, "");
        if (!running.compareAndSet(false, true)) {
            throw BackupObstacle.RUNNING.rejected();
        }
        try {
            return CompletableFuture.supplyAsync(() -> make(trail), executor);
        } catch (RuntimeException refused) {
            running.set(false);
            throw refused;
        }
    }

    private Backup make(AuditTrail trail) {
        try {
            Backup made = make(clock.instant());
            store.write(new WriteKey("", "", ""), transaction -> {
                        trail.add(transaction, made.name(), clock.instant());
                        return made;
                    })
                    .toCompletableFuture()
                    .join();
            obstacle = null;
            return made;
        } catch (BackupImpossible impossible) {
            obstacle = impossible.obstacle();
            throw impossible.obstacle().rejected();
        } finally {
            running.set(false);
        }
    }

    private Backup make(Instant now) {
        try {
            return encrypted(recoveryKey(), now);
        } catch (IOException e) {
            throw impossible(BackupObstacle.NOT_WRITTEN, e);
        } catch (SQLException | StoreUnavailable e) {
            throw impossible(BackupObstacle.NOT_COPIED, e);
        }
    }

    private static BackupImpossible impossible(BackupObstacle why, Exception cause) {
        LOG.log(Level.WARNING, "{0} ({1})", why.sentence().english(), cause.getMessage());
        return new BackupImpossible(why);
    }

    private RecoveryPublicKey recoveryKey() throws IOException {
        Path file = settings.data().resolve(KEYS).resolve(RECOVERY);
        if (!Files.isRegularFile(file)) {
            throw new BackupImpossible(BackupObstacle.NO_RECOVERY_KEY);
        }
        try {
            return new RecoveryPublicKey(Files.readString(file).strip());
        } catch (IllegalArgumentException damaged) {
            throw new BackupImpossible(BackupObstacle.NO_RECOVERY_KEY);
        }
    }

    private Backup encrypted(RecoveryPublicKey recovery, Instant now) throws IOException, SQLException {
        folder.prepare();
        makePrivate(settings.work());
        checkRoom(settings.work(), databaseBytes());
        try (CheckedCopy copy = CheckedCopy.of(store, settings.work(), now)) {
            checkRoom(settings.folder(), Files.size(copy.file()));
            Path draft = folder.draft(now);
            Files.deleteIfExists(draft);
            try {
                if (!new BackupArchive(recovery).write(draft, copy.manifest(), content(copy))) {
                    throw new BackupImpossible(BackupObstacle.NOT_THE_SAME);
                }
                Backup made = folder.keep(draft, now);
                folder.rotate(made);
                return made;
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    private Map<String, Path> content(CheckedCopy copy) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        files.put(BackupManifest.DATABASE, copy.file());
        for (String name : SINGLE_FILES) {
            Path file = settings.data().resolve(name);
            if (Files.isRegularFile(file)) {
                files.put(name, file);
            }
        }
        try (Stream<Path> keys = Files.list(settings.data().resolve(KEYS))) {
            keys.filter(BackupService::isLasting).forEach(file -> files.put(KEYS + "/" + file.getFileName(), file));
        }
        return files;
    }

    /** Key stores and their passwords are made anew at each start. */
    private static boolean isLasting(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith(".pem") || LASTING.contains(name));
    }

    private long databaseBytes() throws IOException {
        Path file = settings.data().resolve(BackupManifest.DATABASE);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private void checkRoom(Path place, long bytes) throws IOException {
        if (Files.getFileStore(place).getUsableSpace() < bytes + RESERVE_BYTES) {
            throw new BackupImpossible(BackupObstacle.NO_ROOM);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
