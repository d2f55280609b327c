package org.einlass.kiosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/**
 * What the program writes about itself: one line a record on standard error; of libraries only what is
 * severe.
 */
public final class ProgramLog {
    private ProgramLog() {}

    /** Takes hold for the whole Java machine; call it once, before anything else. */
    public static void begin() {
        try (InputStream settings = ProgramLog.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own log settings cannot be read.", e);
        }
    }
}
