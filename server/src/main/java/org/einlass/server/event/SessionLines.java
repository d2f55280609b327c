package org.einlass.server.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.SessionId;
import org.jdbi.v3.core.Handle;

/** Sessions as a badge's agenda names them: "9.00 Workshop KI, Loge 4"; with the day where there are several. */
public final class SessionLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm", Locale.GERMAN);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d.M., H.mm", Locale.GERMAN);

    private SessionLines() {}

    private record Row(SessionId id, ZonedDateTime starts, String words) {}

    /** The lines by session, in order of time. */
    public static Map<SessionId, String> of(Handle handle, EventId event) {
        List<Row> rows = handle.select("""
                        select s.id, s.starts_at, e.zone, s.title_german, a.title_german as room
                        from sessions s
                            join events e on e.id = s.event
                            join areas a on a.event = s.event and a.id = s.area
                        where s.event = ?
                        order by s.starts_at, s.id
                        """, event.text())
                .map((row, context) -> new Row(
                        new SessionId(row.getString("id")),
                        Instant.ofEpochMilli(row.getLong("starts_at")).atZone(ZoneId.of(row.getString("zone"))),
                        row.getString("title_german") + ", " + row.getString("room")))
                .list();
        List<LocalDate> days =
                rows.stream().map(row -> row.starts().toLocalDate()).distinct().toList();
        DateTimeFormatter moment = days.size() > 1 ? DAY_AND_TIME : TIME;
        Map<SessionId, String> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.put(row.id(), moment.format(row.starts()) + " " + row.words()));
        return lines;
    }
}
