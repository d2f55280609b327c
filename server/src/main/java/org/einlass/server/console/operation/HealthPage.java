package org.einlass.server.console.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.health.HealthLevel;
import org.einlass.server.health.HealthReading;
import org.einlass.server.health.HealthService;
import org.einlass.server.health.SupportText;
import org.jspecify.annotations.Nullable;

/** How the server is, for organisers and auditors of all events: what needs somebody comes first. */
@Named
@RequestScoped
public class HealthPage {
    private static final String PAGE = "/health.xhtml";

    @Inject
    private HealthService health;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Reader reader;

    private @Nullable List<HealthReading> readings;

    private List<HealthReading> known() {
        List<HealthReading> read = readings;
        if (read == null) {
            read = signedIn.maySee(PAGE) ? health.read() : List.of();
            readings = read;
        }
        return read;
    }

    /** The worst first. */
    public List<HealthReading> getReadings() {
        return known().stream()
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .toList();
    }

    /** How it is in one sentence. */
    public String getSummary() {
        long others = known().stream()
                .filter(reading -> reading.level() != HealthLevel.GOOD)
                .count();
        return others == 0 ? reader.say("health.good") : reader.say("health.look", others);
    }

    public boolean isGood() {
        return known().stream().allMatch(reading -> reading.level() == HealthLevel.GOOD);
    }

    /** What may be sent to somebody who can help. */
    public String getSupport() {
        return SupportText.of(known(), reader.getLocale());
    }
}
