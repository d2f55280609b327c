package org.einlass.kiosk.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.RosterChanges;
import org.einlass.contract.wire.RosterCursor;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.gate.RosterEntry;
import org.einlass.kiosk.sync.WireJson;

/** One roster in one SQLite file: look-up id, decision fields, sealed badge. */
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
            "create table if not exists followed (incarnation text not null, number integer not null)");

    private final Path file;
    private final Database database;

    RosterTable(Path file) {
        this.file = file;
        this.database = new Database(file, Database.Durability.FULL, SCHEMA);
    }

    Path file() {
        return file;
    }

    Optional<RosterEntry> find(LookupId code) throws SQLException {
        return database.use(open -> {
            try (PreparedStatement query =
                    open.prepareStatement("select registration, version, entitlement from roster where code = ?")) {
                query.setString(1, code.hex());
                ResultSet row = query.executeQuery();
                return row.next() ? entry(code, row) : Optional.empty();
            }
        });
    }

    private static Optional<RosterEntry> entry(LookupId code, ResultSet row) throws SQLException {
        RegistrationId registration = RegistrationId.of(row.getString("registration"));
        long version = row.getLong("version");
        return WireJson.read(row.getString("entitlement"), Entitlement.class)
                .map(entitlement -> new RosterEntry(code, registration, version, entitlement));
    }

    Set<LookupId> codes(RegistrationId registration) throws SQLException {
        return database.use(open -> {
            Set<LookupId> codes = new HashSet<>();
            try (PreparedStatement query = open.prepareStatement("select code from roster where registration = ?")) {
                query.setString(1, registration.toString());
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    codes.add(new LookupId(rows.getString("code")));
                }
            }
            return codes;
        });
    }

    Optional<byte[]> sealed(LookupId code) throws SQLException {
        return database.use(open -> {
            try (PreparedStatement query = open.prepareStatement("select sealed from roster where code = ?")) {
                query.setString(1, code.hex());
                ResultSet row = query.executeQuery();
                return row.next() ? Optional.ofNullable(row.getBytes("sealed")) : Optional.empty();
            }
        });
    }

    Optional<RosterCursor> cursor() throws SQLException {
        return database.use(open -> {
            try (PreparedStatement query = open.prepareStatement("select incarnation, number from followed")) {
                ResultSet row = query.executeQuery();
                return row.next()
                        ? Optional.of(
                                new RosterCursor(UUID.fromString(row.getString("incarnation")), row.getLong("number")))
                        : Optional.empty();
            }
        });
    }

    /** Fills this empty table from a file of one row as JSON a line. A row of a newer kind is left out. */
    void fill(RosterCursor cursor, Path lines) throws SQLException, IOException {
        try (BufferedReader reader = Files.newBufferedReader(lines)) {
            database.transact(open -> {
                try (Rows rows = new Rows(open)) {
                    reader.lines()
                            .forEach(
                                    line -> WireJson.read(line, RosterRow.class).ifPresent(rows::add));
                    rows.flush();
                }
                return follow(open, cursor);
            });
        }
    }

    void apply(RosterChanges changes) throws SQLException {
        database.transact(open -> {
            try (Rows rows = new Rows(open)) {
                changes.rows().forEach(rows::add);
                rows.flush();
            }
            return follow(open, changes.cursor());
        });
    }

    private static int follow(Connection open, RosterCursor cursor) throws SQLException {
        Database.execute(open, "delete from followed");
        try (PreparedStatement insert =
                open.prepareStatement("insert into followed (incarnation, number) values (?, ?)")) {
            insert.setString(1, cursor.incarnation().toString());
            insert.setLong(2, cursor.number());
            return insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /** Writes rows, many at a time. */
    private static final class Rows implements AutoCloseable {
        private static final int AT_A_TIME = 1000;

        private final PreparedStatement put;
        private final PreparedStatement remove;
        private int gathered;

        Rows(Connection open) throws SQLException {
            put = open.prepareStatement("""
                    insert or replace into roster (code, registration, version, entitlement, sealed)
                    values (?, ?, ?, ?, ?)
                    """);
            remove = open.prepareStatement("delete from roster where code = ?");
        }

        void add(RosterRow row) {
            try {
                gather(row);
            } catch (SQLException broken) {
                throw new StoreException("The roster cannot be written.", broken);
            }
        }

        private void gather(RosterRow row) throws SQLException {
            if (row.entitlement() == null) {
                remove.setString(1, row.code().hex());
                remove.addBatch();
                flush();
                return;
            }
            put.setString(1, row.code().hex());
            put.setString(2, row.registration().toString());
            put.setLong(3, row.version());
            put.setString(4, WireJson.write(row.entitlement()));
            put.setBytes(
                    5, row.sealedBadge() == null ? null : Base64.getDecoder().decode(row.sealedBadge()));
            put.addBatch();
            gathered++;
            if (gathered == AT_A_TIME) {
                flush();
            }
        }

        void flush() throws SQLException {
            put.executeBatch();
            remove.executeBatch();
            gathered = 0;
        }

        @Override
        public void close() throws SQLException {
            put.close();
            remove.close();
        }
    }
}
