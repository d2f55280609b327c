package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.einlass.contract.code.Code;
import org.einlass.contract.desk.Clarification;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.server.database.Databases;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.RegistrationRange;

/** Two desks and a kiosk at the congress, which write down what they do until they deliver it. */
final class TwoDesks implements AutoCloseable {
    static final Attendee OEZTUERK = Attendee.of("Ayşe", "Öztürk", "Stadt Erfurt");
    static final Attendee MUELLER = Attendee.of("Änne", "Müller", "Land Thüringen");

    final Congress congress;
    final SimulatedDevice first;
    final SimulatedDevice second;
    final SimulatedDevice kiosk;

    TwoDesks(Databases database, Path folder) {
        congress = new Congress(database, folder);
        first = new SimulatedDevice("schalter-1", congress, new Random(11));
        second = new SimulatedDevice("schalter-2", congress, new Random(12));
        kiosk = new SimulatedDevice("kiosk-1", congress, new Random(13));
    }

    static EntryId id(SimulatedDevice.Made made) {
        return made.entry().head().id();
    }

    static List<JournalReceipt.Fate> fates(JournalReceipt receipt) {
        return receipt.entries().stream().map(JournalReceipt.EntryReceipt::fate).collect(Collectors.toList());
    }

    ScanAnswer ask(DoorId door, Code code) {
        return kiosk.ask(kiosk.nextId(), door, code);
    }

    BadgeOrder badge(RegistrationId registration) {
        return congress.read(handle ->
                        new Badges(congress.codes()).within(handle, Congress.EVENT, RegistrationRange.of(registration)))
                .get(registration);
    }

    Map<String, Object> registration(RegistrationId registration) {
        List<Map<String, Object>> rows = congress.rows("select * from registrations where id = '" + registration + "'");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    String status(RegistrationId registration) {
        return String.valueOf(registration(registration).get("status"));
    }

    long people(String area) {
        return congress.count("select coalesce(sum(people), 0) from head_counts where area = '" + area + "'");
    }

    /** What there is to clarify, as desks read it: one case. */
    Clarification theOnlyCase() {
        List<Clarification> items = congress.services()
                .clarifications()
                .page(Congress.EVENT, "", 50)
                .items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** Ends the congress, in which every projection equals its facts. */
    @Override
    public void close() {
        assertThat(congress.differences()).isEmpty();
        congress.close();
    }
}
