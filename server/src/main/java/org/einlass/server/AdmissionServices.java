package org.einlass.server;

import java.time.Clock;
import java.time.Duration;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventConfigCache;
import org.einlass.server.journal.JournalIngest;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.journal.JournalService;
import org.einlass.server.journal.JournalTables;
import org.einlass.server.journal.QuarantineService;
import org.einlass.server.presence.FactEffects;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.presence.hand.LetInService;
import org.einlass.server.presence.hand.RoomTapService;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.scan.RoomService;
import org.einlass.server.scan.ScanService;

/**
 * The way of a scan, put together: questions, journals, and what follows from both.
 *
 * @param effects is to hear of every change to events and registrations
 */
public record AdmissionServices(
        ScanService scans,
        JournalService journals,
        QuarantineService quarantine,
        RoomService rooms,
        ClarificationService clarifications,
        LetInService letIns,
        RoomTapService roomTaps,
        FactEffects effects) {

    public static AdmissionServices of(Store store, ServerKey serverKey, Clock clock) {
        EventConfigCache eventConfigs = new EventConfigCache(JournalJson.mapper());
        FactEffects effects = new FactEffects(serverKey, eventConfigs, clock);
        JournalTables journal = JournalTables.of(serverKey);
        JournalIngest ingest = new JournalIngest(
                Clock.tick(clock, Duration.ofMillis(1)),
                eventConfigs,
                new CodeTable(serverKey),
                journal,
                new AnswerTable(),
                effects);
        return new AdmissionServices(
                new ScanService(store, serverKey, eventConfigs, ingest, effects, clock),
                new JournalService(store, eventConfigs, ingest, effects, clock),
                new QuarantineService(store, ingest, Clock.tick(clock, Duration.ofMillis(1))),
                new RoomService(store, eventConfigs, clock),
                new ClarificationService(store, eventConfigs, ingest, journal, clock),
                new LetInService(store, eventConfigs, ingest, clock),
                new RoomTapService(store, eventConfigs, ingest, journal, clock),
                effects);
    }
}
