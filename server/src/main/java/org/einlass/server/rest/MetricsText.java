package org.einlass.server.rest;

import java.util.List;
import java.util.Locale;
import org.einlass.server.health.HealthReading;

/** Readings as OpenMetrics 1.0 writes gauges. */
final class MetricsText {
    private MetricsText() {}

    static String of(List<HealthReading> readings) {
        StringBuilder text = new StringBuilder();
        for (HealthReading reading : readings) {
            reading.value()
                    .ifPresent(value -> text.append("# TYPE ")
                            .append(reading.subject().metric())
                            .append(" gauge\n")
                            .append(reading.subject().metric())
                            .append(' ')
                            .append(value)
                            .append('\n'));
        }
        text.append("# TYPE einlass_health_level gauge\n");
        for (HealthReading reading : readings) {
            text.append("einlass_health_level{subject=\"")
                    .append(reading.subject().name().toLowerCase(Locale.ROOT))
                    .append("\"} ")
                    .append(reading.level().number())
                    .append('\n');
        }
        return text.append("# EOF\n").toString();
    }
}
