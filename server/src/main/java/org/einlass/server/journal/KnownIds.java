package org.einlass.server.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What ids of entries are in use, by whom and for what. Used by one thread.
 *
 * @param facts device and content of each entry that became a fact
 * @param answers device, door and code of each question that was answered
 */
record KnownIds(Map<EntryId, String> facts, Map<EntryId, String> answers) {
    private static final String BETWEEN = " ";

    KnownIds {
        facts = new HashMap<>(facts);
    }

    /** What is known of some ids, read at once. */
    static KnownIds read(Handle handle, EventId event, Collection<EntryId> ids) {
        Map<EntryId, String> facts = new HashMap<>();
        Map<EntryId, String> answers = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select ids.id, f.device, f.content, a.device, a.content from ids
                left join facts f on f.event = ? and f.id = ids.id
                left join answers a on a.event = ? and a.id = ids.id
                where f.id is not null or a.id is not null
                """,
                row -> {
                    EntryId id = EntryId.of(row.getString(1));
                    note(facts, id, row.getString(2), row.getString(3));
                    note(answers, id, row.getString(4), row.getString(5));
                    return id;
                },
                ids.stream().map(EntryId::toString).toList(),
                event.text(),
                event.text());
        return new KnownIds(facts, answers);
    }

    private static void note(
            Map<EntryId, String> known, EntryId id, @Nullable String device, @Nullable String content) {
        if (device != null) {
            known.put(id, device + BETWEEN + content);
        }
    }

    void add(EntryId id, DeviceId device, ReceivedEntry received) {
        facts.put(id, device.text() + BETWEEN + received.content());
    }

    boolean isFact(EntryId id) {
        return facts.containsKey(id);
    }

    boolean isAnswered(EntryId id) {
        return answers.containsKey(id);
    }

    /** Who wrote the entry of an id, or asked the question; empty where neither has arrived. */
    Optional<DeviceId> owner(EntryId id) {
        return Optional.ofNullable(facts.getOrDefault(id, answers.get(id)))
                .map(known -> new DeviceId(known.substring(0, known.indexOf(BETWEEN))));
    }

    /** Whether an id was used before, by another device or for something else. */
    boolean isTaken(DeviceId device, ReceivedEntry received) {
        JournalEntry entry = Objects.requireNonNull(received.entry(), "understood");
        EntryId id = entry.head().id();
        String same = device.text() + BETWEEN + received.content();
        boolean used = !same.equals(facts.getOrDefault(id, same));
        return used || (isAnswered(id) && !isAnswersOwn(device, entry, answers.get(id)));
    }

    private static boolean isAnswersOwn(DeviceId device, JournalEntry entry, @Nullable String owner) {
        if (!(entry instanceof JournalEntry.Scanned scanned)) {
            return false;
        }
        String code = scanned.code() == null ? "foreign" : scanned.code().hex();
        return (device.text() + BETWEEN + scanned.door().text() + BETWEEN + code).equals(owner);
    }
}
