package org.einlass.server.account;

import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever holds a valid token.
 *
 * @param event the only event it may touch; absent for organisers and auditors of this server
 * @param device the device that holds the token; absent for people
 */
public record Account(
        Role role, @Nullable EventId event, @Nullable DeviceId device) {

    /** Whether this account has anything to do with the event whose id may be {@code text}. */
    public boolean mayTouch(String text) {
        return event == null || event.text().equals(text);
    }

    /** What stands in audit rows: no name of a person. */
    public String name() {
        return device == null ? role.name() : event + "/" + device;
    }
}
