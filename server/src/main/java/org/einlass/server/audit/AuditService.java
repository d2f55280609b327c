package org.einlass.server.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.einlass.contract.Wording;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.Store;
import org.einlass.server.rejection.Rejected;

/** Tells who did what when, and writes down who read what. Any thread may call it. */
public final class AuditService {
    private static final int MOST = 500;
    private static final String BETWEEN = "~";
    private static final Wording NO_CURSOR =
            new Wording("Das ist kein Zeiger dieser Liste.", "This is no cursor of this list.");
    private static final Instant NEWEST = Instant.ofEpochMilli(Long.MAX_VALUE / 2);

    /** For so long a line stands for the same reading by the same author. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Store store;
    private final Clock clock;
    private final Map<Reading, Instant> written = new ConcurrentHashMap<>();

    public AuditService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One page, the newest first.
     *
     * @param most 1 to {@value #MOST} lines; anything else is taken as the nearest of them
     * @throws Rejected where the cursor is none
     */
    public AuditPage page(AuditQuery query, int most) {
        int size = Math.max(1, Math.min(MOST, most));
        String[] cursor = cursor(query.after());
        Instant at = cursor.length == 0 ? NEWEST : Instant.ofEpochMilli(Long.parseLong(cursor[0]));
        String id = cursor.length == 0 ? "" : cursor[1];
        List<AuditEntry> found = store.read(handle -> AuditTable.page(handle, query, at, id, size + 1));
        if (found.size() <= size) {
            return new AuditPage(found, null);
        }
        AuditEntry last = found.get(size - 1);
        return new AuditPage(found.subList(0, size), last.at().toEpochMilli() + BETWEEN + last.id());
    }

    private static String[] cursor(String text) {
        if (text.isEmpty()) {
            return new String[0];
        }
        if (!text.matches("[0-9]{1,18}" + BETWEEN + "[0-9a-f-]{36}")) {
            throw Rejected.badValue(NO_CURSOR, "after");
        }
        return text.split(BETWEEN, 2);
    }

    /**
     * Writes down that somebody is about to read; returns when that is kept, so that nothing is read without
     * it.
     */
    public void reads(AuditAction action, String event, String subject) {
        AuditTrail trail = AuditTrail.of(action, event);
        AwaitedWrite.in(store, transaction -> {
            trail.add(transaction, subject, clock.instant());
            return subject;
        });
    }

    /**
     * The same for what is read with every key that is typed: one line a minute for each author, so that typing takes no
     * turn of the single writer. Only the first reading of a minute waits.
     */
    public void readsWhileTyping(AuditAction action, String event) {
        Instant now = clock.instant();
        written.values().removeIf(at -> !isTogether(at, now));
        written.computeIfAbsent(new Reading(AuditAuthor.present(), action, event), reading -> {
            reads(action, event, "");
            return now;
        });
    }

    private static boolean isTogether(Instant written, Instant now) {
        return !now.isBefore(written) && now.isBefore(written.plus(TOGETHER));
    }

    private record Reading(String author, AuditAction action, String event) {}
}
