package org.einlass.server.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What waits to be written, and what is written next: questions before reports before imports, but each kind
 * has its share while it waits; within a kind one event after the other, within an event one device after the
 * other, and what a device sent first comes first. Counts in units: a question or an entry is one. Not
 * thread-safe, knows no clock.
 *
 * @param <T> what waits
 */
final class WriteQueue<T> {
    /** How many units make a batch; one that costs more than all of them comes by itself. */
    static final int BATCH = 64;

    private static final int WHOLE = 100;

    private final int most;
    private final int capacity;
    private final Map<WriteLane.Kind, Waiting<T>> kinds = new EnumMap<>(WriteLane.Kind.class);
    private int size;
    private int behindQuestions;
    private int ofNoDevice;

    /**
     * An empty queue.
     *
     * @param capacity how many may wait, at least 1
     * @param most how many are taken together at most, from 1
     */
    WriteQueue(int capacity, int most) {
        this.capacity = capacity;
        this.most = most;
        for (WriteLane.Kind kind : WriteLane.Kind.values()) {
            kinds.put(kind, new Waiting<>());
        }
    }

    private record Item<T>(T content, int units, WriteLane lane) {}

    /**
     * Lets something wait. A quarter of the places is kept for questions, and half of them for devices: neither
     * journals of many devices nor what people and programs change leaves a guest without one.
     *
     * @return false where too much waits already
     */
    boolean offer(WriteLane lane, int units, T content) {
        if (size >= capacity
                || (isBehindQuestions(lane) && behindQuestions >= Math.max(1, capacity * 3 / 4))
                || (isOfNoDevice(lane) && ofNoDevice >= Math.max(1, capacity / 2))) {
            return false;
        }
        of(lane.kind()).add(lane, new Item<>(content, Math.max(1, units), lane));
        count(lane, 1);
        return true;
    }

    private static boolean isBehindQuestions(WriteLane lane) {
        return lane.kind() != WriteLane.Kind.QUESTION;
    }

    private static boolean isOfNoDevice(WriteLane lane) {
        return lane.device().isEmpty();
    }

    private void count(WriteLane lane, int more) {
        size += more;
        behindQuestions += isBehindQuestions(lane) ? more : 0;
        ofNoDevice += isOfNoDevice(lane) ? more : 0;
    }

    int size() {
        return size;
    }

    int capacity() {
        return capacity;
    }

    /** The next batch; empty where nothing waits. At most one of the kind that is written alone. */
    List<T> take() {
        Batch batch = new Batch();
        for (WriteLane.Kind kind : WriteLane.Kind.values()) {
            of(kind).earn(kind.share() * Math.min(BATCH, most));
        }
        takeImport(batch);
        batch.takeByCredit(of(WriteLane.Kind.REPORT));
        batch.takeByCredit(of(WriteLane.Kind.QUESTION));
        batch.takeWhatFits(of(WriteLane.Kind.QUESTION));
        batch.takeWhatFits(of(WriteLane.Kind.REPORT));
        if (!batch.hasImport && batch.units < BATCH && batch.taken.size() < most) {
            batch.takeOne(of(WriteLane.Kind.IMPORT));
        }
        return batch.taken;
    }

    private void takeImport(Batch batch) {
        Waiting<T> imports = of(WriteLane.Kind.IMPORT);
        if (imports.credit > 0 && !imports.isEmpty()) {
            imports.spend(batch.takeOne(imports));
            batch.hasImport = true;
        }
    }

    /** Everything that waits, which waits no more. */
    List<T> drain() {
        List<T> all = new ArrayList<>();
        kinds.values().forEach(waiting -> {
            while (!waiting.isEmpty()) {
                all.add(waiting.next().content());
            }
        });
        size = 0;
        behindQuestions = 0;
        ofNoDevice = 0;
        return all;
    }

    private Waiting<T> of(WriteLane.Kind kind) {
        return Objects.requireNonNull(kinds.get(kind), "every kind has a queue");
    }

    /** What is taken together. What is written alone costs its kind's share, and no room in the batch. */
    private final class Batch {
        private final List<T> taken = new ArrayList<>();
        private int units;
        private boolean hasImport;

        private void takeByCredit(Waiting<T> waiting) {
            while (waiting.credit > 0 && fits(waiting)) {
                int cost = takeOne(waiting);
                units += cost;
                waiting.spend(cost);
            }
        }

        private void takeWhatFits(Waiting<T> waiting) {
            while (fits(waiting)) {
                units += takeOne(waiting);
            }
        }

        private boolean fits(Waiting<T> waiting) {
            return !waiting.isEmpty() && taken.size() < most && (units == 0 || units + waiting.head() <= BATCH);
        }

        private int takeOne(Waiting<T> waiting) {
            if (waiting.isEmpty()) {
                return 0;
            }
            Item<T> item = waiting.next();
            taken.add(item.content());
            count(item.lane(), -1);
            return item.units();
        }
    }

    /** What waits of one kind, event by event and device by device. */
    private static final class Waiting<T> {
        private final Map<String, Map<String, Deque<Item<T>>>> events = new LinkedHashMap<>();

        /** In hundredths of a unit. */
        private int credit;

        private boolean isEmpty() {
            return events.isEmpty();
        }

        private void add(WriteLane lane, Item<T> item) {
            events.computeIfAbsent(lane.event(), event -> new LinkedHashMap<>())
                    .computeIfAbsent(lane.device(), device -> new ArrayDeque<>())
                    .add(item);
        }

        /** Whoever waits earns a share of each batch; whoever does not wait saves nothing up. */
        private void earn(int hundredths) {
            credit = isEmpty() ? Math.min(credit + hundredths, 0) : Math.min(credit + hundredths, BATCH * WHOLE);
        }

        private void spend(int units) {
            credit -= units * WHOLE;
        }

        /** What the next one costs. */
        private int head() {
            return events.values()
                    .iterator()
                    .next()
                    .values()
                    .iterator()
                    .next()
                    .getFirst()
                    .units();
        }

        /** The next one; its device and its event go to the end of their rows. */
        private Item<T> next() {
            String event = events.keySet().iterator().next();
            Map<String, Deque<Item<T>>> devices = Objects.requireNonNull(events.remove(event));
            String device = devices.keySet().iterator().next();
            Deque<Item<T>> own = Objects.requireNonNull(devices.remove(device));
            Item<T> item = own.removeFirst();
            if (!own.isEmpty()) {
                devices.put(device, own);
            }
            if (!devices.isEmpty()) {
                events.put(event, devices);
            }
            return item;
        }
    }
}
