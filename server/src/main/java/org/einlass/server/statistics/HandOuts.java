package org.einlass.server.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Direction;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.ScopeId;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.event.EventDocument.HandOut;
import org.jspecify.annotations.Nullable;

/** What hand-out points gave to whom, and when it came back; a pure function of the facts. */
public final class HandOuts {
    private final Map<DoorId, Door> points;
    private final Map<Holder, Given> out = new HashMap<>();
    private final List<Given> all = new ArrayList<>();

    private record Holder(String subject, ScopeId scope) {}

    /**
     * One thing that one person got.
     *
     * @param subject registration id, or {@code ?} and look-up id of a code nobody knows
     * @param backAt when it came back; absent where it did not
     */
    public record Given(
            String subject,
            HandOut gives,
            Instant at,
            @Nullable Instant backAt) {

        /** Whether it was only lent and has not come back. */
        public boolean isOut() {
            return gives.comesBack() && backAt == null;
        }
    }

    private HandOuts(EventDocument event) {
        points = event.doors().stream()
                .filter(door -> door.gives() != null)
                .collect(Collectors.toMap(Door::id, door -> door));
    }

    /**
     * Reads facts. A thing that is given again before it came back is one thing, given when it was given first: the
     * second scan was of somebody who still held it.
     *
     * @param facts of the live phase only
     * @return in order of time
     */
    public static List<Given> of(EventDocument event, Collection<CountedFact> facts) {
        HandOuts outs = new HandOuts(event);
        CountedEntries.of(facts).passages().forEach(outs::follow);
        outs.all.addAll(outs.out.values());
        return outs.all.stream()
                .sorted(Comparator.comparing(Given::at).thenComparing(Given::subject))
                .toList();
    }

    private void follow(Arrival passage) {
        DoorId at = passage.door();
        Door point = at == null ? null : points.get(at);
        HandOut gives = point == null ? null : point.gives();
        if (point == null || gives == null) {
            return;
        }
        Holder holder = new Holder(passage.subject(), point.sharedScope());
        if (point.direction() == Direction.EXIT) {
            Given lent = out.remove(holder);
            if (lent != null) {
                all.add(new Given(lent.subject(), lent.gives(), lent.at(), passage.at()));
            }
        } else if (gives.comesBack()) {
            out.putIfAbsent(holder, new Given(passage.subject(), gives, passage.at(), null));
        } else {
            all.add(new Given(passage.subject(), gives, passage.at(), null));
        }
    }
}
