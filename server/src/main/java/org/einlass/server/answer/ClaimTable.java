package org.einlass.server.answer;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.admission.ClaimPeriod;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.ScopeId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The server's reservations of "once": at most one is held for a registration, scope and period. */
public final class ClaimTable {
    private static final Comparator<Wanted> BY_KEY = Comparator.comparing(
                    (Wanted claim) -> claim.registration().toString())
            .thenComparing(claim -> claim.scope().text())
            .thenComparing(claim -> claim.period().text());

    /** What a scan claims. */
    public record Wanted(IncomingScan question, RegistrationId registration, ScopeId scope, ClaimPeriod period) {}

    /**
     * Takes claims, each of another registration, scope and period. They are written in the order of their
     * keys, so that two servers do not wait for each other.
     *
     * @return the ids of those scans that hold theirs now; another scan holds the claim of the rest. The
     *     index decides, not this program.
     */
    public Set<EntryId> take(Handle handle, Collection<Wanted> claims, Instant now) {
        List<Wanted> sorted = claims.stream().sorted(BY_KEY).toList();
        int[] taken = DirectSql.each(
                handle, """
                insert into claims (event, scan, registration, scope, period, device, claimed_at)
                select ?, ?, ?, ?, ?, ?, ? where true
                on conflict do nothing
                """, sorted.stream().map(claim -> row(claim, now)).toList());
        return IntStream.range(0, taken.length)
                .filter(claim -> taken[claim] == 1)
                .mapToObj(claim -> sorted.get(claim).question().scan().id())
                .collect(Collectors.toSet());
    }

    private static Object[] row(Wanted claim, Instant now) {
        return new Object[] {
            claim.question().event().text(),
            claim.question().scan().id().toString(),
            claim.registration().toString(),
            claim.scope().text(),
            claim.period().text(),
            claim.question().device().text(),
            now.toEpochMilli()
        };
    }

    /** Gives back claims that the same transaction took, as if nobody had asked. */
    public void withdraw(Handle handle, EventId event, Collection<EntryId> scans) {
        DirectSql.each(
                handle,
                "delete from claims where event = ? and scan = ? and released is null",
                scans.stream()
                        .map(scan -> new @Nullable Object[] {event.text(), scan.toString()})
                        .toList());
    }

    /** The scan's own outcome was a refusal, or it was undone: what it had claimed is free again. */
    public void release(Handle handle, EventId event, Collection<EntryId> scans, Instant now) {
        DirectSql.each(
                handle,
                """
                update claims set released = ?, released_by = 'refusal'
                where event = ? and scan = ? and released is null
                """,
                scans.stream()
                        .map(scan -> new @Nullable Object[] {now.toEpochMilli(), event.text(), scan.toString()})
                        .toList());
    }

    /** Somebody left a scope. */
    public record Exit(String registration, String scope, String period, long at) {}

    /** People went out: claims of being inside that were taken before then are free again. */
    public void releaseBefore(Handle handle, EventId event, Collection<Exit> exits) {
        DirectSql.each(
                handle,
                """
                update claims set released = ?, released_by = 'exit'
                where event = ? and registration = ? and scope = ? and period = ?
                    and claimed_at < ? and released is null
                """,
                exits.stream()
                        .map(exit -> new @Nullable Object[] {
                            exit.at(), event.text(), exit.registration(), exit.scope(), exit.period(), exit.at()
                        })
                        .toList());
    }

    /** A device's facts were set aside from a moment on: so are the claims behind them. */
    public void releaseFrom(Handle handle, EventId event, DeviceId device, Instant from, Instant now) {
        handle.createUpdate("""
                update claims set released = :now, released_by = 'set aside'
                where event = :event and device = :device and claimed_at >= :from and released is null
                """)
                .bind("event", event.text())
                .bind("device", device.text())
                .bind("from", from.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
