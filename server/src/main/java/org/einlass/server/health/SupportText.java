package org.einlass.server.health;

import java.util.List;
import java.util.Locale;

/** What somebody who can help needs to know, without a name, a code, an address or a secret of anybody. */
public final class SupportText {
    private static final long MEBIBYTE = 1L << 20;

    private SupportText() {}

    /** Plain text, a line each; the readings in {@code language}. */
    public static String of(List<HealthReading> readings, Locale language) {
        Runtime machine = Runtime.getRuntime();
        StringBuilder text = new StringBuilder("Einlass\n");
        line(text, "java", System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
        line(
                text,
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        line(text, "processors", String.valueOf(machine.availableProcessors()));
        line(
                text,
                "memory",
                machine.totalMemory() / MEBIBYTE + " of " + machine.maxMemory() / MEBIBYTE + " MiB, "
                        + machine.freeMemory() / MEBIBYTE + " free");
        for (HealthReading reading : readings) {
            line(
                    text,
                    reading.subject().name().toLowerCase(Locale.ROOT),
                    reading.level() + ": " + reading.sentence().in(language) + " "
                            + reading.remedy().in(language));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value.strip()).append('\n');
    }
}
