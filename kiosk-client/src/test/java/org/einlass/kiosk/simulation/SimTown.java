package org.einlass.kiosk.simulation;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.einlass.kiosk.simulation.SimWorld.Findings;

/** Houses to play mornings in, as many as are played at the same time. From any thread. */
final class SimTown implements AutoCloseable {
    private final Queue<SimHouse> empty = new ConcurrentLinkedQueue<>();

    /** Plays one morning in a house of its own. */
    Findings play(long seed, Mistake mistake) {
        SimHouse free = empty.poll();
        SimHouse house = free == null ? SimHouse.build() : free;
        try {
            return SimWorld.play(house, seed, mistake);
        } finally {
            empty.add(house);
        }
    }

    @Override
    public void close() {
        empty.forEach(SimHouse::close);
    }
}
