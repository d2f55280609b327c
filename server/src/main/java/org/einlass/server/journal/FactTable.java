package org.einlass.server.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.BootId;
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

    /** What a fact is kept with besides its entry. */
    public record ResolvedReferences(
            String epoch,
            String type,
            @Nullable String door,
            @Nullable String lookup,
            @Nullable String subject,
            @Nullable String refers,
            @Nullable Boolean proven,
            String content,
            String body,
            long receivedAt) {}

    void add(
            Handle handle,
            EventId event,
            DeviceId device,
            JournalEntry entry,
            ResolvedReferences resolvedReferences,
            CorrectedTime time) {
        EntryHead head = entry.head();
        handle.createUpdate("""
                insert into facts (event, id, device, epoch, sequence, type, phase, boot, wall, monotonic, at,
                    uncertainty, sure, door, lookup, subject, refers, proven, content, body, received_at)
                values (:event, :id, :device, :epoch, :sequence, :type, :phase, :boot, :wall, :monotonic, :at,
                    :uncertainty, :sure, :door, :lookup, :subject, :refers, :proven, :content, :body, :receivedAt)
                """)
                .bind("event", event.text())
                .bind("id", head.id().toString())
                .bind("device", device.text())
                .bind("sequence", head.sequence())
                .bind("phase", head.phase().name())
                .bind("boot", head.time().boot().toString())
                .bind("wall", head.time().wall().toEpochMilli())
                .bind("monotonic", head.time().monotonic().toMillis())
                .bind("at", time.at())
                .bind("uncertainty", time.uncertainty())
                .bind("sure", time.sure())
                .bind("epoch", resolvedReferences.epoch())
                .bind("type", resolvedReferences.type())
                .bind("door", resolvedReferences.door())
                .bind("lookup", resolvedReferences.lookup())
                .bind("subject", resolvedReferences.subject())
                .bind("refers", resolvedReferences.refers())
                .bind("proven", resolvedReferences.proven())
                .bind("content", resolvedReferences.content())
                .bind("body", resolvedReferences.body())
                .bind("receivedAt", resolvedReferences.receivedAt())
                .execute();
    }

    /** Device and content of those entries that are known already. */
    Map<EntryId, String> contents(Handle handle, EventId event, Collection<EntryId> ids) {
        Map<EntryId, String> contents = new HashMap<>();
        if (ids.isEmpty()) {
            return contents;
        }
        handle.createQuery("select id, device || ' ' || content from facts where event = :event and id in (<ids>)")
                .bind("event", event.text())
                .bindList("ids", ids.stream().map(EntryId::toString).toList())
                .map((row, context) -> contents.put(EntryId.of(row.getString(1)), row.getString(2)))
                .list();
        return contents;
    }

    /** The entry of an id. */
    public Optional<Fact> find(Handle handle, EventId event, EntryId id) {
        return DirectSql.first(
                handle,
                "select at, proven, body from facts where event = ? and id = ?",
                FactTable::fact,
                event.text(),
                id.toString());
    }

    /** All facts about one person, with the undos and overrides of them, without what was set aside. */
    public List<Fact> about(Handle handle, EventId event, String subject) {
        return handle.createQuery("""
                with recursive story(id) as (
                    select id from (
                        select id from facts where event = :event and subject = :subject
                        union
                        select id from facts where event = :event and refers = :subject and type = 'substituted'
                    ) mine
                    union
                    select f.id from facts f join story s on f.refers = s.id where f.event = :event)
                select f.at, f.proven, f.body
                from facts f left join set_asides s on s.event = f.event and s.device = f.device
                where f.event = :event and f.id in (select id from story) and (s.from_at is null or f.at < s.from_at)
                """)
                .bind("event", event.text())
                .bind("subject", subject)
                .map((row, context) -> fact(row))
                .list();
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

    /** All counts of an area, with the undos of them, without what was set aside. */
    public List<Fact> counts(Handle handle, EventId event, AreaId area) {
        return handle.createQuery("""
                with recursive story(id) as (
                    select id from facts where event = :event and refers = :area and type = 'counted'
                    union
                    select f.id from facts f join story s on f.refers = s.id where f.event = :event)
                select f.at, f.proven, f.body
                from facts f left join set_asides s on s.event = f.event and s.device = f.device
                where f.event = :event and f.id in (select id from story) and (s.from_at is null or f.at < s.from_at)
                """)
                .bind("event", event.text())
                .bind("area", area.text())
                .map((row, context) -> fact(row))
                .list();
    }

    /** What people settled, by conflict, without what was set aside. */
    public List<JournalEntry.Settled> settlements(Handle handle, EventId event, Collection<String> conflicts) {
        if (conflicts.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                select f.at, f.proven, f.body
                from facts f left join set_asides s on s.event = f.event and s.device = f.device
                where f.event = :event and f.refers in (<conflicts>) and f.type = 'settled'
                    and (s.from_at is null or f.at < s.from_at)
                """)
                .bind("event", event.text())
                .bindList("conflicts", List.copyOf(conflicts))
                .map((row, context) -> (JournalEntry.Settled) fact(row).entry())
                .list();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        long at = row.getLong("at");
        boolean proven = row.getBoolean("proven");
        boolean genuine = row.wasNull() || proven;
        try {
            return new Fact(at, genuine, JournalJson.mapper().readValue(row.getString("body"), JournalEntry.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored fact cannot be read.", e);
        }
    }

    /** Whom the entry concerns that {@code entry} refers to, over any number of steps; two where one represents one. */
    public Set<String> subjectsBehind(Handle handle, EventId event, EntryId entry) {
        return Set.copyOf(handle.createQuery("""
                with recursive back(id, type, subject, refers) as (
                    select id, type, subject, refers from facts where event = :event and id = :id
                    union
                    select f.id, f.type, f.subject, f.refers from facts f join back b on f.id = b.refers
                    where f.event = :event)
                select subject from back where subject is not null
                union
                select refers from back where type = 'substituted'
                """)
                .bind("event", event.text())
                .bind("id", entry.toString())
                .mapTo(String.class)
                .list());
    }

    /** The area whose count the entry is, or takes back, over any number of steps. */
    public Optional<AreaId> areaBehind(Handle handle, EventId event, EntryId entry) {
        return handle.createQuery("""
                with recursive back(id, type, refers) as (
                    select id, type, refers from facts where event = :event and id = :id
                    union
                    select f.id, f.type, f.refers from facts f join back b on f.id = b.refers
                    where f.event = :event)
                select refers from back where type = 'counted'
                """)
                .bind("event", event.text())
                .bind("id", entry.toString())
                .mapTo(String.class)
                .findFirst()
                .map(AreaId::new);
    }

    /** Gives all facts of a boot the time that its better known clock says. */
    public void retime(Handle handle, EventId event, DeviceId device, BootId boot, long base, long uncertainty) {
        handle.createUpdate("""
                update facts set at = :base + monotonic, uncertainty = :uncertainty, sure = true
                where event = :event and device = :device and boot = :boot and type <> 'enteredfrompaper'
                """)
                .bind("base", base)
                .bind("uncertainty", uncertainty)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("boot", boot.toString())
                .execute();
    }

    /** Gives the facts of boots without contact the time that the device's error in another boot suggests. */
    public void retimeUnsure(Handle handle, EventId event, DeviceId device, long wallError) {
        handle.createUpdate("""
                update facts set at = wall + :error where event = :event and device = :device and sure = false
                """)
                .bind("error", wallError)
                .bind("event", event.text())
                .bind("device", device.text())
                .execute();
    }

    /** Whom the facts of a device concern, back to the scans that its undos undo. */
    public Set<String> subjectsOf(Handle handle, EventId event, DeviceId device) {
        return Set.copyOf(handle.createQuery("""
                with recursive back(id, type, subject, refers) as (
                    select id, type, subject, refers from facts where event = :event and device = :device
                    union
                    select f.id, f.type, f.subject, f.refers from facts f join back b on f.id = b.refers
                    where f.event = :event)
                select subject from back where subject is not null
                union
                select refers from back where type = 'substituted'
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .mapTo(String.class)
                .list());
    }

    /** The areas that a device counted, or whose counts it took back. */
    public Set<AreaId> countsOf(Handle handle, EventId event, DeviceId device) {
        return handle
                .createQuery("""
                with recursive back(id, type, refers) as (
                    select id, type, refers from facts
                    where event = :event and device = :device and type in ('counted', 'undone')
                    union
                    select f.id, f.type, f.refers from facts f join back b on f.id = b.refers
                    where f.event = :event)
                select distinct refers from back where type = 'counted'
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .map((row, context) -> new AreaId(row.getString(1)))
                .stream()
                .collect(Collectors.toSet());
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

    /** Whether anybody has reported this code. */
    public boolean hasCode(Handle handle, EventId event, LookupId lookup) {
        return handle.createQuery("select count(*) from facts where event = :event and lookup = :lookup")
                        .bind("event", event.text())
                        .bind("lookup", lookup.hex())
                        .mapTo(Long.class)
                        .one()
                > 0;
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
