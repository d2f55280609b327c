package org.einlass.server.erasure;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.server.database.ServerKey;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;

/** Erases again whom a restored backup brought back, before the first request is answered. */
public final class RestoredErasures {
    private static final System.Logger LOG = System.getLogger(RestoredErasures.class.getName());

    private final ErasureService erasures;
    private final ServerKey key;
    private final Path list;

    /** @param data the data folder, in which a restore puts the list that lay beside the backup */
    public RestoredErasures(ErasureService erasures, ServerKey key, Path data) {
        this.erasures = erasures;
        this.key = key;
        this.list = list(data);
    }

    private static Path list(Path data) {
        return data.resolve(BackupManifest.ERASED);
    }

    /** Whether a restore has left such a list in this data folder. */
    public static boolean isWaiting(Path data) {
        return Files.exists(list(data));
    }

    /**
     * Erases all of them. What cannot be erased now is tried again at the next start; a list of another server's is put
     * aside with a warning.
     */
    public void run() {
        try {
            List<ErasedList.Line> lines = ErasedList.read(list, key);
            boolean all = true;
            for (ErasedList.Line line : lines) {
                all &= isErased(line);
            }
            if (all) {
                Files.deleteIfExists(list);
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "The list of whom the restored backup brought back cannot be read: erase these people again by hand,"
                            + " then delete the file {0}. ({1})",
                    list,
                    unreadable.getMessage());
        }
    }

    private boolean isErased(ErasedList.Line line) {
        try {
            erasures.again(line);
            return true;
        } catch (RuntimeException later) {
            if (isUnknown(later)) {
                return true; // The backup does not hold them.
            }
            LOG.log(
                    Level.WARNING,
                    "Somebody whom the restored backup brought back could not be erased; this is tried again at the next"
                            + " start: {0}",
                    later.getMessage());
            return false;
        }
    }

    private static boolean isUnknown(RuntimeException failure) {
        Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
        return why instanceof Rejected rejected && rejected.reason() == RejectionReason.UNKNOWN_REGISTRATION;
    }
}
