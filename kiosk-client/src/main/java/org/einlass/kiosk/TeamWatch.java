package org.einlass.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.InstalledRoster;
import org.einlass.kiosk.gate.JournalException;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.team.DeviceCondition;
import org.einlass.kiosk.team.DeviceCondition.Scanner;
import org.einlass.kiosk.team.DeviceCondition.Server;
import org.einlass.kiosk.team.TeamSign;
import org.einlass.kiosk.team.TeamSigns;
import org.jspecify.annotations.Nullable;

/** Gathers how a device is, for its team and for its heartbeat. From any thread. */
final class TeamWatch {
    /** So long a scanner's mistake is shown after it was made last, however the clock is set meanwhile. */
    private static final Duration SCANNER_SHOWN = Duration.ofMinutes(5);

    private final DeviceStore store;
    private final DeviceClock clock;
    private final Supplier<PrinterStatus> printer;
    private final SteadyAge rosterAge = new SteadyAge();
    private volatile Server server = Server.ANSWERS;
    private volatile @Nullable Wording camera;
    private volatile @Nullable Wording disk;
    private volatile @Nullable Long noLineEndAt;
    private volatile boolean keyboardAway;
    private volatile @Nullable Long keyboardBackAt;
    private volatile @Nullable DeviceMessage message;
    private volatile long toldAt;
    private volatile @Nullable UUID shown;
    private volatile ZoneId zone = ZoneId.systemDefault();

    TeamWatch(DeviceStore store, DeviceClock clock, Supplier<PrinterStatus> printer) {
        this.store = store;
        this.clock = clock;
        this.printer = printer;
    }

    /** The server has answered. */
    void heardOfServer() {
        server = Server.ANSWERS;
    }

    /** The server has said nothing that counts. */
    void heardSilence(NoAnswer why) {
        server = switch (why) {
            case UNTRUSTED -> Server.UNTRUSTED;
            case DENIED -> Server.DENIES;
            case BLOCKED -> Server.BLOCKS;
            case REJECTED -> Server.KNOWS_NO_DOOR;
            case GONE -> Server.ANSWERS;
            default -> Server.SILENT;
        };
    }

    /** The event and door that hold now. */
    void knows(DoorSheet sheet) {
        zone = sheet.zone();
    }

    /** The journal could not be written. */
    void unable(GateListener.Trouble trouble) {
        disk = switch (trouble) {
            case NO_JOURNAL -> ScreenView.NO_JOURNAL;
            case JOURNAL_LOCKED -> ScreenView.JOURNAL_LOCKED;
            default -> disk;
        };
    }

    /** It can be written again. */
    void ableAgain() {
        disk = null;
    }

    /** The camera sees nothing, or sees again (null). */
    void camera(@Nullable Wording fault) {
        camera = fault;
    }

    /** A scanner has sent a code without an end. */
    void noLineEnd() {
        noLineEndAt = clock.nanos();
    }

    /** Another program's window has taken the keyboard, or this one has it back. */
    void keyboard(boolean away) {
        keyboardAway = away;
        keyboardBackAt = clock.nanos();
    }

    /** Keys that went elsewhere are the worse fault: codes are lost. */
    private Scanner scanner() {
        if (keyboardAway || isRecent(keyboardBackAt)) {
            return Scanner.KEYBOARD;
        }
        return isRecent(noLineEndAt) ? Scanner.LINE_END : Scanner.NOTHING;
    }

    private boolean isRecent(@Nullable Long at) {
        return at != null && clock.nanos() - at < SCANNER_SHOWN.toNanos();
    }

    /** What the organiser tells the team now, or nothing (null). */
    void told(@Nullable DeviceMessage now) {
        toldAt = System.nanoTime();
        message = now;
    }

    /** The team can read the message now: a desk or door is open, or a kiosk shows what stands behind its PIN. */
    void messageShown() {
        DeviceMessage now = message;
        shown = now == null ? null : now.id();
    }

    /** The message that the team could read. */
    @Nullable
    UUID message() {
        DeviceMessage now = message;
        return now != null && now.id().equals(shown) ? now.id() : null;
    }

    /**
     * A server that is silent takes nothing back. The device's clock may be wrong, so the time since the server spoke
     * counts.
     */
    private @Nullable DeviceMessage held() {
        boolean old = System.nanoTime() - toldAt > DeviceMessage.HOLDS.toNanos();
        return old ? null : message;
    }

    /** What needs the team now. */
    List<TeamSign> signs() {
        return TeamSigns.of(condition());
    }

    /** The same for the heartbeat, without words. */
    List<DeviceFault> faults() {
        return signs().stream()
                .map(TeamSign::fault)
                .filter(fault -> fault != DeviceFault.MESSAGE)
                .distinct()
                .toList();
    }

    private DeviceCondition condition() {
        Outbox.Backlog backlog = backlog();
        Optional<InstalledRoster> roster = store.roster().installed();
        PrinterStatus status = printer.get();
        Instant now = Clock.systemUTC().instant();
        return new DeviceCondition(
                server,
                roster.isPresent(),
                roster.map(InstalledRoster::heardAt)
                        .map(heard -> rosterAge.byTheClock(heard, now, clock.nanos()))
                        .orElse(null),
                backlog.waiting(),
                backlog.rejected(),
                disk,
                status.isBlocked() ? status.sentence() : null,
                camera,
                scanner(),
                clock.isSure(),
                held(),
                now,
                zone);
    }

    private Outbox.Backlog backlog() {
        try {
            return store.outbox().backlog();
        } catch (JournalException unreadable) {
            disk = ScreenView.NO_JOURNAL;
            return new Outbox.Backlog(0, 0, 0, 0);
        }
    }
}
