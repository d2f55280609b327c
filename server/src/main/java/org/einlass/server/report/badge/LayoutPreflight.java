package org.einlass.server.report.badge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.RegistrationId;

/**
 * How all names go onto a badge, before anything is printed.
 *
 * @param names how many were tried
 * @param left how many there are besides, in an event that is too large to try all
 * @param small how many are set smaller than the layout wants them
 * @param desk how many do not fit and go to the desk for a badge name
 * @param findings whose they are, at most {@value #MOST}
 */
public record LayoutPreflight(int names, int left, int small, int desk, List<Found> findings) {
    static final int MOST = 500;

    public LayoutPreflight {
        findings = List.copyOf(findings);
    }

    /**
     * One badge that a person may want to look at.
     *
     * @param name for the console's page only
     */
    public record Found(
            RegistrationId registration, @JsonIgnore String name, boolean goesToDesk, Wording sentence) {}
}
