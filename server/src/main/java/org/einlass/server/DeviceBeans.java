package org.einlass.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.einlass.server.account.Accounts;
import org.einlass.server.counter.ArrivalService;
import org.einlass.server.counter.CounterService;
import org.einlass.server.counter.HelpCallService;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.device.DataKeyTable;
import org.einlass.server.device.DeviceMessageService;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DoorAssignmentService;
import org.einlass.server.device.HeartbeatService;
import org.einlass.server.device.enrolment.DeviceTokenService;
import org.einlass.server.device.enrolment.EnrolmentService;
import org.einlass.server.device.enrolment.RedemptionService;
import org.einlass.server.device.enrolment.ServerReach;
import org.einlass.server.device.helper.HelperService;
import org.einlass.server.event.EventService;
import org.einlass.server.report.EnrolmentSheetPages;

/** Puts together what knows devices. */
@ApplicationScoped
public class DeviceBeans {
    private static final String ADDRESSES = "einlass.event.addresses";
    private static final String PINS = "einlass.event.pins";

    @Produces
    @Singleton
    DataKeyTable dataKeys(ServerKey serverKey) {
        return new DataKeyTable(serverKey);
    }

    @Produces
    @Singleton
    DeviceService devices(Store store, Accounts accounts, DataKeyTable dataKeys, Clock clock, RandomGenerator chance) {
        return new DeviceService(store, accounts, dataKeys, clock, chance);
    }

    @Produces
    @Singleton
    DoorAssignmentService doorAssignments(Store store, Accounts accounts, Clock clock) {
        return new DoorAssignmentService(store, accounts, clock);
    }

    @Produces
    @Singleton
    HeartbeatService heartbeats(Store store, DataKeyTable dataKeys, Clock clock) {
        return new HeartbeatService(store, dataKeys, clock);
    }

    @Produces
    @Singleton
    DeviceMessageService deviceMessages(Store store, Clock clock) {
        return new DeviceMessageService(store, clock);
    }

    @Produces
    @Singleton
    ArrivalService arrivals(Store store) {
        return new ArrivalService(store);
    }

    @Produces
    @Singleton
    CounterService counters(Store store, Clock clock) {
        return new CounterService(store, clock);
    }

    @Produces
    @Singleton
    HelpCallService helpCalls(Store store, Clock clock) {
        return new HelpCallService(store, clock);
    }

    @Produces
    @Singleton
    HelperService helpers(Store store, ServerKey serverKey, Clock clock, RandomGenerator chance) {
        return new HelperService(store, serverKey, clock, chance);
    }

    @Produces
    @Singleton
    EnrolmentService enrolments(
            Store store, Accounts accounts, DeviceService devices, Clock clock, RandomGenerator chance) {
        return new EnrolmentService(store, accounts, devices, reach(), clock, chance);
    }

    @Produces
    @Singleton
    EnrolmentSheetPages enrolmentSheets(EnrolmentService enrolments, EventService events) {
        return new EnrolmentSheetPages(enrolments, events);
    }

    @Produces
    @Singleton
    RedemptionService redemptions(Store store, Clock clock, RandomGenerator chance) {
        return new RedemptionService(store, reach(), clock, chance);
    }

    @Produces
    @Singleton
    DeviceTokenService deviceTokens(Store store, Clock clock, RandomGenerator chance) {
        return new DeviceTokenService(store, reach(), clock, chance);
    }

    /** The launcher says so; without HTTPS the server is there for this machine only. */
    private static ServerReach reach() {
        String here = Beans.ownAddress().toString();
        return ServerReach.parse(System.getProperty(ADDRESSES, here), System.getProperty(PINS, ""));
    }
}
