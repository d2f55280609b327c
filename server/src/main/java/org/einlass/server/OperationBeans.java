package org.einlass.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.einlass.server.backup.BackupSchedule;
import org.einlass.server.backup.BackupService;
import org.einlass.server.backup.BackupSettings;
import org.einlass.server.database.Store;
import org.einlass.server.health.HealthService;
import org.einlass.server.registration.imports.AbandonedImports;
import org.einlass.server.registration.imports.ImportUndo;

/** Puts together what keeps a server running: backups, and how it is. */
@ApplicationScoped
public class OperationBeans {
    @Resource
    @SuppressWarnings("NullAway.Init") // the container puts it there before anybody asks
    private ManagedScheduledExecutorService executor;

    @Produces
    @Singleton
    BackupService backups(Store store, Clock clock) {
        return new BackupService(store, BackupSettings.ofOptions(Beans.data()), executor, clock);
    }

    @Produces
    @Singleton
    HealthService health(Store store, BackupService backups, Clock clock) {
        return new HealthService(store, backups, Beans.data(), clock);
    }

    @Produces
    @Singleton
    BackupSchedule backupSchedule(BackupService backups, Clock clock) {
        return new BackupSchedule(backups, executor, clock);
    }

    void close(@Disposes BackupSchedule schedule) {
        schedule.close();
    }

    @Produces
    @Singleton
    AbandonedImports abandonedImports(ImportUndo importUndo, Store store) {
        return new AbandonedImports(importUndo, store.isFile(), executor, System::nanoTime);
    }

    void close(@Disposes AbandonedImports abandoned) {
        abandoned.close();
    }

    /** A schedule that nobody asks for would never begin. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) Object application,
            jakarta.enterprise.inject.Instance<BackupSchedule> schedule,
            jakarta.enterprise.inject.Instance<AbandonedImports> abandoned) {
        schedule.get();
        abandoned.get();
    }
}
