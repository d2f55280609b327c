package org.einlass.server.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The journal entries that devices reported: never refused, never changed, only better timed. */
public final class FactTable {

    void add(Handle handle, EventId event, List<RecordedFact> facts) {
        DirectSql.each(handle, """
                insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                    uncertainty, sure, door, lookup, subject, refers, proven, content, body, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, facts.stream().map(fact -> row(event, fact)).toList());
    }

    private static @Nullable Object[] row(EventId event, RecordedFact fact) {
        EntryHead head = fact.entry().head();
        ResolvedReferences references = fact.references();
        CorrectedTime time = fact.time();
        return new @Nullable Object[] {
            event.text(),
            head.id().toString(),
            fact.device().text(),
            references.epoch(),
            head.sequence(),
            references.type(),
            head.phase().name(),
            head.time().boot().toString(),
            head.time().wall().toEpochMilli(),
            head.time().monotonic().toMillis(),
            time.at(),
            time.uncertainty(),
            time.sure(),
            references.door(),
            references.lookup(),
            references.subject(),
            references.refers(),
            references.proven(),
            references.content(),
            references.body(),
            references.receivedAt()
        };
    }

    /** When a badge was printed last, by registration, of those whose badge nobody handed out yet. */
    public static Map<String, Instant> badgesInBoxes(Handle handle, EventId event) {
        Map<String, Instant> printed = new HashMap<>();
        Set<String> handedOut = new HashSet<>();
        handle.createQuery("""
                        select at, proven, body from facts
                        where event = :event and type in ('printed PRINTED', 'printed HANDED_OUT')
                            and phase <> 'REHEARSAL'
                        """)
                .bind("event", event.text())
                .map((row, context) -> fact(row))
                .forEach(fact -> {
                    JournalEntry.Printed print = (JournalEntry.Printed) fact.entry();
                    String registration = print.registration().toString();
                    if (print.stage() == JournalEntry.PrintStage.HANDED_OUT) {
                        handedOut.add(registration);
                    } else if (print.stage() == JournalEntry.PrintStage.PRINTED) {
                        printed.merge(
                                registration,
                                Instant.ofEpochMilli(fact.at()),
                                (one, other) -> one.isAfter(other) ? one : other);
                    }
                });
        printed.keySet().removeAll(handedOut);
        return printed;
    }

    /** Whose badge was printed; what was undone, or printed in practice, was not. */
    public static Set<String> printedBadges(Handle handle, EventId event) {
        return new HashSet<>(handle.createQuery("""
                        select distinct f.subject from facts f
                        where f.event = :event and f.type in ('printed PRINTED', 'printed HANDED_OUT')
                            and f.phase = (select e.phase from events e where e.id = f.event)
                            and not exists (select 1 from facts u
                                where u.event = f.event and u.refers = f.id and u.type = 'undone'
                                and not exists (select 1 from facts v
                                    where v.event = u.event and v.refers = u.id and v.type = 'undone'))
                        """)
                .bind("event", event.text())
                .mapTo(String.class)
                .list());
    }

    /** The prints whose badge was handed out; what was undone, or handed out in practice, was not. */
    public static Set<String> handedOutPrints(Handle handle, EventId event) {
        Set<String> prints = new HashSet<>();
        handle.createQuery("""
                        select f.at, f.proven, f.body from facts f
                        where f.event = :event and f.type = 'printed HANDED_OUT'
                            and f.phase = (select e.phase from events e where e.id = f.event)
                            and not exists (select 1 from facts u
                                where u.event = f.event and u.refers = f.id and u.type = 'undone'
                                and not exists (select 1 from facts v
                                    where v.event = u.event and v.refers = u.id and v.type = 'undone'))
                        """)
                .bind("event", event.text())
                .map((row, context) -> fact(row))
                .forEach(fact ->
                        prints.add(((JournalEntry.Printed) fact.entry()).print().toString()));
        return prints;
    }

    private static List<String> texts(Collection<EntryId> ids) {
        return ids.stream().map(EntryId::toString).toList();
    }

    /** The entries of those of some ids that were reported. */
    public List<Fact> of(Handle handle, EventId event, Collection<EntryId> ids) {
        return DirectSql.listedTexts(handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select f.at, f.proven, f.body from ids cross join facts f where f.event = ? and f.id = ids.id
                """, FactTable::fact, texts(ids), event.text());
    }

