package org.einlass.server.live;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.WipeState;
import org.einlass.reports.statistics.AttendanceRow;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.Store;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventService;
import org.einlass.server.event.VersionedEvent;
import org.einlass.server.journal.EpochTable;
import org.einlass.server.presence.clarification.ClarificationService;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.report.RecentAttendance;
import org.jspecify.annotations.Nullable;

/**
 * Leads an event from rehearsal to the day and to its end. Changing the phase deletes nothing: facts keep the
 * phase in which they were made. Closing freezes the figures and says by name who had not delivered; what comes
 * later is a fact all the same, and is named beside the frozen figures. Any thread may call it.
 */
public final class ClosingService {
    private static final Wording NO_PHASE = new Wording("Die Phase fehlt.", "The phase is missing.");
    private static final Wording SAY_PHASE =
            new Wording("Bitte REHEARSAL, LIVE oder CLOSED angeben.", "Say REHEARSAL, LIVE or CLOSED.");

    private final Store store;
    private final EventService events;
    private final DeviceService devices;
    private final ClarificationService clarifications;
    private final Function<EventId, Optional<LocalDate>> deletion;
    private final Clock clock;
    private final EpochTable epochs = new EpochTable();

    /** @param deletion the day on which all people of an event are erased, where one is set */
    public ClosingService(
            Store store,
            EventService events,
            DeviceService devices,
            ClarificationService clarifications,
            Function<EventId, Optional<LocalDate>> deletion,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.devices = devices;
        this.clarifications = clarifications;
        this.deletion = deletion;
        this.clock = clock;
    }

    /** How far it is, and what stands in the way. */
    public ClosingState read(EventId event) {
        VersionedEvent current = events.current(event);
        Phase phase = phase(current);
        List<DeviceState> all = devices.all(event);
        Optional<ClosingTable.Row> kept = store.read(handle -> ClosingTable.find(handle, event));
        Optional<LocalDate> day = deletion.apply(event);
        int toClarify = clarifications.page(event, "", 1).total();
        List<ClosingState.Step> steps = new ArrayList<>();
        steps.add(step(ClosingState.Kind.CLARIFIED, toClarify == 0 ? List.of() : List.of(String.valueOf(toClarify))));
        steps.add(step(ClosingState.Kind.DELIVERED, behind(all)));
        steps.add(step(ClosingState.Kind.COMPLETE, gaps(event, all)));
        steps.add(new ClosingState.Step(ClosingState.Kind.FROZEN, kept.isPresent(), List.of()));
        steps.add(deletion(current.document(), day));
        steps.add(new ClosingState.Step(ClosingState.Kind.CLOSED, phase == Phase.CLOSED, List.of()));
        steps.add(step(ClosingState.Kind.WIPED, titles(all, device -> !isWiped(device))));
        return new ClosingState(
                phase, steps, kept.map(row -> frozen(event, row)).orElse(null), day.orElse(null));
    }

    /** A day that the event was moved beyond erases nobody. */
    private static ClosingState.Step deletion(EventDocument document, Optional<LocalDate> day) {
        boolean set = day.filter(one -> one.isAfter(document.end())).isPresent();
        return new ClosingState.Step(
                ClosingState.Kind.DELETION_SET,
                set,
                set ? List.of() : day.map(LocalDate::toString).stream().toList());
    }

    private static ClosingState.Step step(ClosingState.Kind kind, List<String> open) {
        return new ClosingState.Step(kind, open.isEmpty(), open);
    }

    private static Phase phase(VersionedEvent event) {
        return Objects.requireNonNullElse(event.document().phase(), Phase.REHEARSAL);
    }

    /** Devices that were heard of and hold entries, or are off, so that nobody knows. */
    private List<String> behind(List<DeviceState> all) {
        Instant now = clock.instant();
        return titles(all, device -> {
            Heartbeat said = device.heartbeat();
            boolean off = LiveDevice.isSilent(device, now);
            return !isWiped(device) && said != null && (said.waiting() > 0 || off);
        });
    }

    private static boolean isWiped(DeviceState device) {
        WipeState wipe = device.wipe();
        return wipe != null && wipe.wipedAt() != null;
    }

    private static List<String> titles(List<DeviceState> all, Predicate<DeviceState> which) {
        return all.stream().filter(which).map(ClosingService::title).toList();
    }

    private static String title(DeviceState device) {
        return device.title().isEmpty() ? device.device().text() : device.title();
    }

    private List<String> gaps(EventId event, List<DeviceState> all) {
        return store.read(handle -> epochs.gaps(handle, event)).stream()
                .map(gap -> title(all, gap.device()) + " (" + gap.missing() + ")")
                .toList();
    }

    private static String title(List<DeviceState> all, DeviceId id) {
        return all.stream()
                .filter(device -> device.device().equals(id))
                .map(ClosingService::title)
                .findFirst()
                .orElse(id.text());
    }

    private ClosingState.Frozen frozen(EventId event, ClosingTable.Row row) {
        AttendanceRow now = counted(event);
        return new ClosingState.Frozen(
                row.at(),
                row.registered(),
                row.arrived(),
                row.behind(),
                now.registered(),
                now.arrived(),
                store.read(handle -> ClosingTable.late(handle, event, row.at())));
    }

    private AttendanceRow counted(EventId event) {
        return RecentAttendance.whileLive(store, event, Locale.GERMAN, clock)
                .count()
                .attendance()
                .total();
    }

    /**
     * Keeps the figures of the moment when their counting begins; whatever comes in meanwhile is named as late. What is not reached yet stands in no way, and is kept by name.
     */
    public CompletionStage<EventId> freeze(EventId event, String by) {
        Instant counted = clock.instant();
        AttendanceRow figures = counted(event);
        List<DeviceState> all = devices.all(event);
        List<String> behind = Stream.concat(behind(all).stream(), gaps(event, all).stream())
                .distinct()
                .toList();
        AuditTrail trail = AuditTrail.of(AuditAction.FIGURES_FROZEN, event.text());
        return store.write(WriteKey.of(event), transaction -> {
            ClosingTable.Row row = new ClosingTable.Row(counted, figures.registered(), figures.arrived(), behind);
            ClosingTable.put(transaction.handle(), event, row, by);
            trail.add(transaction, event.text(), counted);
            return event;
        });
    }

    /** Changes the phase and nothing else. Nothing is deleted: what was practised stays practice. */
    public CompletionStage<Phase> change(EventId event, @Nullable Phase phase) {
        if (phase == null) {
            throw Rejected.badValue(NO_PHASE, SAY_PHASE, "phase");
        }
        VersionedEvent current = events.current(event);
        return events.change(event, current.version(), current.document().withPhase(phase))
                .thenApply(ClosingService::phase);
    }
}
