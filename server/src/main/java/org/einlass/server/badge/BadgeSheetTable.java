package org.einlass.server.badge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The badges that were printed before their people came. */
public final class BadgeSheetTable {
    private static final String COLUMNS =
            "select id, registration, badge, run, box, letters, number, content, replaced, pulled_at from badge_sheets ";

    private BadgeSheetTable() {}

    /** All sheets that nobody pulled, in the order of boxes and numbers. */
    public static List<BadgeSheet> unpulled(Handle handle, EventId event) {
        return handle.createQuery(COLUMNS + "where event = :event and pulled_at is null order by box, number, run")
                .bind("event", event.text())
                .map((row, context) -> sheet(row))
                .list();
    }

    /** The sheets of a run, in the order in which they were printed. */
    public static List<BadgeSheet> of(Handle handle, EventId event, int run) {
        return handle.createQuery(COLUMNS + "where event = :event and run = :run order by box, number")
                .bind("event", event.text())
                .bind("run", run)
                .map((row, context) -> sheet(row))
                .list();
    }

    /** The highest number that a sheet of a box ever had; 0 where it had none. */
    public static int highest(Handle handle, EventId event, int box) {
        return handle.createQuery(
                        "select coalesce(max(number), 0) from badge_sheets where event = :event and box = :box")
                .bind("event", event.text())
                .bind("box", box)
                .mapTo(Integer.class)
                .one();
    }

    /** Adds sheets, many at once. */
    public static void addAll(Handle handle, EventId event, List<BadgeSheet> sheets) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BadgeSheet sheet : sheets) {
            RegistrationId registration = sheet.registration();
            rows.add(new Object[] {
                event.text(),
                sheet.id().toString(),
                registration == null ? null : registration.toString(),
                sheet.badge().hex(),
                sheet.run(),
                sheet.box(),
                sheet.letters(),
                sheet.number(),
                sheet.content(),
                sheet.replaced()
            });
        }
        DirectSql.each(handle, """
                insert into badge_sheets (event, id, registration, badge, run, box, letters, number, content, replaced)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** Later sheets hold instead of these. */
    public static void replace(Handle handle, EventId event, Collection<EntryId> ids) {
        DirectSql.each(
                handle,
                "update badge_sheets set replaced = true where event = ? and id = ?",
                ids.stream()
                        .map(id -> new Object[] {event.text(), id.toString()})
                        .toList());
    }

    /** Somebody took these out of their boxes. */
    public static void pull(Handle handle, EventId event, Collection<EntryId> ids, Instant now) {
        DirectSql.each(
                handle,
                "update badge_sheets set pulled_at = ? where event = ? and id = ? and pulled_at is null",
                ids.stream()
                        .map(id -> new Object[] {now.toEpochMilli(), event.text(), id.toString()})
                        .toList());
    }

    private static BadgeSheet sheet(ResultSet row) throws SQLException {
        String registration = row.getString("registration");
        long pulled = row.getLong("pulled_at");
        boolean lies = row.wasNull();
        return new BadgeSheet(
                EntryId.of(row.getString("id")),
                registration == null ? null : RegistrationId.of(registration),
                new LookupId(row.getString("badge")),
                row.getInt("run"),
                row.getInt("box"),
                row.getString("letters"),
                row.getInt("number"),
                row.getString("content"),
                row.getBoolean("replaced"),
                lies ? null : Instant.ofEpochMilli(pulled));
    }
}
