package org.einlass.server.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.einlass.server.account.Role;
import org.einlass.server.backup.Backup;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupState;
import org.jspecify.annotations.Nullable;

/**
 * {@code /backups}: makes a backup and says how the backups stand, for organisers of all events. Their content never leaves
 * the server this way.
 */
@Path("/backups")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ORGANISER)
public class BackupResource {
    @Inject
    private BackupService backups;

    @Inject
    private Clock clock;

    /**
     * How the backups stand.
     *
     * @param folder where they are on the server
     * @param reachable whether that folder can be written
     * @param onDataDisk whether it lies on the same disk as the data
     * @param everyHours the hours from one to the next; 0 makes none by itself
     * @param running whether one is being made
     * @param overdue whether there is none, or none for twice the usual time
     * @param problem why the last attempt made none
     * @param kept the good ones, the newest first
     */
    public record BackupList(
            String folder,
            boolean reachable,
            boolean onDataDisk,
            long everyHours,
            boolean running,
            boolean overdue,
            @Nullable String problem,
            List<Backup> kept) {

        public BackupList {
            kept = List.copyOf(kept);
        }
    }

    @GET
    public BackupList state() {
        BackupState state = backups.state();
        return new BackupList(
                state.folder(),
                state.reachable(),
                state.onDataDisk(),
                state.every().toHours(),
                state.running(),
                state.isOverdue(clock.instant()),
                state.obstacle() == null ? null : state.obstacle().name(),
                state.kept());
    }

    /** Answers when the backup is on its disk and was compared. */
    @POST
    public CompletionStage<Backup> make() {
        return backups.make();
    }
}
