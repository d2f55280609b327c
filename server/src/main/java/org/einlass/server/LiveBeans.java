package org.einlass.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.einlass.server.counter.CounterService;
import org.einlass.server.counter.HelpCallService;
import org.einlass.server.database.Store;
import org.einlass.server.device.DeviceService;
import org.einlass.server.erasure.RetentionService;
import org.einlass.server.event.EventService;
import org.einlass.server.journal.quota.DeviceQuotaService;
import org.einlass.server.live.AwaitedGuestService;
import org.einlass.server.live.ClosingService;
import org.einlass.server.live.LiveService;
import org.einlass.server.live.RoomLinkService;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.presence.hand.LetInService;

/** Puts together what leads an event on its day. */
@ApplicationScoped
public class LiveBeans {
    @Produces
    @Singleton
    LiveService live(
            Store store,
            DeviceService devices,
            ClarificationService clarifications,
            AwaitedGuestService awaited,
            HelpCallService helpCalls,
            CounterService counters,
            Clock clock) {
        return new LiveService(store, devices, clarifications, awaited, helpCalls, counters, clock);
    }

    @Produces
    @Singleton
    AwaitedGuestService awaitedGuests(Store store, Clock clock) {
        return new AwaitedGuestService(store, clock);
    }

    @Produces
    @Singleton
    ClosingService closings(
            Store store,
            EventService events,
            DeviceService devices,
            ClarificationService clarifications,
            RetentionService retention,
            Clock clock) {
        return new ClosingService(store, events, devices, clarifications, retention::day, clock);
    }

    @Produces
    @Singleton
    LetInService letIns(AdmissionServices services) {
        return services.letIns();
    }

    @Produces
    @Singleton
    RoomLinkService roomLinks(
            Store store, AdmissionServices services, DeviceQuotaService quotas, Clock clock, RandomGenerator chance) {
        return new RoomLinkService(store, services.roomTaps(), quotas, clock, chance);
    }
}
