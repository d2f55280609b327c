package org.einlass.server.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.server.journal.BootClocks.Met;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what contacts tell of the clocks of devices, and gives all facts that hang on them their better time.
 */
public final class ClockContacts {
    private final BootClocks bootClocks;
    private final FactTable factTable;
    private final DeferredClockSamples deferred = new DeferredClockSamples();

    public ClockContacts(BootClocks bootClocks, FactTable factTable) {
        this.bootClocks = bootClocks;
        this.factTable = factTable;
    }

    /**
     * Learns from contacts that came with questions: of many questions in a row there is nothing to learn, and
     * of one device something once a second at most.
     *
     * @param now by the server's clock
     * @return the devices whose facts have other times now
     */
    public Set<DeviceId> learn(Handle handle, EventId event, List<Met> contacts, Instant now) {
        List<Met> news = deferred.due(event, bootClocks.news(handle, event, contacts), now);
        return news.isEmpty()
                ? Set.of()
                : learnAll(handle, event, devices(news), news).devices();
    }

    /** What is known of the clocks of devices after their contacts, and whose facts have other times now. */
    record Learned(ClockCorrection clocks, Set<DeviceId> devices) {}

    private static Set<DeviceId> devices(Collection<Met> contacts) {
        return contacts.stream().map(Met::device).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param devices those of the contacts, and others whose clocks are asked for */
    Learned learnAll(Handle handle, EventId event, Set<DeviceId> devices, Collection<Met> contacts) {
        ClockCorrection clocks = bootClocks.of(handle, event, devices);
        Map<DeviceId, Long> errors = new HashMap<>();
        devices.forEach(device -> errors.put(device, clocks.wallError(device)));
        Map<DeviceId, Set<BootId>> better = new LinkedHashMap<>();
        for (Met met : contacts) {
            if (clocks.learn(met.device(), met.contact())) {
                better.computeIfAbsent(met.device(), device -> new LinkedHashSet<>())
                        .add(met.contact().boot());
            }
        }
        List<Met> samples = better.entrySet().stream()
                .flatMap(device -> device.getValue().stream()
                        .flatMap(boot -> clocks.best(device.getKey(), boot).stream())
                        .map(sample -> new Met(device.getKey(), sample)))
                .toList();
        bootClocks.put(handle, event, samples);
        factTable.retime(handle, event, samples);
        Map<DeviceId, Long> moved = new LinkedHashMap<>();
        better.keySet().stream()
                .filter(device -> clocks.wallError(device) != errors.getOrDefault(device, 0L))
                .forEach(device -> moved.put(device, clocks.wallError(device)));
        factTable.retimeUnsure(handle, event, moved);
        return new Learned(clocks, better.keySet());
    }
}
