package org.einlass.server.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.DirectSql;
import org.einlass.server.event.SealedDeskMessageKeys;
import org.einlass.server.registration.ErasedRegistrations;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What desks, and guests at kiosks, wrote to the server: kept sealed, beside the facts, opened only to draw conclusions. */
public final class SealedDeskMessages {
    private final SealedDeskMessageKeys keys;

    public SealedDeskMessages(SealedDeskMessageKeys keys) {
        this.keys = keys;
    }

    /** The letter that an entry brings; null where its kind brings none. */
    static @Nullable SealedDeskMessage in(JournalEntry entry) {
        if (entry instanceof JournalEntry.Newcomer newcomer) {
            return newcomer.letter();
        }
        if (entry instanceof JournalEntry.Corrected corrected) {
            return corrected.letter();
        }
        if (entry instanceof JournalEntry.SpellingCorrected spelling) {
            return spelling.letter();
        }
        if (entry instanceof JournalEntry.QuestionAnswered answered) {
            return answered.letter();
        }
        return entry instanceof JournalEntry.BadgeReissued reissued ? reissued.letter() : null;
    }

    /** Keeps the messages that came with these entries, beside their facts; those about somebody who was erased are dropped. */
    void add(Handle handle, EventId event, Collection<JournalEntry> entries) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (JournalEntry entry : entries) {
            SealedDeskMessage message = in(entry);
            if (message != null) {
                rows.add(new @Nullable Object[] {
                    event.text(),
                    entry.head().id().toString(),
                    EntryResolver.registration(entry).toString(),
                    message.base64()
                });
            }
        }
        Set<String> erased = ErasedRegistrations.among(
                handle, event, rows.stream().map(row -> (String) row[2]).toList());
        rows.removeIf(row -> erased.contains((String) row[2]));
        DirectSql.each(handle, "insert into letters (event, entry, registration, letter) values (?, ?, ?, ?)", rows);
    }

    /** The letters that came with these entries; an empty one could not be opened. */
    public Map<EntryId, Optional<DeskMessage>> of(Handle handle, EventId event, Collection<EntryId> entries) {
        Map<EntryId, Optional<DeskMessage>> letters = new HashMap<>();
        if (entries.isEmpty()) {
            return letters;
        }
        List<String> ids = entries.stream().map(EntryId::toString).toList();
        handle.createQuery("select entry, letter from letters where event = :event and entry in (<ids>)")
                .bind("event", event.text())
                .bindList("ids", ids)
                .map((row, context) -> Map.entry(EntryId.of(row.getString(1)), new SealedDeskMessage(row.getString(2))))
                .list()
                .forEach(found -> letters.put(found.getKey(), open(handle, event, found.getKey(), found.getValue())));
        return letters;
    }

    /** Empty where it was not written to this event with this entry, or says what nobody can read. */
    private Optional<DeskMessage> open(Handle handle, EventId event, EntryId entry, SealedDeskMessage letter) {
        return keys.open(handle, event, entry, letter).flatMap(SealedDeskMessages::read);
    }

    private static Optional<DeskMessage> read(byte[] text) {
        try {
            return Optional.ofNullable(JournalJson.mapper().readValue(text, DeskMessage.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
