package org.einlass.kiosk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.simulation.Story.Shown;

/** DESIGN's promises P1 to P7, held against what really happened. */
final class Promises {
    /** What a slow answer that is still in time can put a clock off by. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final Story story;
    private final List<SimDisk> disks;
    private final List<JournalEntry> facts;
    private final boolean serverWasRestored;
    private final Mistake mistake;
    private final List<String> broken = new ArrayList<>();

    Promises(Story story, List<SimDisk> disks, List<JournalEntry> facts, boolean serverWasRestored, Mistake mistake) {
        this.story = story;
        this.disks = disks;
        this.facts = facts;
        this.serverWasRestored = serverWasRestored;
        this.mistake = mistake;
    }

    List<String> broken() {
        greenIsDurable();
        oneOutcomePerClaim();
        orderOfArrivalDoesNotMatter();
        everyDoubleIsVisible();
        nothingIsDropped();
        clocksDoNoHarm();
        nobodyWaitsLongerThanTheDeadline();
        return broken;
    }

    private void greenIsDurable() {
        for (Shown shown : story.shown()) {
            boolean there = shown.disk().entries().stream()
                    .anyMatch(entry -> entry.head().id().equals(shown.id()));
            expect("P1", shown.entry().isPresent() && there, "green was shown and is not on the disk", shown);
        }
    }

    private void oneOutcomePerClaim() {
        if (serverWasRestored) {
            return;
        }
        Map<String, Long> byServer = story.shown().stream()
                .filter(shown -> shown.isGreen() && shown.passage().outcome().source() == Outcome.Source.SERVER)
                .collect(Collectors.groupingBy(Promises::code, Collectors.counting()));
        byServer.values().stream()
                .filter(count -> count > 1)
                .forEach(count -> broken.add("P2 the server admitted one claim " + count + " times"));
    }

    private void orderOfArrivalDoesNotMatter() {
        List<JournalEntry> otherOrder = new ArrayList<>(facts);
        Collections.reverse(otherOrder);
        if (!arrivals(facts).equals(arrivals(otherOrder))) {
            broken.add("P3 another order of the same facts gives another state");
        }
    }

    /** When each guest arrived first. */
    private Map<String, Instant> arrivals(List<JournalEntry> inOrder) {
        Map<String, Instant> arrivals = new TreeMap<>();
        inOrder.stream().filter(this::isAdmission).forEach(entry -> {
            Instant at = SimServer.at(entry, mistake);
            arrivals.merge(code(entry), at, mistake == Mistake.ARRIVAL_ORDER ? (a, b) -> a : Promises::earlier);
        });
        return arrivals;
    }

    private static Instant earlier(Instant a, Instant b) {
        return Collections.min(List.of(a, b), Comparator.naturalOrder());
    }

    private void everyDoubleIsVisible() {
        Set<EntryId> known = facts.stream().map(entry -> entry.head().id()).collect(Collectors.toSet());
        Set<String> real = doubles(story.shown().stream()
                .filter(shown -> shown.isGreen() && (disks.contains(shown.disk()) || known.contains(shown.id())))
                .map(Promises::code)
                .toList());
        Set<String> listed = doubles(
                facts.stream().filter(this::isAdmission).map(Promises::code).toList());
        if (!real.equals(listed)) {
            broken.add("P4 doubles are " + real + ", listed are " + listed);
        }
    }

    private static Set<String> doubles(List<String> codes) {
        return codes.stream()
                .filter(code -> Collections.frequency(codes, code) > 1)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void nothingIsDropped() {
        Set<EntryId> known = facts.stream().map(entry -> entry.head().id()).collect(Collectors.toSet());
        story.shown().stream()
                .filter(shown -> disks.contains(shown.disk()))
                .forEach(shown -> expect("P5", known.contains(shown.id()), "an outcome never arrived", shown));
    }

    private void clocksDoNoHarm() {
        for (Shown shown : story.shown()) {
            Refusal refusal = shown.passage().outcome().refusal();
            boolean locksOut = refusal == Refusal.TOO_EARLY || refusal == Refusal.TOO_LATE;
            expect("P6", !locksOut, "a clock locked somebody out", shown);
            shown.entry()
                    .filter(entry -> entry.head().time().serverOffset() != null)
                    .ifPresent(entry -> expect("P6", isRight(entry, shown.at()), "a time is wrong", shown));
        }
    }

    private boolean isRight(JournalEntry entry, Instant really) {
        return Duration.between(SimServer.at(entry, mistake), really).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    private void nobodyWaitsLongerThanTheDeadline() {
        if (story.longestWait().compareTo(GateSettings.USUAL.deadline()) > 0) {
            broken.add("P7 a guest waited " + story.longestWait());
        }
    }

    private boolean isAdmission(JournalEntry entry) {
        return SimServer.isAdmission(entry, mistake);
    }

    private static String code(Shown shown) {
        return shown.entry().map(Promises::code).orElse("lost");
    }

    private static String code(JournalEntry entry) {
        return Objects.toString(((JournalEntry.Scanned) entry).code());
    }

    private void expect(String promise, boolean holds, String otherwise, Shown shown) {
        if (!holds) {
            broken.add(promise + " " + otherwise + ": " + shown.id() + " at " + shown.at());
        }
    }
}
