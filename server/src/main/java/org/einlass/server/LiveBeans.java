package org.einlass.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.einlass.server.database.Store;
import org.einlass.server.device.DeviceService;
import org.einlass.server.live.LiveService;
import org.einlass.server.presence.clarification.ClarificationService;

/** Puts together what leads an event on its day. */
@ApplicationScoped
public class LiveBeans {
    @Produces
    @Singleton
    LiveService live(Store store, DeviceService devices, ClarificationService clarifications, Clock clock) {
        return new LiveService(store, devices, clarifications, clock);
    }
}
