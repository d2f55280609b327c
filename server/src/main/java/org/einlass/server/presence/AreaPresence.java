package org.einlass.server.presence;

import java.util.Comparator;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.AreaId;

/**
 * When one person was inside one area, by all facts.
 *
 * @param turns entries and exits in order of time
 */
public record AreaPresence(List<Turn> turns) {

    /** What a stay is kept by. */
    public record Key(Phase phase, AreaId area) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::phase).thenComparing(Key::area);
    }

    /** Going in, or out. */
    record Turn(long at, boolean inside) {}

    public AreaPresence {
        turns = List.copyOf(turns);
    }

    boolean inside() {
        return !turns.isEmpty() && turns.get(turns.size() - 1).inside();
    }

    /** Whether the person was inside when the people were counted. */
    boolean insideAt(long counted) {
        boolean inside = false;
        for (Turn turn : turns) {
            if (turn.at() > counted) {
                return inside;
            }
            inside = turn.inside();
        }
        return inside;
    }

    long changedAt() {
        return turns.isEmpty() ? 0 : turns.get(turns.size() - 1).at();
    }
}
