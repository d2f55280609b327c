package org.einlass.kiosk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.gate.InstalledRoster;
import org.einlass.kiosk.gate.RosterEntry;
import org.einlass.kiosk.sync.WireJson;
import org.einlass.sqlite.SqliteFile;

/**
 * One roster in one SQLite file: look-up id, decision fields, sealed badge; and the codes that were replaced.
 */
final class RosterTable implements AutoCloseable {
    private static final List<String> SCHEMA = List.of(
            """
            create table if not exists roster (
                code text primary key,
                registration text not null,
                version integer not null,
                entitlement text not null,
                sealed blob
            ) without rowid
            """,
            "create index if not exists roster_registration on roster (registration)",
            "create table if not exists followed (incarnation text not null, number integer not null)",
            "create table if not exists heard (at integer not null)",
            """
            create table if not exists revoked (
                code text primary key,
                registration text not null,
                version integer not null
            ) without rowid
            """,
            "create index if not exists revoked_registration on revoked (registration)",
            """
            create table if not exists guest (
                registration text primary key,
                version integer not null,
                sealed blob not null
            ) without rowid
            """);

    /** Whoever's rows have moved on without the guest is not shown as they were. */
    private static final String CURRENT = """
             from guest g
            where exists (select 1 from roster r where r.registration = g.registration and r.version = g.version)
            """;

    private static final String GUESTS = "select g.registration, g.version, g.sealed" + CURRENT;

    /** A code that counts again is in both tables: what is not revoked comes first. */
    private static final String FIND = """
            select registration, version, entitlement, 0 as place from roster where code = ?
            union all
            select registration, version, null, 1 from revoked where code = ?
            order by place limit 1
            """;

    private static final String CODES = """
            select code from roster where registration = ?
            union
            select code from revoked where registration = ?
            """;

    /** As many rows as are read at once beside others: a few hundredths of a second. */
    private static final int PAGE_ROWS = 2_000;

    private static final Logger LOG = System.getLogger(RosterTable.class.getName());

    private final Path file;
    private final DeviceDatabase deviceDatabase;

    RosterTable(Path file) {
        this(file, new DeviceDatabase(file, SCHEMA));
    }

    RosterTable(Path file, DeviceDatabase deviceDatabase) {
        this.file = file;
        this.deviceDatabase = deviceDatabase;
    }

    Path file() {
        return file;
    }

    Optional<RosterEntry> find(LookupId code) throws SQLException {
        return deviceDatabase.use(open -> {
            try (PreparedStatement query = open.prepareStatement(FIND)) {
                query.setString(1, code.hex());
                query.setString(2, code.hex());
                ResultSet row = query.executeQuery();
                return row.next() ? entry(code, row) : Optional.empty();
            }
        });
    }

    private static Optional<RosterEntry> entry(LookupId code, ResultSet row) throws SQLException {
        RegistrationId registration = RegistrationId.of(row.getString("registration"));
        long version = row.getLong("version");
        String entitlement = row.getString("entitlement");
        return entitlement == null
                ? Optional.of(new RosterEntry(code, registration, version, null))
                : WireJson.read(entitlement, Entitlement.class)
                        .map(right -> new RosterEntry(code, registration, version, right));
    }

