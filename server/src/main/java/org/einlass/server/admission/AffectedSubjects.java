package org.einlass.server.admission;

import java.util.Set;
import java.util.TreeSet;

/** Whom and what new facts concern, so that their stories are told anew, each once and in a fixed order. */
final class AffectedSubjects {
    private final Set<String> subjects = new TreeSet<>();
    private final Set<AreaPresence.Key> counts = new TreeSet<>(AreaPresence.Key.ORDER);

    void subject(String subject) {
        subjects.add(subject);
    }

    void count(AreaPresence.Key area) {
        counts.add(area);
    }

    Set<String> subjects() {
        return subjects;
    }

    Set<AreaPresence.Key> counts() {
        return counts;
    }
}
