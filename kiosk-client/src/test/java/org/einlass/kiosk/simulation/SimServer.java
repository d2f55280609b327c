package org.einlass.kiosk.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.server.AdmissionServices;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.presence.ConflictTable;
import org.jspecify.annotations.Nullable;

/** The server in the simulation: its real core, in the simulation's time; can be restored from a backup. */
final class SimServer {
    private final SimHouse house;
    private final InstantSource time;
    private AdmissionServices services;
    private UUID incarnation = new UUID(0, 1);

    SimServer(SimHouse house, InstantSource time, Mistake mistake) {
        this.house = house;
        this.time = time;
        house.begin(mistake);
        this.services = house.open(time);
    }

    void backUp() {
        house.backUp();
    }

    void restore() {
        house.restore();
        services = house.open(time);
        incarnation = new UUID(0, incarnation.getLeastSignificantBits() + 1);
    }

    UUID incarnation() {
        return incarnation;
    }

    DoorSheet sheet() {
        return house.sheet(time.instant());
    }

    ScanAnswer answer(DeviceId device, ScanQuestion question) {
        return SimHouse.await(services.scans().ask(Sample.EVENT, device, question));
    }

    JournalReceipt take(DeviceId device, Outbox.Batch batch) {
        List<String> entries = batch.items().stream().map(Outbox.Item::json).toList();
        Source source = new Source(device, batch.epoch().toString(), text(batch.predecessor()));
        return take(source, batch.highWater(), entries);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private JournalReceipt take(Source source, long highWater, List<String> entries) {
        ObjectNode report = JournalJson.mapper().createObjectNode();
        report.put("epoch", source.epoch());
        report.put("predecessor", source.predecessor());
        report.put("highWater", highWater);
        ArrayNode list = report.putArray("entries");
        entries.forEach(entry -> list.add(json(entry)));
        return SimHouse.await(services.journals().report(Sample.EVENT, source.device(), false, report));
    }

    private static JsonNode json(String text) {
        try {
            return JournalJson.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One start of a device's program. */
    private record Source(
            DeviceId device, String epoch, @Nullable String predecessor) {}

    /**
     * A fact as the server has it.
     *
     * @param at corrected time
     * @param sure whether its boot has ever been in contact
     */
    record Known(EntryId id, Instant at, boolean sure) {}

    List<Known> facts() {
        return house.read(handle -> handle.createQuery("select id, at, sure from facts")
                .map((row, context) -> new Known(
                        EntryId.of(row.getString("id")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getBoolean("sure")))
                .list());
    }

    /** Ids of all entries that the server keeps, understood or not. */
    Set<String> kept() {
        return new HashSet<>(
                house.read(handle -> handle.createQuery("select id from facts union select entry from quarantine")
                        .mapTo(String.class)
                        .list()));
    }

    /** Registrations that the server shows as admitted twice. */
    Set<String> doubles() {
        return house.read(handle -> new ConflictTable()
                .open(handle, Sample.EVENT).stream()
                        .filter(item -> item.kind().equals("DOUBLE_ADMISSION"))
                        .map(ConflictTable.Item::subject)
                        .collect(Collectors.toSet()));
    }

    /** What the projection says otherwise than the facts. */
    Collection<String> differences() {
        return house.differences();
    }

    /** Everything derived from the facts, a line a thing. */
    SortedSet<String> derived() {
        return house.derived();
    }

    /** Forgets all facts and hears them anew, in another order and in other pieces. */
    void hearAgain(Random chance) {
        Map<Source, List<String>> told = told();
        house.forgetFacts();
        List<Map.Entry<Source, String>> single = new ArrayList<>();
        told.forEach((source, entries) -> entries.forEach(entry -> single.add(Map.entry(source, entry))));
        Collections.shuffle(single, chance);
        single.forEach(each -> take(each.getKey(), 0, List.of(each.getValue())));
    }

    private Map<Source, List<String>> told() {
        Map<Source, List<String>> told = new LinkedHashMap<>();
        house.read(handle -> handle.createQuery("""
                select f.device, f.epoch, e.predecessor, f.body from facts f
                left join epochs e on e.event = f.event and e.device = f.device and e.epoch = f.epoch
                order by f.device, f.epoch, f.sequence
                """)
                .map((row, context) -> told.computeIfAbsent(
                                new Source(
                                        new DeviceId(row.getString("device")),
                                        row.getString("epoch"),
                                        row.getString("predecessor")),
                                source -> new ArrayList<>())
                        .add(row.getString("body")))
                .list());
        return told;
    }
}
