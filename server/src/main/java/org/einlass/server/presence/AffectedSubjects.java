package org.einlass.server.presence;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;

/** Whom and what new facts concern, so that their stories are told anew, each once and in a fixed order. */
public final class AffectedSubjects {
    private final Set<String> subjects = new TreeSet<>();
    private final Set<AreaPresence.Key> counts = new TreeSet<>(AreaPresence.Key.ORDER);

    public void subject(String subject) {
        subjects.add(subject);
    }

    void subjects(Collection<String> more) {
        subjects.addAll(more);
    }

    /** The counts of these areas changed, in whichever phase. */
    void counts(Collection<AreaId> areas) {
        for (AreaId area : areas) {
            for (Phase phase : Phase.values()) {
                counts.add(new AreaPresence.Key(phase, area));
            }
        }
    }

    Set<String> subjects() {
        return subjects;
    }

    Set<AreaPresence.Key> counts() {
        return counts;
    }
}