    Set<LookupId> codes(RegistrationId registration) throws SQLException {
        return deviceDatabase.use(open -> {
            Set<LookupId> codes = new HashSet<>();
            try (PreparedStatement query = open.prepareStatement(CODES)) {
                query.setString(1, registration.toString());
                query.setString(2, registration.toString());
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    codes.add(new LookupId(rows.getString("code")));
                }
            }
            return codes;
        });
    }

    Optional<byte[]> sealed(LookupId code) throws SQLException {
        return deviceDatabase.use(open -> {
            try (PreparedStatement query = open.prepareStatement("select sealed from roster where code = ?")) {
                query.setString(1, code.hex());
                ResultSet row = query.executeQuery();
                return row.next() ? Optional.ofNullable(row.getBytes("sealed")) : Optional.empty();
            }
        });
    }

    Optional<RosterCursor> cursor() throws SQLException {
        return deviceDatabase.use(open -> {
            try (PreparedStatement query = open.prepareStatement("select incarnation, number from followed")) {
                ResultSet row = query.executeQuery();
                return row.next()
                        ? Optional.of(
                                new RosterCursor(UUID.fromString(row.getString("incarnation")), row.getLong("number")))
                        : Optional.empty();
            }
        });
    }

    /** Which roster this is; empty as long as it was never filled. */
    Optional<InstalledRoster> installed() throws SQLException {
        Optional<RosterCursor> cursor = cursor();
        return cursor.isPresent()
                ? Optional.of(
                        new InstalledRoster(cursor.get().number(), heardAt().orElse(null)))
                : Optional.empty();
    }

    /**
     * Fills this empty table from a file of one row as JSON a line. A row that cannot be read is left out.
     */
    void fill(RosterCursor cursor, Path lines) throws SQLException, IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(lines), UTF_8))) {
            change(cursor, reader.lines().map(line -> WireJson.read(line, RosterRow.class)));
        } catch (UncheckedIOException unreadable) {
            throw new IOException("The roster's file cannot be read.", unreadable);
        }
    }

    /**
     * Applies what has changed. A row that cannot be read is taken out: what it said before holds no longer.
     */
    void apply(RosterChanges changes) throws SQLException {
        change(changes.cursor(), changes.rows().stream().map(Optional::of));
    }

    private void change(RosterCursor cursor, Stream<Optional<RosterRow>> stream) throws SQLException {
        AtomicBoolean removed = new AtomicBoolean();
        long unread = deviceDatabase.transact(open -> {
            try (RosterWriter rows = new RosterWriter(open)) {
                for (Optional<RosterRow> row : (Iterable<Optional<RosterRow>>) stream::iterator) {
                    rows.add(row);
                }
                rows.flush();
                if (rows.removed()) {
                    forgetGuests(open);
                    removed.set(true);
                }
                follow(open, cursor);
                return rows.unread();
            }
        });
        if (removed.get()) {
            emptyLog();
        }
        if (unread > 0) {
            LOG.log(Level.WARNING, "Left out of the roster, because they cannot be read: {0} rows.", unread);
        }
    }

    /** Whoever was taken out stands no longer in SQLite's own log beside the file, either. */
    private void emptyLog() throws SQLException {
        deviceDatabase.use(open -> {
            DeviceDatabase.execute(open, "pragma wal_checkpoint(truncate)");
            return true;
        });
    }

    /** How many codes this roster knows. */
    long size() throws SQLException {
        return deviceDatabase.use(open -> {
            try (PreparedStatement query = open.prepareStatement("select count(*) as rows from roster")) {
                return query.executeQuery().getLong("rows");
            }
        });
    }

    /**
     * When the server last said what has changed, by this device's clock; rosters of older programs do not
     * say.
     */
    Optional<Instant> heardAt() throws SQLException {
        return deviceDatabase.use(open -> {
            if (!isNoted(open)) {
                return Optional.empty();
            }
            try (PreparedStatement query = open.prepareStatement("select at from heard")) {
                ResultSet row = query.executeQuery();
                return row.next() ? Optional.of(Instant.ofEpochSecond(row.getLong("at"))) : Optional.empty();
            }
        });
    }

    private static boolean isNoted(Connection open) throws SQLException {
        try (PreparedStatement query =
                open.prepareStatement("select 1 from sqlite_master where type = 'table' and name = 'heard'")) {
            return query.executeQuery().next();
        }
    }

    private static void forgetGuests(Connection open) throws SQLException {
        DeviceDatabase.execute(open, "delete from guest where registration not in (select registration from roster)");
    }

    Optional<SealedAttendee> guest(RegistrationId registration) throws SQLException {
        return deviceDatabase.use(open -> {
            try (PreparedStatement query = open.prepareStatement(GUESTS + " and g.registration = ?")) {
                query.setString(1, registration.toString());
                ResultSet row = query.executeQuery();
                return row.next() ? Optional.of(guest(row)) : Optional.empty();
            }
        });
    }

    /** Hands over all guests, in the order of their registrations, while others use this table. */
    void eachGuest(Consumer<SealedAttendee> then) throws SQLException {
        inPages(GUESTS, RosterTable::guest, SealedAttendee::registration, then);
    }

    /** The version of each guest, read while others use this table. */
    Map<RegistrationId, Long> guestVersions() throws SQLException {
        Map<RegistrationId, Long> versions = new HashMap<>();
        inPages(
                "select g.registration, g.version" + CURRENT,
                row -> Map.entry(RegistrationId.of(row.getString("registration")), row.getLong("version")),
                Map.Entry::getKey,
                one -> versions.put(one.getKey(), one.getValue()));
        return versions;
    }

    /** Reads a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * Reads all guests on connections of its own, so that nobody who looks one up meanwhile waits. Each page is as the
     * table was at one moment, and short, so that the log can be emptied soon. They make no file anew that was wiped.
     */
    private <T> void inPages(
            String select, Reading<T> reading, Function<T, RegistrationId> registration, Consumer<T> then)
            throws SQLException {
        deviceDatabase.use(open -> true);
        SqliteFile table = new SqliteFile(file);
        String after = "";
        List<T> page;
        do {
            page = page(table, select, reading, after);
            page.forEach(then);
            after = page.isEmpty()
                    ? after
                    : registration.apply(page.get(page.size() - 1)).toString();
        } while (page.size() == PAGE_ROWS);
    }

    private static <T> List<T> page(SqliteFile table, String select, Reading<T> reading, String after)
            throws SQLException {
        List<T> page = new ArrayList<>();
        try (Connection connection = table.openReadOnly();
                PreparedStatement query = connection.prepareStatement(
                        select + " and g.registration > ? order by g.registration limit " + PAGE_ROWS)) {
            query.setString(1, after);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                page.add(reading.of(rows));
            }
        }
        return page;
    }

    private static SealedAttendee guest(ResultSet row) throws SQLException {
        return new SealedAttendee(
                RegistrationId.of(row.getString("registration")), row.getLong("version"), row.getBytes("sealed"));
    }

    private static void follow(Connection open, RosterCursor cursor) throws SQLException {
        DeviceDatabase.execute(open, "delete from heard");
        DeviceDatabase.execute(open, "insert into heard (at) values (strftime('%s', 'now'))");
        DeviceDatabase.execute(open, "delete from followed");
        try (PreparedStatement insert =
                open.prepareStatement("insert into followed (incarnation, number) values (?, ?)")) {
            insert.setString(1, cursor.incarnation().toString());
            insert.setLong(2, cursor.number());
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        deviceDatabase.close();
    }
}
