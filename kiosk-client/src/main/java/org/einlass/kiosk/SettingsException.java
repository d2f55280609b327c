package org.einlass.kiosk;

import java.io.Serial;

/** Settings that a kiosk cannot start with; the message is one sentence with the place and the remedy. */
public final class SettingsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private SettingsException(String message) {
        super(message);
    }

    static SettingsException of(String key, Object... values) {
        return new SettingsException(OperatorMessages.ofThisMachine().say("settings." + key, values));
    }
}
