package org.einlass.kiosk.gate;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.AttendeeCard;

/** The guests by name, as a staffed desk knows them while it is unlocked; nobody, else. From any thread. */
public interface AttendeeDirectory {

    /** Who has this registration. */
    Optional<AttendeeCard> find(RegistrationId registration);

    /** The number of the key by which people are read now; empty while the desk is locked. */
    Optional<Long> key();

    /**
     * The version of each registration that is known by name; empty while the desk is locked. A version that has
     * grown means that the person is to be read again.
     */
    Map<RegistrationId, Long> versions();

    /**
     * Tells each guest, in no order; again where the roster was replaced meanwhile, the last one counts. {@code then}
     * runs on the caller's thread.
     */
    void each(Consumer<AttendeeCard> then);
}
