package org.einlass.server.rest.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many requests of a kind are being answered, of each sender and of all. Any thread may call it. */
final class RequestsInFlight {
    private final int mostOfSender;
    private final int mostOfAll;
    private final Map<String, Integer> senders = new HashMap<>();
    private int all;

    RequestsInFlight(int mostOfSender, int mostOfAll) {
        this.mostOfSender = mostOfSender;
        this.mostOfAll = mostOfAll;
    }

    /** One more begins. @return what ends it, to be run at least once; empty where there are too many */
    synchronized Optional<Runnable> begin(String sender) {
        int own = senders.getOrDefault(sender, 0);
        if (own >= mostOfSender || all >= mostOfAll) {
            return Optional.empty();
        }
        senders.put(sender, own + 1);
        all++;
        AtomicBoolean open = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (open.getAndSet(false)) {
                end(sender);
            }
        });
    }

    private synchronized void end(String sender) {
        all--;
        senders.computeIfPresent(sender, (same, own) -> own == 1 ? null : own - 1);
    }
}
