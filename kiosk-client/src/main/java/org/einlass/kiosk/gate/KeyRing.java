package org.einlass.kiosk.gate;

import java.util.Optional;
import org.einlass.contract.code.CodeKey;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.DeskSheet;

/** What a staffed desk makes new codes with. Kiosks and doors have none. From any thread. */
public interface KeyRing {

    /**
     * The newest key; empty as long as the server has not been heard of, and nobody has unlocked an older
     * one.
     */
    Optional<CodeKey> tagKey();

    /** The server has handed out this key of {@code event}. */
    void take(EventId event, DeskSheet.TagKey key);
}
