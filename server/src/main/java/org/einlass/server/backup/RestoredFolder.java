package org.einlass.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.server.account.DeviceTokenTable;
import org.einlass.server.account.LoginTable;
import org.einlass.server.account.login.InvitationTable;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.StoreUnusable;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.PendingDevices;
import org.einlass.server.event.EventSummary;
import org.einlass.server.event.EventTable;

/**
 * A data folder that the launcher made of a backup, whose rows go into PostgreSQL where the settings name one. The first
 * start on it gives every event's feed a new incarnation, so that devices fetch everything anew and report their whole
 * journals again, lets every device wait until somebody confirms it, and ends all logins.
 */
public final class RestoredFolder {
    private static final String TAKE_OVER_BEGUN = "take-over.begun";

    private final Store store;
    private final Path marker;
    private final Clock clock;

    public RestoredFolder(Store store, Path data, Clock clock) {
        this.store = store;
        this.marker = data.resolve(BackupManifest.RESTORED);
        this.clock = clock;
    }

    /**
     * Completes the restore, before the first request is answered; does nothing in any other folder. A power cut in between
     * lets it be done again, which does no harm.
     *
     * @throws StoreUnusable with one sentence, where the marker cannot be read or removed, or where the rows cannot go
     *     into the database that the server was told to use
     */
    public void complete() {
        if (!Files.exists(marker)) {
            return;
        }
        try {
            BackupManifest manifest = manifest();
            Path file = marker.resolveSibling(BackupManifest.DATABASE);
            Path begun = marker.resolveSibling(TAKE_OVER_BEGUN);
            if (!store.isFile() && Files.exists(file)) {
                store.takeOver(file, begun);
                Files.delete(file);
            }
            Files.deleteIfExists(begun);
            begin(manifest);
            Files.delete(marker);
        } catch (IOException e) {
            throw new StoreUnusable(
                    "The file " + marker
                            + " cannot be read or removed. Restore the backup once more into an empty folder.",
                    e);
        }
    }

    private BackupManifest manifest() throws IOException {
        try (InputStream in = Files.newInputStream(marker)) {
            return BackupManifest.read(in);
        }
    }

    private void begin(BackupManifest manifest) {
        AuditTrail trail = AuditTrail.of(AuditAction.RESTORED, "");
        store.writeAlone(new WriteKey("", "", ""), transaction -> {
                    for (EventSummary event : EventTable.all(transaction.handle())) {
                        EventTable.renewIncarnation(transaction.handle(), event.id());
                    }
                    PendingDevices.begin(transaction.handle(), clock.instant(), manifest.madeAt());
                    LoginTable.endEverybodys(transaction.handle());
                    InvitationTable.removeAll(transaction.handle());
                    DeviceTokenTable.forgetUse(transaction.handle());
                    trail.add(transaction, manifest.madeAt().toString(), clock.instant());
                    return manifest;
                })
                .toCompletableFuture()
                .join();
    }
}
