package org.einlass.server.report.certificate;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.jdbi.v3.core.Handle;

/** Who consented that their sessions stand on their certificate. */
public final class SessionConsentTable {
    private SessionConsentTable() {}

    /** Ids of the registrations. */
    static Set<String> of(Handle handle, EventId event) {
        return handle
                .createQuery("select registration from session_consents where event = :event")
                .bind("event", event.text())
                .mapTo(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    static void note(Handle handle, EventId event, RegistrationId registration, Instant now) {
        handle.createUpdate("""
                        insert into session_consents (event, registration, noted_at) values (:event, :registration, :now)
                        on conflict (event, registration) do nothing
                        """)
                .bind("event", event.text())
                .bind("registration", registration.toString())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    public static void withdraw(Handle handle, EventId event, RegistrationId registration) {
        handle.createUpdate("delete from session_consents where event = :event and registration = :registration")
                .bind("event", event.text())
                .bind("registration", registration.toString())
                .execute();
    }

    /** Withdraws all consents of an event. @return how many there were */
    public static int removeAll(Handle handle, EventId event) {
        return handle.createUpdate("delete from session_consents where event = :event")
                .bind("event", event.text())
                .execute();
    }
}
