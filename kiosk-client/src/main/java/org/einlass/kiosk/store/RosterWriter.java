package org.einlass.kiosk.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a roster, many at a time, inside a transaction. One bad row does not hold up the others.
 */
final class RosterWriter implements AutoCloseable {
    private static final int AT_A_TIME = 1000;

    private final PreparedStatement put;
    private final PreparedStatement remove;
    private final PreparedStatement revoke;
    private final PreparedStatement restore;
    private final PreparedStatement name;
    private boolean removed;
    private int gathered;
    private long unread;

    RosterWriter(Connection open) throws SQLException {
        put = open.prepareStatement("""
                insert or replace into roster (code, registration, version, entitlement, sealed)
                values (?, ?, ?, ?, ?)
                """);
        remove = open.prepareStatement("delete from roster where code = ?");
        revoke = open.prepareStatement("insert or replace into revoked (code, registration, version) values (?, ?, ?)");
        restore = open.prepareStatement("delete from revoked where code = ?");
        name = open.prepareStatement("insert or replace into guest (registration, version, sealed) values (?, ?, ?)");
    }

    /** @param row empty where the line held none */
    void add(Optional<RosterRow> row) throws SQLException {
        RosterRow known = row.orElse(null);
        if (known == null || known.code() == null) {
            unread++;
            return;
        }
        Entitlement entitlement = known.entitlement();
        if (entitlement == null) {
            remove(known);
            if (known.tellsRevoked() && known.registration() != null) {
                revoke(known);
            }
            return;
        }
        Optional<Sealed> sealed = sealed(known.sealedBadge());
        if (sealed.isEmpty() || known.registration() == null) {
            unread++;
            remove(known);
            return;
        }
        put(known, entitlement, sealed.get());
        name(known);
    }

    /** Whether rows were taken out, so that somebody may be left whom no code leads to. */
    boolean removed() {
        return removed;
    }

    /** Who it is, for a desk. What cannot be read is left out: the guest is then found by the ticket only. */
    private void name(RosterRow row) throws SQLException {
        Optional<Sealed> sealed = sealed(row.sealedGuest());
        byte[] guest = sealed.map(Sealed::badge).orElse(null);
        if (guest != null) {
            name.setString(1, row.registration().toString());
            name.setLong(2, row.version());
            name.setBytes(3, guest);
            name.addBatch();
        }
    }

    /** How many rows could not be read so far. */
    long unread() {
        return unread;
    }

    private void remove(RosterRow row) throws SQLException {
        removed = true;
        remove.setString(1, row.code().hex());
        remove.addBatch();
        restore.setString(1, row.code().hex());
        restore.addBatch();
        flush();
    }

    private void revoke(RosterRow row) throws SQLException {
        revoke.setString(1, row.code().hex());
        revoke.setString(2, row.registration().toString());
        revoke.setLong(3, row.version());
        revoke.addBatch();
        flush();
    }

    private void put(RosterRow row, Entitlement entitlement, Sealed sealed) throws SQLException {
        put.setString(1, row.code().hex());
        put.setString(2, row.registration().toString());
        put.setLong(3, row.version());
        put.setString(4, WireJson.write(entitlement));
        put.setBytes(5, sealed.badge());
        put.addBatch();
        gathered++;
        if (gathered == AT_A_TIME) {
            flush();
        }
    }

    /** A badge's bytes; null where the row has none. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(byte @Nullable [] badge) {}

    private static Optional<Sealed> sealed(@Nullable String base64) {
        try {
            return Optional.of(
                    new Sealed(base64 == null ? null : Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    void flush() throws SQLException {
        put.executeBatch();
        remove.executeBatch();
        restore.executeBatch();
        revoke.executeBatch();
        name.executeBatch();
        gathered = 0;
    }

    @Override
    public void close() throws SQLException {
        put.close();
        remove.close();
        revoke.close();
        restore.close();
        name.close();
    }
}
