package org.einlass.kiosk.gate;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.wire.BadgeOrder;

/**
 * The codes that this desk made, durable, until the server's roster brings them. No readable name: a badge is
 * sealed by its own code. From any thread.
 */
public interface LocalCodes {

    /** A device that makes no codes. */
    LocalCodes NONE = new LocalCodes() {
        @Override
        public void keep(LocalCode localCode, Code code, BadgeOrder badge, EventSalt salt) {}

        @Override
        public List<LocalCode> all() {
            return List.of();
        }

        @Override
        public Optional<BadgeOrder> badge(LookupId localCode, Code code, EventSalt salt) {
            return Optional.empty();
        }
    };

    /** Keeps a code and its badge; durable when this returns. */
    void keep(LocalCode localCode, Code code, BadgeOrder badge, EventSalt salt);

    /** Those that the roster does not know yet, in the order in which they came. */
    List<LocalCode> all();

    /** The badge, unsealed by the very code that its bearer has shown. */
    Optional<BadgeOrder> badge(LookupId localCode, Code code, EventSalt salt);
}
