package org.einlass.kiosk.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.code.LookupId;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.VirtualExecutor;

/**
 * A morning at three kiosks with everything that can go wrong, from one seed; then peace, until all is told.
 */
final class SimWorld {
    private static final int DEVICES = 3;
    private static final int ACTIONS = 80;
    private static final Duration PEACE = Duration.ofMinutes(40);

    private final RandomGenerator chance;
    private final VirtualExecutor time = new VirtualExecutor(Sample.MORNING);
    private final SimStory story = new SimStory(time);
    private final List<SimGuest> guests;
    private final Map<LookupId, SimGuest> byCode;
    private final SimServer server;
    private final List<SimDevice> devices;
    private final Map<SimDevice, SimDisk> copies = new HashMap<>();
    private boolean serverWasRestored;

    private SimWorld(SimHouse house, long seed, Mistake mistake) {
        chance = new Random(seed);
        guests = house.guests();
        byCode = guests.stream()
                .collect(Collectors.toMap(guest -> house.salt().lookupId(guest.ticket()), Function.identity()));
        server = new SimServer(house, time, mistake);
        devices = IntStream.rangeClosed(1, DEVICES)
                .mapToObj(number -> new SimDevice(number, time, chance, server, byCode, story, mistake))
                .toList();
    }

    /** Plays one morning in {@code house}. */
    static Findings play(SimHouse house, long seed, Mistake mistake) {
        SimWorld world = new SimWorld(house, seed, mistake);
        for (int i = 0; i < ACTIONS; i++) {
            world.act();
            world.time.pass(Duration.ofMillis(world.chance.nextInt(12_000)));
        }
        world.peace();
        return world.findings(seed);
    }

    private void act() {
        SimDevice device = devices.get(chance.nextInt(DEVICES));
        int dice = chance.nextInt(100);
        if (dice < 60) {
            device.scan(guests.get(chance.nextInt(guests.size())));
        } else if (dice < 76) {
            network(device);
        } else if (dice < 82) {
            device.jump(Duration.ofMinutes(chance.nextInt(-1440, 1440)));
        } else if (dice < 92) {
            device.powerFails(chance.nextBoolean());
        } else if (dice < 95) {
            device.disk().setFull(chance.nextBoolean());
        } else {
            copyOrRestore(device);
        }
    }

    private void network(SimDevice device) {
        boolean cut = chance.nextInt(3) == 0;
        double trouble = chance.nextInt(3) == 0 ? 0 : chance.nextDouble();
        story.tell(cut ? "a network is cut" : "a network has trouble " + trouble);
        device.network().setTrouble(cut, trouble);
    }

    private void copyOrRestore(SimDevice device) {
        switch (chance.nextInt(8)) {
            case 0, 1 -> copies.put(device, device.disk().copy());
            case 2 -> Optional.ofNullable(copies.remove(device)).ifPresent(device::startFrom);
            case 3, 4 -> server.backUp();
            case 5 -> {
                story.tell("the server is restored from its backup");
                server.restore();
                serverWasRestored = true;
            }
            default -> {
                // Quiet.
            }
        }
    }

    private void peace() {
        story.tell("peace");
        devices.forEach(device -> {
            device.network().setTrouble(false, 0);
            device.disk().setFull(false);
        });
        time.pass(PEACE);
    }

    private Findings findings(long seed) {
        List<SimDisk> disks = devices.stream().map(SimDevice::disk).toList();
        List<String> broken = new ArrayList<>();
        devices.stream()
                .filter(device -> device.waiting() > 0)
                .forEach(device -> broken.add("P5 " + device.waiting() + " entries never reached the server"));
        broken.addAll(new SimPromises(story, disks, byCode, server, serverWasRestored).broken(new Random(seed)));
        return new Findings(seed, broken, story.shown().size(), story.text());
    }

    /**
     * What a morning has shown.
     *
     * @param broken promises, each beginning with its name; empty where all held
     */
    record Findings(long seed, List<String> broken, int verdicts, String story) {

        boolean breaks(String promise) {
            return broken.stream().anyMatch(line -> line.startsWith(promise));
        }

        @Override
        public String toString() {
            return "seed " + seed + " breaks " + broken + "\n" + story;
        }
    }
}
