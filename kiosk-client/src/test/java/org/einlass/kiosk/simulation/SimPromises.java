package org.einlass.kiosk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.simulation.SimStory.Shown;

/** DESIGN's promises P1 to P7 and P13, held against what really happened. */
final class SimPromises {
    /**
     * The longest that a message is under way in the simulation: so far off may a clock seem that one message
     * showed.
     */
    private static final Duration SLOWEST_MESSAGE = Duration.ofSeconds(7);

    private final SimStory simStory;
    private final List<SimDisk> disks;
    private final Map<LookupId, SimGuest> guests;
    private final SimServer server;
    private final boolean serverWasRestored;
    private final Set<String> kept;
    private final List<String> broken = new ArrayList<>();

    SimPromises(
            SimStory simStory,
            List<SimDisk> disks,
            Map<LookupId, SimGuest> guests,
            SimServer server,
            boolean serverWasRestored) {
        this.simStory = simStory;
        this.disks = disks;
        this.guests = guests;
        this.server = server;
        this.serverWasRestored = serverWasRestored;
        this.kept = server.kept();
    }

    /**
     * What is broken, each line beginning with the promise's name. The server's facts come in another order
     * after it.
     */
    List<String> broken(Random chance) {
        greenIsDurable();
        oneOutcomePerClaim();
        everyDoubleIsVisible();
        nothingIsDropped();
        clocksDoNoHarm();
        nobodyWaitsLongerThanTheDeadline();
        theProjectionIsRight();
        orderOfArrivalDoesNotMatter(chance);
        return broken;
    }

    private void greenIsDurable() {
        for (Shown shown : simStory.shown()) {
            boolean there = shown.disk().entries().stream()
                    .anyMatch(entry -> entry.head().id().equals(shown.id()));
            expect("P1", shown.entry().isPresent() && there, "green was shown and is not on the disk", shown);
        }
    }

    private void oneOutcomePerClaim() {
        if (serverWasRestored) {
            return;
        }
        Map<String, Long> byServer = simStory.shown().stream()
                .filter(shown -> shown.isGreen() && shown.passage().outcome().source() == Outcome.Source.SERVER)
                .collect(Collectors.groupingBy(this::guest, Collectors.counting()));
        byServer.forEach((guest, count) -> {
            if (count > 1) {
                broken.add("P2 the server admitted one claim " + count + " times: " + guest);
            }
        });
    }

    private void everyDoubleIsVisible() {
        Set<String> real = doubles(simStory.shown().stream()
                .filter(shown -> shown.isGreen() && (disks.contains(shown.disk()) || isKept(shown)))
                .map(this::guest)
                .toList());
        Set<String> listed = new TreeSet<>(server.doubles());
        if (!real.equals(listed)) {
            broken.add("P4 doubles are " + real + ", listed are " + listed);
        }
    }

    private static Set<String> doubles(List<String> guests) {
        return guests.stream()
                .filter(guest -> Collections.frequency(guests, guest) > 1)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void nothingIsDropped() {
        simStory.shown().stream()
                .filter(shown -> disks.contains(shown.disk()))
                .forEach(shown -> expect("P5", isKept(shown), "an outcome never arrived", shown));
    }

    private boolean isKept(Shown shown) {
        return kept.contains(shown.id().toString());
    }

    private void clocksDoNoHarm() {
        Map<EntryId, Instant> really = new HashMap<>();
        for (Shown shown : simStory.shown()) {
            Refusal refusal = shown.passage().outcome().refusal();
            boolean locksOut = refusal == Refusal.TOO_EARLY || refusal == Refusal.TOO_LATE;
            expect("P6", !locksOut, "a clock locked somebody out", shown);
            really.put(shown.id(), shown.at());
        }
        server.facts().stream().filter(SimServer.Known::sure).forEach(known -> {
            Instant at = really.getOrDefault(known.id(), known.at());
            if (Duration.between(at, known.at()).abs().compareTo(SLOWEST_MESSAGE) > 0) {
                broken.add("P6 " + known.id() + " was at " + at + ", corrected to " + known.at());
            }
        });
    }

    private void nobodyWaitsLongerThanTheDeadline() {
        if (simStory.longestWait().compareTo(GateSettings.USUAL.deadline()) > 0) {
            broken.add("P7 a guest waited " + simStory.longestWait());
        }
    }

    private void theProjectionIsRight() {
        server.differences().forEach(line -> broken.add("P13 " + line));
    }

    private void orderOfArrivalDoesNotMatter(Random chance) {
        SortedSet<String> before = server.derived();
        server.hearAgain(chance);
        if (!before.equals(server.derived())) {
            broken.add("P3 another order of the same facts gives another state");
        }
    }

    private String guest(Shown shown) {
        return shown.entry()
                .map(JournalEntry.Scanned::code)
                .map(guests::get)
                .map(guest -> guest.registration().toString())
                .orElse("lost");
    }

    private void expect(String promise, boolean holds, String otherwise, Shown shown) {
        if (!holds) {
            broken.add(promise + " " + otherwise + ": " + shown.id() + " at " + shown.at());
        }
    }
}
