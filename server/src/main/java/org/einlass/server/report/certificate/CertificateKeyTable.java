package org.einlass.server.report.certificate;

import java.time.Instant;
import java.util.Optional;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.contract.certificate.AttendanceVerificationKey;
import org.einlass.contract.id.EventId;
import org.einlass.server.database.ServerKey;
import org.jdbi.v3.core.Handle;

/** The keys with which events sign their certificates of attendance, sealed under the server's own key. */
public final class CertificateKeyTable {
    private final ServerKey serverKey;

    public CertificateKeyTable(ServerKey serverKey) {
        this.serverKey = serverKey;
    }

    /** An event's key; empty as long as nobody wanted a certificate. */
    public Optional<AttendanceSigningKey.Pair> of(Handle handle, EventId event) {
        return handle.createQuery("select public_key, sealed from certificate_keys where event = :event")
                .bind("event", event.text())
                .map((row, context) -> new AttendanceSigningKey.Pair(
                        AttendanceSigningKey.of(serverKey.open(row.getString("sealed"), place(event))),
                        AttendanceVerificationKey.ofPem(row.getString("public_key"))
                                .orElseThrow()))
                .findOne();
    }

    /** An event's key, made now where there is none. */
    public AttendanceSigningKey.Pair ensure(Handle handle, EventId event, Instant now) {
        return of(handle, event).orElseGet(() -> create(handle, event, now));
    }

    private AttendanceSigningKey.Pair create(Handle handle, EventId event, Instant now) {
        AttendanceSigningKey.Pair keys = AttendanceSigningKey.next();
        handle.createUpdate("""
                insert into certificate_keys (event, public_key, sealed, created_at)
                values (:event, :key, :sealed, :now)
                """)
                .bind("event", event.text())
                .bind("key", keys.verification().pem())
                .bind("sealed", serverKey.seal(keys.signing().secret(), place(event)))
                .bind("now", now.toEpochMilli())
                .execute();
        return keys;
    }

    private static String place(EventId event) {
        return event + " certificates";
    }
}
