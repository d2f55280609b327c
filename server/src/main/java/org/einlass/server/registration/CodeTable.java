package org.einlass.server.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.ServerKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The codes of an event: found by look-up id, sealed under the server's key, never in clear. */
public final class CodeTable {
    private final ServerKey serverKey;

    public CodeTable(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /**
     * Adds a code of a registration, or a spare one.
     *
     * @param number 1 for the first code of its kind, counted up with each re-issue
     */
    public void add(
            Handle handle,
            EventId event,
            LookupId lookup,
            PresentedCode code,
            @Nullable RegistrationId registration,
            int number,
            Instant now) {
        handle.createUpdate("""
                insert into codes (event, lookup, kind, registration, sealed, number, issued_at)
                values (:event, :lookup, :kind, :registration, :sealed, :number, :now)
                """)
                .bind("event", event.text())
                .bind("lookup", lookup.hex())
                .bind("kind", kind(code))
                .bind("registration", registration == null ? null : registration.toString())
                .bind("sealed", serverKey.seal(code.text(), place(event, lookup.hex())))
                .bind("number", number)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /**
     * A code that is to be a registration's.
     *
     * @param number 1 for the first code of its kind, counted up with each re-issue
     * @param countedUp whether it is long, and its list shows that it can be guessed
     */
    record New(LookupId lookup, PresentedCode code, RegistrationId registration, int number, boolean countedUp) {

        /** A code of ours. */
        New(LookupId lookup, Code code, RegistrationId registration, int number) {
            this(lookup, code, registration, number, false);
        }

        /** Without the code. */
        @Override
        public String toString() {
            return "code " + lookup;
        }
    }

    /** Adds codes, many at once. */
    void addAll(Handle handle, EventId event, List<New> codes, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (New one : codes) {
            rows.add(new Object[] {
                event.text(),
                one.lookup().hex(),
                kind(one.code()),
                one.registration().toString(),
                serverKey.seal(one.code().text(), place(event, one.lookup().hex())),
                one.number(),
                now.toEpochMilli(),
                one.countedUp()
            });
        }
        DirectSql.each(handle, """
                insert into codes (event, lookup, kind, registration, sealed, number, issued_at, counted_up)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** A code leads to another registration from now on. */
    void move(Handle handle, EventId event, LookupId lookup, RegistrationId from, RegistrationId to) {
        DirectSql.execute(
                handle,
                "update codes set registration = ? where event = ? and lookup = ? and registration = ?",
                to.toString(),
                event.text(),
                lookup.hex(),
                from.toString());
    }

    /**
     * Adds a badge code that a desk made, or gives a spare one to the registration; another one that is there stays.
     *
     * @param code absent where the desk did not tell it: then it is known by its look-up id only
     * @param at UTC milliseconds
     * @return false where it is somebody's already
     */
    public boolean addFromDesk(
            Handle handle,
            EventId event,
            LookupId lookup,
            @Nullable Code code,
            RegistrationId registration,
            int number,
            long at) {
        return handle.createUpdate("""
                insert into codes (event, lookup, kind, registration, sealed, number, issued_at)
                values (:event, :lookup, 'BADGE', :registration, :sealed, :number, :at)
                on conflict (event, lookup) do update set registration = excluded.registration,
                    sealed = case when excluded.sealed = '' then codes.sealed else excluded.sealed end, number = excluded.number, issued_at = excluded.issued_at
                    where codes.registration is null and codes.kind = 'BADGE'
                """)
                        .bind("event", event.text())
                        .bind("lookup", lookup.hex())
                        .bind("registration", registration.toString())
                        .bind("sealed", code == null ? "" : serverKey.seal(code.text(), place(event, lookup.hex())))
                        .bind("number", number)
                        .bind("at", at)
                        .execute()
                > 0;
    }

    private static String kind(PresentedCode code) {
        return code instanceof Code ours ? ours.kind().name() : "EXTERNAL";
    }

    private static String place(EventId event, String lookup) {
        return event.text() + " " + lookup;
    }

    /** The code behind a look-up id; a merged twin's code leads to the registration that remained. */
    public Optional<IssuedCode> find(Handle handle, EventId event, LookupId lookup) {
        return DirectSql.first(
                handle,
                """
                select coalesce(r.merged_into, c.registration), coalesce(c.revoked_at, c.replaced_at), c.sealed
                from codes c left join registrations r on r.event = c.event and r.id = c.registration
                where c.event = ? and c.lookup = ?
                """,
                row -> new IssuedCode(registration(row.getString(1)), row.getObject(2) != null, row.getString(3)),
                event.text(),
                lookup.hex());
    }

    /** The same for several look-up ids: those that somebody was given. */
    public Map<LookupId, IssuedCode> find(Handle handle, EventId event, Collection<LookupId> lookups) {
        Map<LookupId, IssuedCode> codes = new HashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with lookups (lookup) as (select asked.value ->> 0 from <list>)
                select c.lookup, coalesce(r.merged_into, c.registration), coalesce(c.revoked_at, c.replaced_at), c.sealed
                from lookups l cross join codes c
                left join registrations r on r.event = c.event and r.id = c.registration
                where c.event = ? and c.lookup = l.lookup
                """,
                row -> codes.put(
                        new LookupId(row.getString(1)),
                        new IssuedCode(registration(row.getString(2)), row.getObject(3) != null, row.getString(4))),
                lookups.stream().map(LookupId::hex).toList(),
                event.text());
        return codes;
    }

    /**
     * A code that was given to a registration.
     *
     * @param onDevices what devices know it by: another id where it can be guessed
     * @param registration where it leads now
     * @param ours the code in clear; absent for other systems' codes and for those that a desk made offline
     */
    public record Given(
            LookupId lookup,
            LookupId onDevices,
            RegistrationId registration,
            boolean revoked,
            @Nullable Code ours) {

        /** Without the code. */
        @Override
        public String toString() {
            return "code " + lookup;
        }
    }

    /** All codes that these registrations were ever given, by registration. */
    public List<Given> given(Handle handle, EventId event, RegistrationRange registrationRange) {
        return registrationRange
                .fill(handle.createQuery("""
                        select c.lookup, coalesce(r.merged_into, r.id), coalesce(c.revoked_at, c.replaced_at), c.kind,
                            c.sealed, c.counted_up
                        from registrations r join codes c on c.event = r.event and c.registration = r.id
                        where r.event = :event and r.id <these> order by r.id
                        """))
                .bind("event", event.text())
                .map((row, context) -> given(event, row))
                .list();
    }

    private Given given(EventId event, ResultSet row) throws SQLException {
        LookupId lookup = new LookupId(row.getString(1));
        String sealed = row.getString(5);
        boolean foreign = row.getString(4).equals("EXTERNAL") || sealed.isEmpty();
        Code ours = foreign ? null : ours(event, lookup, sealed).orElse(null);
        LookupId onDevices =
                row.getString(4).equals("EXTERNAL") ? onDevices(event, lookup, sealed, row.getBoolean(6)) : lookup;
        return new Given(lookup, onDevices, RegistrationId.of(row.getString(2)), row.getObject(3) != null, ours);
    }

    private LookupId onDevices(EventId event, LookupId lookup, String sealed, boolean countedUp) {
        return ExternalCodes.onDevices(serverKey, event, lookup, external(event, lookup, sealed), countedUp);
    }

    /** What devices know a code of another system by; the same id where it is not here. */
    LookupId onDevices(Handle handle, EventId event, LookupId lookup) {
        return DirectSql.first(
                        handle,
                        """
                        select sealed, counted_up from codes where event = ? and lookup = ? and kind = 'EXTERNAL'
                        """,
                        row -> onDevices(event, lookup, row.getString(1), row.getBoolean(2)),
                        event.text(),
                        lookup.hex())
                .orElse(lookup);
    }

    /** Another system's code in clear. */
    ExternalCode external(EventId event, LookupId lookup, String sealed) {
        return new ExternalCode(serverKey.open(sealed, place(event, lookup.hex())));
    }

    /** One of our own codes in clear. */
    public Optional<Code> ours(EventId event, LookupId lookup, String sealed) {
        return Code.parse(serverKey.open(sealed, place(event, lookup.hex())));
    }

    private static @Nullable RegistrationId registration(@Nullable String id) {
        return id == null ? null : RegistrationId.of(id);
    }

    /** The code itself, as it is printed or compared with a proof. */
    public PresentedCode open(EventId event, LookupId lookup, IssuedCode known) {
        String text = serverKey.open(known.sealed(), place(event, lookup.hex()));
        return Code.parse(text).<PresentedCode>map(code -> code).orElseGet(() -> new ExternalCode(text));
    }

    /** The newest valid badge or ticket code of a registration, in clear: for paper only. */
    public Optional<Code> newest(Handle handle, EventId event, RegistrationId registration, CodeKind kind) {
        return handle.createQuery("""
                select lookup, sealed from codes
                where event = :event and registration = :registration and kind = :kind and revoked_at is null
                    and replaced_at is null and sealed <> ''
                order by number desc, issued_at desc, lookup limit 1
                """)
                .bind("event", event.text())
                .bind("registration", registration.toString())
                .bind("kind", kind.name())
                .map((row, context) -> serverKey.open(row.getString(2), place(event, row.getString(1))))
                .findOne()
                .flatMap(Code::parse);
    }

    /**
     * A code of a registration as a person may see it: never the code itself.
     *
     * @param kind TICKET, BADGE or EXTERNAL
     * @param number counted up with each badge
     */
    public record Line(String kind, int number, Instant issuedAt, boolean valid) {}

    /** The codes of a registration as people may see them, the newest first. */
    public static List<Line> lines(Handle handle, EventId event, RegistrationId registration) {
        return handle.createQuery("""
                        select kind, number, issued_at, revoked_at, replaced_at from codes
                        where event = :event and registration = :registration order by issued_at desc, number desc
                        """)
                .bind("event", event.text())
                .bind("registration", registration.toString())
                .map((row, context) -> new Line(
                        row.getString("kind"),
                        row.getInt("number"),
                        Instant.ofEpochMilli(row.getLong("issued_at")),
                        row.getObject("revoked_at") == null && row.getObject("replaced_at") == null))
                .list();
    }

    /** Some valid ticket of the event, in clear; empty where there is none. */
    public Optional<Code> anyTicket(Handle handle, EventId event) {
        return handle.createQuery("""
                select lookup, sealed from codes
                where event = :event and kind = 'TICKET' and revoked_at is null and replaced_at is null and sealed <> ''
                limit 1
                """)
                .bind("event", event.text())
                .map((row, context) -> ours(event, new LookupId(row.getString(1)), row.getString(2)))
                .findOne()
                .flatMap(code -> code);
    }

    /** A code is no longer valid. Facts that were made with it stay. */
    public void revoke(Handle handle, EventId event, LookupId lookup, Instant now) {
        handle.createUpdate("update codes set revoked_at = :now where event = :event and lookup = :lookup")
                .bind("event", event.text())
                .bind("lookup", lookup.hex())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** A registration's ticket codes are no longer valid. @return the highest number that one of them had */
    int revokeTickets(Handle handle, EventId event, RegistrationId registration, Instant now) {
        handle.createUpdate("""
                        update codes set revoked_at = :now
                        where event = :event and registration = :id and kind = 'TICKET' and revoked_at is null
                        """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .bind("now", now.toEpochMilli())
                .execute();
        return handle.createQuery("""
                        select coalesce(max(number), 0) from codes
                        where event = :event and registration = :id and kind = 'TICKET'
                        """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .mapTo(Integer.class)
                .one();
    }

    public static Map<LookupId, @Nullable Long> replacements(Handle handle, EventId event, String subject) {
        Map<LookupId, @Nullable Long> codes = new HashMap<>();
        handle.createQuery("select lookup, replaced_at from codes where event = :event and registration = :id")
                .bind("event", event.text())
                .bind("id", subject)
                .map((row, context) -> codes.put(new LookupId(row.getString(1)), number(row.getObject(2))))
                .list();
        return codes;
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    public static void replace(Handle handle, EventId event, LookupId code, @Nullable Long at) {
        handle.createUpdate("update codes set replaced_at = :at where event = :event and lookup = :lookup")
                .bind("event", event.text())
                .bind("lookup", code.hex())
                .bind("at", at)
                .execute();
    }
}
