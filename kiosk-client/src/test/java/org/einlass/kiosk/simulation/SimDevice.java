package org.einlass.kiosk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.gate.DeviceClock;
import org.einlass.kiosk.gate.Gate;
import org.einlass.kiosk.gate.GateListener;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.gate.InstalledRoster;
import org.einlass.kiosk.gate.Roster;
import org.einlass.kiosk.gate.RosterEntry;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.gate.VirtualExecutor;
import org.einlass.kiosk.sync.JournalSync;
import org.einlass.kiosk.sync.SyncSettings;

/**
 * A kiosk in the simulation: the real gate and the real sync, on a disk, a clock and a network that
 * misbehave.
 */
final class SimDevice implements GateListener {
    private static final GateSettings ENDLESS = new GateSettings(
            Duration.ofHours(1),
            2,
            GateSettings.USUAL.probePause(),
            GateSettings.USUAL.sheetPause(),
            GateSettings.USUAL.absence(),
            GateSettings.USUAL.screenLimit(),
            GateSettings.USUAL.askPause(),
            GateSettings.USUAL.counterAfter());

    private final int number;
    private final VirtualExecutor time;
    private final RandomGenerator chance;
    private final SimServer server;
    private final Map<LookupId, SimGuest> guests;
    private final SimStory simStory;
    private final Mistake mistake;
    private final SimNetwork network;
    private SimDisk disk;
    private Duration skew = Duration.ZERO;
    private BootId boot;
    private Run run;

    /** One start of the program; what was begun in an earlier one comes to nothing. */
    private final class Run implements SerialExecutor {
        private final SimDisk.Opened opened;
        private final Gate gate;
        private final JournalSync journalSync;

        Run() {
            opened = disk.open(new EpochId(TimeOrderedUuid.next(wall(), chance)));
            GateSettings settings = mistake == Mistake.WAITS_FOREVER ? ENDLESS : GateSettings.USUAL;
            DeviceClock clock = new DeviceClock(SimDevice.this::wall, time::nanos, boot);
            gate = new Gate(
                    settings, new Gate.Edges(this, clock, chance, network, opened, new Everybody(), SimDevice.this));
            gate.post(server.sheet());
            journalSync = new JournalSync(SyncSettings.USUAL, this, chance, opened, network, gate::isBusy);
        }

        @Override
        public void execute(Runnable task) {
            after(Duration.ZERO, task);
        }

        @Override
        public void after(Duration delay, Runnable task) {
            time.after(delay, () -> {
                if (run == this) {
                    task.run();
                }
            });
        }
    }

    SimDevice(
            int number,
            VirtualExecutor time,
            RandomGenerator chance,
            SimServer server,
            Map<LookupId, SimGuest> guests,
            SimStory simStory,
            Mistake mistake) {
        this.number = number;
        this.time = time;
        this.chance = chance;
        this.server = server;
        this.guests = guests;
        this.simStory = simStory;
        this.mistake = mistake;
        this.network = new SimNetwork(time, chance, server, new DeviceId("kiosk-" + number), this::serverWasRestored);
        this.disk = new SimDisk(mistake);
        this.boot = nextBoot();
        this.run = start();
    }

    private Run start() {
        Run fresh = new Run();
        time.execute(() -> {
            fresh.gate.open();
            fresh.journalSync.wake();
        });
        return fresh;
    }

    private BootId nextBoot() {
        return new BootId(new UUID(chance.nextLong(), chance.nextLong()));
    }

    private Instant wall() {
        return time.instant().plus(skew);
    }

    private void serverWasRestored() {
        run.opened.reportEverythingAgain();
        run.journalSync.wake();
    }

    SimNetwork network() {
        return network;
    }

    SimDisk disk() {
        return disk;
    }

    /** Entries that the server has not taken yet. */
    long waiting() {
        return run.opened.backlog().waiting();
    }

    void scan(SimGuest guest) {
        simStory.tell(number, "guest " + guest.number() + " shows a ticket");
        run.gate.cleared();
        run.gate.read(guest.ticket().text());
    }

    void jump(Duration by) {
        simStory.tell(number, "clock jumps by " + by);
        skew = skew.plus(by);
    }

    void powerFails(boolean reboots) {
        simStory.tell(number, reboots ? "power fails" : "program is killed");
        disk.powerFails();
        if (reboots) {
            boot = nextBoot();
        }
        run = start();
    }

    /** Somebody puts an older copy of the disk back. */
    void startFrom(SimDisk copy) {
        simStory.tell(number, "disk is restored from a copy");
        disk = copy;
        boot = nextBoot();
        run = start();
    }

    @Override
    public void reading(EntryId scan) {}

    @Override
    public void passed(ShownOutcome shownOutcome) {
        simStory.tell(
                number, shownOutcome.outcome() + " after " + shownOutcome.took().toMillis() + " ms");
        simStory.shown(shownOutcome, disk);
        run.journalSync.wake();
    }

    @Override
    public void unable(EntryId scan, Trouble trouble) {
        simStory.tell(number, "unable: " + trouble);
    }

    /** A roster that knows everybody. */
    private final class Everybody implements Roster {
        @Override
        public Optional<InstalledRoster> installed() {
            return Optional.of(new InstalledRoster(1, null));
        }

        @Override
        public Optional<RosterEntry> find(LookupId code) {
            return Optional.ofNullable(guests.get(code))
                    .map(guest -> new RosterEntry(code, guest.registration(), 1, guest.entitlement()));
        }

        @Override
        public Set<LookupId> codes(RegistrationId registration) {
            return Set.of();
        }

        @Override
        public Optional<BadgeOrder> badge(RosterEntry entry, PresentedCode code, EventSalt salt) {
            return Optional.empty();
        }
    }
}
