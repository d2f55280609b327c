package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.wire.Heartbeat;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.server.console.live.PrinterWords;
import org.einlass.server.device.AssignedDoors;
import org.einlass.server.device.DeviceConfirmation;
import org.einlass.server.device.DeviceDocument;
import org.einlass.server.device.DeviceKind;
import org.einlass.server.device.DeviceService;
import org.einlass.server.device.DeviceState;
import org.einlass.server.device.DoorAssignmentService;
import org.einlass.server.device.Enrolled;
import org.einlass.server.event.EventDocument.Door;
import org.jspecify.annotations.Nullable;

/** The page of an event's devices: how they are, and how one is enrolled, revoked or wiped. */
@Named
@RequestScoped
public class DevicePage {
    @Inject
    private DeviceService devices;

    @Inject
    private DoorAssignmentService doorAssignments;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String title = "";
    private String printer = "";
    private DeviceKind kind = DeviceKind.KIOSK;
    private List<String> doors = new ArrayList<>();
    private String assigned = "";
    private @Nullable Enrolled enrolled;

    public List<DeviceState> getAll() {
        return current.shown("devices", () -> devices.all(current.id()));
    }

    public DeviceKind[] getKinds() {
        return DeviceKind.values();
    }

    public List<Door> getEventDoors() {
        return current.document().doors();
    }

    public String getTitle() {
        return title;
    }

    /** On which printer the new device prints; empty where its own settings say so. */
    public String getPrinter() {
        return printer;
    }

    public void setPrinter(String printer) {
        this.printer = printer.strip();
    }

    public void setTitle(String title) {
        this.title = title.strip();
    }

    public DeviceKind getKind() {
        return kind;
    }

    public void setKind(DeviceKind kind) {
        this.kind = kind;
    }

    public List<String> getDoors() {
        return doors;
    }

    public void setDoors(List<String> doors) {
        this.doors = new ArrayList<>(doors);
    }

    /** Told once, on the page that answers the enrolment. */
    public @Nullable Enrolled getEnrolled() {
        return enrolled;
    }

    public void enrol() {
        List<DoorId> assigned = doors.stream().map(DoorId::new).toList();
        DeviceDocument document = new DeviceDocument(title, kind, assigned);
        DeviceId id = freeId();
        change(() -> {
            enrolled = devices.enrol(current.id(), id, document)
                    .toCompletableFuture()
                    .join();
            title = "";
        });
    }

    /** An id that no device of the event has, like the name that was typed. */
    DeviceId freeId() {
        List<String> taken = devices.all(current.id()).stream()
                .map(state -> state.device().text())
                .toList();
        return new DeviceId(Slugs.free(title, "device", taken));
    }

    public void revoke(String device) {
        change(() -> {
            devices.revoke(current.id(), new DeviceId(device))
                    .toCompletableFuture()
                    .join();
            messages.good(reader.say("device.revoked"));
        });
    }

    public String getAssigned() {
        return assigned;
    }

    public void setAssigned(String assigned) {
        this.assigned = assigned;
    }

    /** The doors that are ticked are those of the chosen device from now on; without a tick, every door. */
    public void assignDoors() {
        DeviceId device = new DeviceId(assigned);
        Long seen = getAll().stream()
                .filter(state -> state.device().equals(device))
                .map(DeviceState::version)
                .findFirst()
                .orElse(null);
        AssignedDoors.Change wanted =
                new AssignedDoors.Change(doors.stream().map(DoorId::new).toList());
        change(() -> {
            doorAssignments
                    .assign(current.id(), device, wanted, seen)
                    .toCompletableFuture()
                    .join();
            messages.good(reader.say("device.assigned"));
        });
    }

    /** When the backup was made that the server was restored from; empty where no device waits for that reason. */
    public String getRestoredBackup() {
        return getAll().stream()
                .map(DeviceState::restoredBackup)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(backup -> reader.moment(backup, current.zone()))
                .orElse("");
    }

    /** How many devices wait to be confirmed because the server was restored. */
    public long getPendingCount() {
        return getAll().stream().filter(device -> device.pendingSince() != null).count();
    }

    public void confirmAll() {
        confirm(DeviceConfirmation.everyOne());
    }

    public void confirm(String device) {
        confirm(DeviceConfirmation.of(new DeviceId(device)));
    }

    private void confirm(DeviceConfirmation confirmation) {
        change(() -> {
            List<DeviceId> confirmed = devices.confirm(current.id(), confirmation)
                    .toCompletableFuture()
                    .join();
            messages.good(reader.say("device.confirmed", confirmed.size()));
        });
    }

    public void wipe(String device) {
        change(() -> {
            devices.orderWipe(current.id(), new DeviceId(device))
                    .toCompletableFuture()
                    .join();
            messages.good(reader.say("device.wiping"));
        });
    }

    void change(PageMessages.Attempt attempt) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return;
        }
        messages.done(attempt);
    }

    /** By the doors' titles; all doors where none is named. */
    public String doors(DeviceState device) {
        return device.doors().isEmpty()
                ? reader.say("device.everywhere")
                : current.document().doors().stream()
                        .filter(door -> device.doors().contains(door.id()))
                        .map(door -> reader.words(door.title()))
                        .collect(Collectors.joining(", "));
    }

    public String seen(DeviceState device) {
        return device.seenAt() == null ? reader.say("device.never") : reader.moment(device.seenAt(), current.zone());
    }

    /** How its printer is; a dash where it has none, or says a word that this server does not know yet. */
    public String printer(DeviceState device) {
        Heartbeat said = device.heartbeat();
        String word = said == null ? null : said.printer();
        if (said == null || word == null || !PrinterWords.isKnown(word)) {
            return "–";
        }
        Integer labels = said.labels();
        return reader.say("printer." + word) + (labels == null ? "" : reader.say("printer.labels", labels));
    }

    /** What of it needs somebody beside its printer, by its last heartbeat; empty for nothing, and once it is withdrawn. */
    public String faults(DeviceState device) {
        Heartbeat said = device.heartbeat();
        if (said == null || said.faults() == null || device.revokedAt() != null || device.wipe() != null) {
            return "";
        }
        String words = said.faults().stream()
                .filter(fault -> fault != DeviceFault.PRINTER && fault != DeviceFault.MESSAGE)
                .map(fault -> reader.say("device.fault." + fault.name()))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : "⚠ " + words;
    }

    /** One word and a sign for how the device is trusted. */
    public String trust(DeviceState device) {
        if (device.revokedAt() != null) {
            return reader.say("device.state.revoked");
        }
        if (device.wipe() != null) {
            return reader.say(device.wipe().wipedAt() == null ? "device.state.wiping" : "device.state.wiped");
        }
        return reader.say(device.pendingSince() == null ? "device.state.enrolled" : "device.state.pending");
    }
}
