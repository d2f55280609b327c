package org.einlass.server.presence;

import java.util.Set;
import java.util.TreeSet;

/** Whom and what new facts concern, so that their stories are told anew, each once and in a fixed order. */
public final class AffectedSubjects {
    private final Set<String> subjects = new TreeSet<>();
    private final Set<AreaPresence.Key> counts = new TreeSet<>(AreaPresence.Key.ORDER);

    public void subject(String subject) {
        subjects.add(subject);
    }

    void count(AreaPresence.Key area) {
        counts.add(area);
    }

    public Set<String> subjects() {
        return subjects;
    }

    Set<AreaPresence.Key> counts() {
        return counts;
    }
}
