package org.einlass.server.rest.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bodies that are on their way or wait in memory to be answered, counted by sender: nobody can hold all
 * the memory, and all strangers together only a part of it. Any thread may call it.
 */
final class OpenBodies {
    private final Limits limits;
    private final Map<String, Held> senders = new HashMap<>();
    private long bytes;
    private long bytesOfStrangers;

    OpenBodies(Limits limits) {
        this.limits = limits;
    }

    /**
     * What may be held.
     *
     * @param unfinished bodies of one known sender that have not come whole
     * @param unfinishedOfStranger the same from one address without a valid token
     * @param bytesOfSender bytes of one sender
     * @param bytesOfStrangers bytes of all strangers together
     * @param bytes bytes of everybody together
     */
    record Limits(int unfinished, int unfinishedOfStranger, long bytesOfSender, long bytesOfStrangers, long bytes) {
        /** The limits for a server with so much memory, in bytes: an eighth of it for bodies. */
        static Limits of(long memory) {
            long all = memory / 8;
            return new Limits(64, 32, Math.max(all / 8, 2L * BodyRule.OF_EVENTS), all / 4, all);
        }
    }

    /** What one sender holds. */
    private static final class Held {
        private int unfinished;
        private int open;
        private long bytes;
    }

    /** A body begins. Empty where the sender has too many that are unfinished. */
    synchronized Optional<Body> begin(RequestSender sender) {
        Held held = senders.computeIfAbsent(sender.key(), key -> new Held());
        int most = sender.isKnown() ? limits.unfinished() : limits.unfinishedOfStranger();
        if (held.unfinished >= most) {
            return Optional.empty();
        }
        held.unfinished++;
        held.open++;
        return Optional.of(new Body(sender, held));
    }

    /** Bytes that are held now. */
    synchronized long bytes() {
        return bytes;
    }

    /** How many senders have an open body. */
    synchronized int senders() {
        return senders.size();
    }

    /** One body, from its first byte until its request is answered. Each step may be said again. */
    final class Body implements AutoCloseable {
        private final RequestSender sender;
        private final Held held;
        private long own;
        private boolean whole;
        private boolean closed;

        private Body(RequestSender sender, Held held) {
            this.sender = sender;
            this.held = held;
        }

        /** Takes memory for {@code more} bytes. @return false where there is none for this sender */
        boolean take(int more) {
            synchronized (OpenBodies.this) {
                boolean room = !closed
                        && bytes + more <= limits.bytes()
                        && held.bytes + more <= limits.bytesOfSender()
                        && (sender.isKnown() || bytesOfStrangers + more <= limits.bytesOfStrangers());
                add(room ? more : 0);
                return room;
            }
        }

        /** It has come whole. */
        void finished() {
            synchronized (OpenBodies.this) {
                held.unfinished -= whole ? 0 : 1;
                whole = true;
            }
        }

        /** Its request is answered, or its sender is gone. */
        @Override
        public void close() {
            synchronized (OpenBodies.this) {
                if (closed) {
                    return;
                }
                finished();
                add(-own);
                closed = true;
                held.open--;
                if (held.open == 0) {
                    senders.remove(sender.key(), held);
                }
            }
        }

        private void add(long change) {
            own += change;
            held.bytes += change;
            bytes += change;
            bytesOfStrangers += sender.isKnown() ? 0 : change;
        }
    }
}