    /** All facts that brought a code of this registration, undone ones and those set aside among them. */
    public List<Fact> brought(Handle handle, EventId event, String registration) {
        return handle.createQuery("""
                select at, proven, body from facts
                where event = :event and subject = :registration
                    and type in ('walkedin', 'substituted', 'badgereissued')
                order by id
                """)
                .bind("event", event.text())
                .bind("registration", registration)
                .map((row, context) -> fact(row))
                .list();
    }

    static Fact fact(ResultSet row) throws SQLException {
        return new Fact(row.getLong("at"), genuine(row, row.findColumn("proven")), entry(row.getString("body")));
    }

    /** Whether a scan's proof is right, or nobody could say so. */
    static boolean genuine(ResultSet row, int proven) throws SQLException {
        boolean right = row.getBoolean(proven);
        return row.wasNull() || right;
    }

    static JournalEntry entry(String body) {
        try {
            return JournalJson.mapper().readValue(body, JournalEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored fact cannot be read.", e);
        }
    }

    /** Those of some entries that were reported. */
    public Set<EntryId> reported(Handle handle, EventId event, Collection<EntryId> entries) {
        return Set.copyOf(
                DirectSql.listedTexts(handle, """
                with ids (id) as (select asked.value ->> 0 from <list>)
                select f.id from ids cross join facts f where f.event = ? and f.id = ids.id
                """, row -> EntryId.of(row.getString(1)), texts(entries), event.text()));
    }

    /** Gives all facts of some boots the time that their better known clocks say. */
    void retime(Handle handle, EventId event, Collection<BootClocks.Met> samples) {
        DirectSql.each(
                handle,
                """
                update facts set at = ? + monotonic, uncertainty = ?, sure = true
                where event = ? and device = ? and boot = ? and type <> 'enteredfrompaper'
                """,
                samples.stream()
                        .map(met -> new @Nullable Object[] {
                            met.contact().base(),
                            met.contact().uncertainty(),
                            event.text(),
                            met.device().text(),
                            met.contact().boot().toString()
                        })
                        .toList());
    }

    /**
     * Gives the facts of boots without contact the time that the device's error in another boot suggests.
     *
     * @param wallErrors of each device, in milliseconds
     */
    void retimeUnsure(Handle handle, EventId event, Map<DeviceId, Long> wallErrors) {
        DirectSql.each(
                handle,
                "update facts set at = wall + ? where event = ? and device = ? and sure = false",
                wallErrors.entrySet().stream()
                        .map(error -> new @Nullable Object[] {
                            error.getValue(), event.text(), error.getKey().text()
                        })
                        .toList());
    }

    /** All people facts tell of. */
    public List<String> subjects(Handle handle, EventId event) {
        return handle.createQuery("""
                select subject from facts where event = :event and subject is not null
                union
                select refers from facts where event = :event and type = 'substituted'
                """)
                .bind("event", event.text())
                .mapTo(String.class)
                .list();
    }

    /** Whose badges were printed in another phase than {@code phase}. */
    public List<String> printedOutside(Handle handle, EventId event, Phase phase) {
        return handle.createQuery("""
                select distinct subject from facts
                where event = :event and type in ('printed PRINTED', 'printed HANDED_OUT') and phase <> :phase
                    and subject is not null
                """)
                .bind("event", event.text())
                .bind("phase", phase.name())
                .mapTo(String.class)
                .list();
    }

    /** Those of some codes that anybody has reported. */
    public Set<LookupId> withCode(Handle handle, EventId event, Collection<LookupId> lookups) {
        return Set.copyOf(DirectSql.listedTexts(
                handle,
                """
                with lookups (lookup) as (select asked.value ->> 0 from <list>)
                select distinct f.lookup from lookups l cross join facts f where f.event = ? and f.lookup = l.lookup
                """,
                row -> new LookupId(row.getString(1)),
                lookups.stream().map(LookupId::hex).toList(),
                event.text()));
    }

    /** Whom the facts that were made with these codes concern. */
    public Set<String> subjectsOf(Handle handle, EventId event, Collection<LookupId> lookups) {
        return Set.copyOf(DirectSql.listedTexts(
                handle,
                """
                with lookups (lookup) as (select asked.value ->> 0 from <list>)
                select distinct f.subject from lookups l cross join facts f
                where f.event = ? and f.lookup = l.lookup and f.subject is not null
                """,
                row -> row.getString(1),
                lookups.stream().map(LookupId::hex).toList(),
                event.text()));
    }

    /** Whether any fact concerns {@code subject}. */
    public boolean hasSubject(Handle handle, EventId event, String subject) {
        return handle.createQuery("select 1 from facts where event = :event and subject = :subject limit 1")
                .bind("event", event.text())
                .bind("subject", subject)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** Whether there is such an entry, and this device or whoever stands for one wrote it. */
    public static boolean isWrittenBy(Handle handle, EventId event, EntryId entry, DeviceId writer) {
        return handle.createQuery("select 1 from facts where event = :event and id = :id and device = :writer")
                .bind("event", event.text())
                .bind("id", entry.toString())
                .bind("writer", writer.text())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** What is known about a subject, the newest first, at most {@code most}. */
    public static List<HistoryEntry> history(Handle handle, EventId event, String subject, int most) {
        return handle.createQuery("""
                        select at, type, phase, door, device, body from facts
                        where event = :event and subject = :subject order by at desc, id limit :most
                        """)
                .bind("event", event.text())
                .bind("subject", subject)
                .bind("most", most)
                .map((row, context) -> new HistoryEntry(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("type"),
                        Phase.valueOf(row.getString("phase")),
                        row.getString("door"),
                        row.getString("device"),
                        entry(row.getString("body")).head().operator()))
                .list();
    }

    /**
     * Lines from paper that name {@code named} and no code concern another registration than before.
     *
     * @return how many
     */
    public int adoptNamed(Handle handle, EventId event, String named, String from, String to) {
        return handle.createUpdate("""
                        update facts set subject = :to
                        where event = :event and subject = :from and type = 'enteredfrompaper' and lookup is null
                            and body like :named
                        """)
                .bind("event", event.text())
                .bind("from", from)
                .bind("to", to)
                .bind("named", "%\"" + named + "\"%")
                .execute();
    }

    /** The facts made with a code concern {@code subject} from now on. */
    public void adopt(Handle handle, EventId event, LookupId lookup, String subject) {
        handle.createUpdate("update facts set subject = :subject where event = :event and lookup = :lookup")
                .bind("subject", subject)
                .bind("event", event.text())
                .bind("lookup", lookup.hex())
                .execute();
    }

    /** Scans of a code that nobody could compare with the code yet. */
    public List<JournalEntry.Scanned> notCompared(Handle handle, EventId event, LookupId lookup) {
        return handle.createQuery("""
                select at, proven, body from facts
                where event = :event and lookup = :lookup and type = 'scanned' and proven is null
                """)
                .bind("event", event.text())
                .bind("lookup", lookup.hex())
                .map((row, context) -> (JournalEntry.Scanned) fact(row).entry())
                .list();
    }

    /** Whether a scan's proof is right is known now. */
    public void compared(Handle handle, EventId event, EntryId scan, boolean proven) {
        handle.createUpdate("update facts set proven = :proven where event = :event and id = :id")
                .bind("proven", proven)
                .bind("event", event.text())
                .bind("id", scan.toString())
                .execute();
    }
}
