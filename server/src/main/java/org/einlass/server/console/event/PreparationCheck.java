package org.einlass.server.console.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.server.console.event.PreparationItem.State;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceState;
import org.einlass.server.event.EventDocument;

/**
 * What is done and what is missing before an event begins, in the order in which it is done. A pure function of
 * what is stored and of the time.
 */
final class PreparationCheck {
    /** Devices say something every half minute; one that is silent for so long is off or cut off. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    private static final String READY = "READY";

    /** What devices say of a printer that prints, or of which nobody knows; every other word names a fault. */
    private static final Set<String> WITHOUT_FAULT =
            Set.of(READY, "ATTENTION", "UNKNOWN", "NONE", "PAPER_LOW", "SUPPLY_LOW");

    private static final String EVENT = "event";
    private static final String LIST = "list";
    private static final String DEVICES = "devices";

    private final EventDocument document;
    private final int registered;
    private final List<DeviceState> devices;
    private final boolean quarantine;
    private final Instant now;

    /**
     * @param registered how many registrations there are
     * @param all the event's devices; whoever is revoked or wiped counts no more
     * @param quarantine whether reported entries wait for a decision
     */
    PreparationCheck(EventDocument document, int registered, List<DeviceState> all, boolean quarantine, Instant now) {
        this.document = document;
        this.registered = registered;
        this.devices = all.stream()
                .filter(device -> device.revokedAt() == null && device.wipe() == null)
                .toList();
        this.quarantine = quarantine;
        this.now = now;
    }

    List<PreparationItem> items() {
        return List.of(
                done("place", document.place() != null, EVENT),
                entries(),
                badges(),
                registered == 0
                        ? PreparationItem.of("list", State.MISSING, LIST)
                        : PreparationItem.of("list", State.DONE, "registrations", registered),
                enrolled(),
                devices("heard", DEVICES, device -> device.seenAt() == null || isSilent(device.seenAt())),
                devices("roster", DEVICES, device -> said(device, heartbeat -> heartbeat.roster() == null)),
                devices("program", DEVICES, device -> device.warning() != null),
                printers(),
                PreparationItem.of("quarantine", quarantine ? State.TROUBLE : State.DONE, "quarantine"),
                phase());
    }

    private static PreparationItem done(String key, boolean done, String page) {
        return PreparationItem.of(key, done ? State.DONE : State.MISSING, page);
    }

    private PreparationItem phase() {
        return document.phase() == Phase.CLOSED
                ? done("closed", true, "preparation")
                : done("phase", document.phase() == Phase.LIVE, "preparation");
    }

    private PreparationItem entries() {
        long entries = document.doors().stream()
                .filter(door -> door.direction() != Direction.EXIT)
                .count();
        return entries == 0
                ? PreparationItem.of("doors", State.MISSING, EVENT)
                : PreparationItem.of("doors", State.DONE, EVENT, entries);
    }

    private PreparationItem badges() {
        long printing =
                document.doors().stream().filter(EventDocument.Door::prints).count();
        return printing == 0
                ? PreparationItem.of("badges", State.MISSING, EVENT)
                : PreparationItem.of("badges", State.DONE, EVENT, printing);
    }

    private PreparationItem enrolled() {
        return devices.isEmpty()
                ? PreparationItem.of("devices", State.MISSING, DEVICES)
                : PreparationItem.of("devices", State.DONE, DEVICES, devices.size());
    }

    private boolean isSilent(Instant seen) {
        return seen.plus(SILENT).isBefore(now);
    }

    private static boolean said(DeviceState device, Predicate<Heartbeat> what) {
        Heartbeat heartbeat = device.heartbeat();
        return heartbeat != null && what.test(heartbeat);
    }

    /**
     * Names those for which {@code wrong} holds; missing while there is no device, or one that has said nothing
     * yet.
     */
    private PreparationItem devices(String key, String page, Predicate<DeviceState> wrong) {
        String names = titles(wrong);
        if (!names.isEmpty()) {
            return PreparationItem.of(key, State.TROUBLE, page, names);
        }
        boolean known = !devices.isEmpty() && devices.stream().noneMatch(device -> device.heartbeat() == null);
        return PreparationItem.of(key, known ? State.DONE : State.MISSING, page);
    }

    /** Kiosks and desks print; of a printer that has printed nothing yet nobody knows. */
    private PreparationItem printers() {
        String troubled = titles(device -> said(device, PreparationCheck::namesAFault));
        if (!troubled.isEmpty()) {
            return PreparationItem.of("printers", State.TROUBLE, DEVICES, troubled);
        }
        List<DeviceState> printing = devices.stream()
                .filter(device -> device.kind() != DeviceKind.DOOR)
                .toList();
        boolean ready =
                printing.stream().allMatch(device -> said(device, heartbeat -> READY.equals(heartbeat.printer())));
        return ready && !printing.isEmpty()
                ? PreparationItem.of("printers", State.DONE, DEVICES)
                : PreparationItem.of("printers", State.MISSING, DEVICES);
    }

    private static boolean namesAFault(Heartbeat heartbeat) {
        String printer = heartbeat.printer();
        return printer != null && !WITHOUT_FAULT.contains(printer);
    }

    private String titles(Predicate<DeviceState> wrong) {
        return devices.stream().filter(wrong).map(DeviceState::title).collect(Collectors.joining(", "));
    }
}
