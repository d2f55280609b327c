package org.einlass.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.einlass.server.backup.BackupService;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.erasure.AcknowledgedErasures;
import org.einlass.server.erasure.DisclosureService;
import org.einlass.server.erasure.ErasedList;
import org.einlass.server.erasure.ErasureService;
import org.einlass.server.erasure.RestoredErasures;
import org.einlass.server.erasure.RetentionSchedule;
import org.einlass.server.erasure.RetentionService;
import org.einlass.server.feed.RosterService;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.RegistrationErasures;
import org.einlass.server.registration.RegistrationIssuer;
import org.einlass.server.registration.change.EndedSubstitutions;
import org.einlass.server.registration.imports.DoorHistory;
import org.einlass.server.report.Renderers;
import org.einlass.server.report.certificate.CertificateBatches;

/** Puts together what erases people and discloses what is kept of them. */
@ApplicationScoped
public class ErasureBeans {
    @Resource
    @SuppressWarnings("NullAway.Init") // the container puts it there before anybody asks
    private ManagedScheduledExecutorService executor;

    @Produces
    @Singleton
    ErasureService erasures(
            Store store,
            CodeTable codeTable,
            RandomGenerator chance,
            RegistrationIssuer registrationIssuer,
            DoorHistory doorHistory,
            RosterService rosters,
            CertificateBatches certificates,
            DataKeyTable dataKeys,
            BackupService backups,
            ErasedList erasedList,
            Clock clock) {
        return new ErasureService(
                store,
                new RegistrationErasures(codeTable, chance),
                new EndedSubstitutions(registrationIssuer),
                doorHistory,
                List.of(rosters::forgetFiles, certificates::forget, event -> erasedList.write()),
                new AcknowledgedErasures(store, dataKeys, clock),
                backups,
                clock);
    }

    @Produces
    @Singleton
    ErasedList erasedList(Store store, ServerKey serverKey, BackupService backups) {
        return new ErasedList(store, serverKey, backups::state);
    }

    @Produces
    @Singleton
    RestoredErasures restoredErasures(ErasureService erasures, ServerKey serverKey) {
        return new RestoredErasures(erasures, serverKey, Beans.data());
    }

    @Produces
    @Singleton
    RetentionService retention(Store store, ErasureService erasures, Clock clock) {
        return new RetentionService(store, erasures, clock);
    }

    @Produces
    @Singleton
    DisclosureService disclosures(Store store, Renderers renderers, Clock clock) {
        return new DisclosureService(store, renderers, clock);
    }

    @Produces
    @Singleton
    RetentionSchedule retentionSchedule(RetentionService retention, ErasureService erasures, ErasedList erasedList) {
        return new RetentionSchedule(retention, erasures, erasedList, executor);
    }

    void close(@Disposes RetentionSchedule schedule) {
        schedule.close();
    }

    /** A schedule that nobody asks for would never begin. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) Object application, Instance<RetentionSchedule> schedule) {
        schedule.get();
    }
}
