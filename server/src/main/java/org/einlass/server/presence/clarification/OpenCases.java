package org.einlass.server.presence.clarification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.desk.ClarificationKind;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.journal.EpochTable;
import org.einlass.server.journal.FactHistories;
import org.einlass.server.journal.JournalJson;
import org.einlass.server.presence.clarification.ClarificationQueries.EntryPlace;
import org.jdbi.v3.core.Handle;

/**
 * Finds all that is to be clarified in an event. Gaps, copied disks and dangling references are looked for in all
 * facts, which takes long; so what was found holds for {@link #FRESH}, and conflicts and settlements are read each
 * time. Any thread.
 */
final class OpenCases {
    /** So many are looked at; nobody reads more. */
    static final int MOST = 2_000;

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final EpochTable epochs = new EpochTable();
    private final FactHistories histories = new FactHistories();
    private final Clock clock;
    private final Map<EventId, Found> found = new HashMap<>();

    OpenCases(Clock clock) {
        this.clock = clock;
    }

    private record Found(Instant at, List<OpenCase> cases) {}

    /** All that nobody has settled, the newest first; practice only while it is practised. */
    List<OpenCase> of(Handle handle, EventId event, Phase phase) {
        return of(handle, event, phase, ofDevices(handle, event));
    }

    /**
     * The same, where somebody has looked for what devices left a moment ago: reads no more than conflicts and
     * settlements.
     */
    List<OpenCase> of(Handle handle, EventId event, Phase phase, List<OpenCase> ofDevices) {
        List<OpenCase> cases = new ArrayList<>(ClarificationQueries.conflicts(handle, event, MOST));
        cases.addAll(unsettled(handle, event, ofDevices));
        Map<EntryId, EntryPlace> places = ClarificationQueries.places(
                handle,
                event,
                cases.stream().flatMap(one -> one.entries().stream()).collect(Collectors.toSet()));
        return cases.stream()
                .filter(one -> counts(one, places, phase))
                .map(one -> one.since(newest(one, places)))
                .sorted(OpenCase.ORDER)
                .limit(MOST)
                .toList();
    }

    private static boolean counts(OpenCase one, Map<EntryId, EntryPlace> places, Phase phase) {
        boolean practice = one.entries().stream()
                .flatMap(entry -> Stream.ofNullable(places.get(entry)))
                .anyMatch(place -> place.phase() == Phase.REHEARSAL);
        return !practice || phase == Phase.REHEARSAL;
    }

    private static long newest(OpenCase one, Map<EntryId, EntryPlace> places) {
        return one.entries().stream()
                .flatMap(entry -> Stream.ofNullable(places.get(entry)))
                .mapToLong(EntryPlace::at)
                .max()
                .orElse(0);
    }

    /** Gaps, copied disks and dangling references, settled or not. One looks at a time; the others take what it finds. */
    synchronized List<OpenCase> ofDevices(Handle handle, EventId event) {
        Instant now = clock.instant();
        Found kept = found.get(event);
        if (kept != null && Duration.between(kept.at(), now).abs().compareTo(FRESH) < 0) {
            return kept.cases();
        }
        List<OpenCase> cases = new ArrayList<>();
        epochs.gaps(handle, event)
                .forEach(gap -> cases.add(OpenCase.ofDevice(
                        id(ClarificationKind.GAP, gap.device() + " " + gap.epoch() + " " + gap.missing()),
                        ClarificationKind.GAP,
                        gap.device(),
                        gap.missing())));
        epochs.forks(handle, event)
                .forEach(fork -> cases.add(OpenCase.ofDevice(
                        id(ClarificationKind.FORK, fork.device() + " " + fork.branches()),
                        ClarificationKind.FORK,
                        fork.device(),
                        0)));
        epochs.dangling(handle, event).stream()
                .limit(MOST)
                .forEach(entry -> cases.add(OpenCase.of(
                        id(ClarificationKind.DANGLING, entry),
                        ClarificationKind.DANGLING,
                        "",
                        List.of(EntryId.of(entry)))));
        found.put(event, new Found(now, List.copyOf(cases)));
        return cases;
    }

    private static String id(ClarificationKind kind, String about) {
        return JournalJson.hash(kind + " " + about);
    }

    private List<OpenCase> unsettled(Handle handle, EventId event, Collection<OpenCase> cases) {
        Set<String> ids = cases.stream().map(OpenCase::id).collect(Collectors.toSet());
        Map<String, List<JournalEntry.Settled>> settled = new HashMap<>();
        histories
                .settlements(handle, event, ids)
                .forEach(one -> settled.computeIfAbsent(one.conflict(), id -> new ArrayList<>())
                        .add(one));
        return cases.stream()
                .filter(one -> settled.getOrDefault(one.id(), List.of()).stream()
                        .noneMatch(settlement -> settlement.entries().containsAll(one.entries())))
                .toList();
    }
}
