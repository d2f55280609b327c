package org.einlass.server.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A device whose token was revoked sends reports as fast as they are answered, over several connections: each of
 * many entries that nobody understands and that are therefore kept. A connection that ends is opened anew.
 */
final class RevokedFlood implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int ENTRIES = 200;

    private final URI server;
    private final String path;
    private final String token;
    private final Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /** @param path of the journal of its event */
    RevokedFlood(URI server, String path, String token) {
        this.server = server;
        this.path = path;
        this.token = token;
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread thread = new Thread(this::work, "flood");
            thread.start();
            threads.add(thread);
        }
    }

    /** How often each status was answered; 0 stands for a connection that ended without an answer. */
    Map<Integer, Long> statuses() {
        Map<Integer, Long> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    private void work() {
        while (!closed) {
            try (PlainConnection connection = new PlainConnection(server)) {
                while (!closed) {
                    count(connection.send(PlainConnection.post(server, path, token, report())));
                }
            } catch (IOException ended) {
                count(0);
            }
        }
    }

    private void count(int status) {
        statuses.computeIfAbsent(status, first -> new AtomicLong()).incrementAndGet();
    }

    private String report() {
        String entries = IntStream.range(0, ENTRIES)
                .mapToObj(number -> "{\"type\":\"flood\",\"head\":{\"id\":\"" + UUID.randomUUID() + "\",\"sequence\":"
                        + sequence.incrementAndGet() + "}}")
                .collect(Collectors.joining(","));
        return "{\"epoch\":\"" + new UUID(3, 3) + "\",\"highWater\":" + sequence.get() + ",\"entries\":[" + entries
                + "]}";
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
