package org.einlass.server.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.server.presence.ConflictTable;
import org.einlass.server.presence.HeadCountTable;
import org.einlass.server.presence.Recomputation;

/**
 * Checks the promises of DESIGN 8 after a rehearsal, against what really happened and without the core's own
 * rules. Each broken promise is a line that begins with its name.
 */
final class AdmissionPromises {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMillis(1_500);

    private final ScanMorning scanMorning;
    private final Congress congress;
    private final Set<EntryId> undone;

    AdmissionPromises(ScanMorning scanMorning) {
        this.scanMorning = scanMorning;
        this.congress = scanMorning.congress;
        this.undone = undone(scanMorning);
    }

    private static Set<EntryId> undone(ScanMorning scanMorning) {
        Map<EntryId, List<EntryId>> undos = new HashMap<>();
        scanMorning.machines.forEach(simulatedDevice -> simulatedDevice.journal.stream()
                .filter(JournalEntry.Undone.class::isInstance)
                .map(JournalEntry.Undone.class::cast)
                .forEach(undo -> undos.computeIfAbsent(undo.entry(), entry -> new ArrayList<>())
                        .add(undo.head().id())));
        return undos.keySet().stream().filter(entry -> counts(entry, undos)).collect(Collectors.toSet());
    }

    /** A device only undoes what it made before, so undos never form a circle here. */
    private static boolean counts(EntryId entry, Map<EntryId, List<EntryId>> undos) {
        return undos.getOrDefault(entry, List.of()).stream().anyMatch(undo -> !counts(undo, undos));
    }

    List<String> broken() {
        List<String> broken = new ArrayList<>(scanMorning.complaints);
        answersSurvive(broken);
        oneAnswerPerClaim(broken);
        doublesAreVisible(broken);
        nothingIsDropped(broken);
        timesAreRight(broken);
        projectionIsRight(broken);
        peopleAreRight(broken);
        anyOrderIsTheSame(broken);
        return broken;
    }

    /** P1: whatever was answered or acknowledged is there after a restart. */
    void answersSurvive(List<String> broken) {
        congress.restart();
        Map<String, Object> verdicts = new HashMap<>();
        congress.rows("select id, verdict from answers")
                .forEach(row -> verdicts.put((String) row.get("id"), row.get("verdict")));
        scanMorning.heard.stream()
                .filter(heard -> !heard.answer()
                        .verdict()
                        .name()
                        .equals(verdicts.get(heard.scan().toString())))
                .forEach(heard -> broken.add("P1 the answer to " + heard.scan() + " is lost"));
        Set<Object> facts = ids("select id from facts");
        scanMorning.acknowledged.forEach((entry, fate) -> {
            if (fate != Fate.QUARANTINED && !facts.contains(entry.toString())) {
                broken.add("P1 the acknowledged entry " + entry + " is lost");
            }
        });
    }

    /** P2: an admission is answered only while no earlier one of the same claim stands. */
    void oneAnswerPerClaim(List<String> broken) {
        Map<String, List<ScanMorning.Heard>> byClaim = new HashMap<>();
        for (ScanMorning.Heard heard : scanMorning.heard) {
            boolean claims = isEntry(heard.door()) && once(heard.door()) && !heard.late();
            if (claims && heard.answer().verdict() == Verdict.ADMITTED) {
                byClaim.computeIfAbsent(heard.guest() + " " + scope(heard.door()), key -> new ArrayList<>())
                        .add(heard);
            }
        }
        byClaim.forEach((claim, answers) -> {
            for (int later = 1; later < answers.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    if (stands(answers.get(earlier), answers.get(later))) {
                        broken.add("P2 " + claim + " was answered twice: "
                                + answers.get(earlier).scan() + ", "
                                + answers.get(later).scan());
                    }
                }
            }
        });
    }

    private boolean stands(ScanMorning.Heard earlier, ScanMorning.Heard later) {
        boolean freed = scanMorning.happened.stream()
                .filter(event -> arrivedBy(event.entry(), later.step()))
                .anyMatch(event -> frees(event, earlier));
        boolean undone = scanMorning.machines.stream()
                .flatMap(simulatedDevice -> simulatedDevice.journal.stream())
                .filter(entry -> arrivedBy(entry, later.step()))
                .anyMatch(entry -> entry instanceof JournalEntry.Undone undo
                        && undo.entry().equals(earlier.scan()));
        return !freed && !undone;
    }

    private boolean arrivedBy(JournalEntry entry, int step) {
        Integer delivered = scanMorning.delivered.get(entry.head().id());
        return delivered != null && delivered <= step;
    }

    private boolean frees(ScanMorning.Happened event, ScanMorning.Heard claim) {
        boolean refused = event.entry().head().id().equals(claim.scan()) && !admitted(event);
        boolean left = event.guest() == claim.guest()
                && admitted(event)
                && claim.door().equals(Congress.WORKSHOP)
                && event.trueTime().isAfter(claim.answer().answeredAt())
                && !isEntry(event.door());
        return refused || left;
    }

    /** P4: every double admission is an open item, and no item is false. */
    void doublesAreVisible(List<String> broken) {
        Set<String> expected = new HashSet<>();
        for (int guest = 0; guest < scanMorning.guests.size(); guest++) {
            int one = guest;
            doubleScopes(passages().stream()
                            .filter(passage -> passage.guest() == one)
                            .toList())
                    .forEach(scope -> expected.add(one + " " + scope));
        }
        Set<String> visible = new HashSet<>();
        List<ConflictTable.Item> items = congress.read(handle -> new ConflictTable().open(handle, Congress.EVENT));
        items.stream().filter(item -> item.kind().equals("DOUBLE_ADMISSION")).forEach(item -> visible.add(name(item)));
        expected.stream()
                .filter(item -> !visible.contains(item))
                .forEach(item -> broken.add("P4 not visible: " + item));
        visible.stream().filter(item -> !expected.contains(item)).forEach(item -> broken.add("P4 false: " + item));
    }

    private String name(ConflictTable.Item item) {
        ScanMorning.Happened event = scanMorning.happened.stream()
                .filter(one -> one.entry().head().id().equals(item.entries().get(0)))
                .findFirst()
                .orElseThrow();
        return event.guest() + " " + scope(event.door());
    }

    private static Set<String> doubleScopes(List<ScanMorning.Happened> passages) {
        Set<String> held = new HashSet<>();
        Set<String> doubles = new HashSet<>();
        for (ScanMorning.Happened passage : passages) {
            if (!isEntry(passage.door())) {
                held.remove("loge-4");
            } else if (once(passage.door()) && !held.add(scope(passage.door()))) {
                doubles.add(scope(passage.door()));
            }
        }
        return doubles;
    }

    /** P5: whatever stands in a journal is a fact, or in quarantine with its reason. */
    void nothingIsDropped(List<String> broken) {
        Set<Object> kept = ids("select id from facts");
        kept.addAll(ids("select entry as id from quarantine"));
        scanMorning.machines.forEach(simulatedDevice -> simulatedDevice.journal.stream()
                .filter(entry -> !kept.contains(entry.head().id().toString()))
                .forEach(entry -> broken.add("P5 dropped: " + entry.head().id())));
    }

    /** P6: however wrong the clocks, the corrected times are the true ones, and a new guest is let in. */
    void timesAreRight(List<String> broken) {
        for (Map<String, Object> row : congress.rows("select id, at from facts")) {
            Instant at = Instant.ofEpochMilli(((Number) row.get("at")).longValue());
            Instant truth = scanMorning.trueTimes.get(EntryId.of((String) row.get("id")));
            if (Duration.between(at, truth).abs().compareTo(CLOCK_TOLERANCE) > 0) {
                broken.add("P6 " + row.get("id") + " happened at " + truth + ", corrected to " + at);
            }
        }
        for (SimulatedDevice simulatedDevice : scanMorning.machines) {
            Congress.Guest guest = congress.guest();
            if (simulatedDevice
                            .ask(simulatedDevice.nextId(), Congress.NORTH, guest.ticket())
                            .verdict()
                    != Verdict.ADMITTED) {
                broken.add("P6 a new guest is locked out at " + simulatedDevice.id);
            }
        }
    }

    /** P13: what is kept for speed equals a recomputation from the facts. */
    void projectionIsRight(List<String> broken) {
        congress.differences().forEach(line -> broken.add("P13 " + line));
    }

    /** P13 and P6: the people in each area, counted by hand. */
    void peopleAreRight(List<String> broken) {
        for (String area : List.of("arena", "loge-4")) {
            long expected = people(area);
            long found = congress.read(handle ->
                    new HeadCountTable().all(handle, Congress.EVENT, Phase.LIVE).getOrDefault(new AreaId(area), 0L));
            if (expected != found) {
                broken.add("P13 people in " + area + ": " + found + " instead of " + expected);
            }
        }
    }

    private long people(String area) {
        JournalEntry.Counted count = newestCount(area);
        Instant since = count == null
                ? Instant.MIN
                : scanMorning.trueTimes.get(count.head().id());
        long people = count == null ? 0 : count.people();
        for (int guest = 0; guest < scanMorning.guests.size(); guest++) {
            int one = guest;
            List<ScanMorning.Happened> passages = passages().stream()
                    .filter(passage -> passage.guest() == one)
                    .toList();
            boolean now = inside(area, passages);
            boolean then = inside(
                    area,
                    passages.stream()
                            .filter(passage -> !passage.trueTime().isAfter(since))
                            .toList());
            people += (now ? 1 : 0) - (then ? 1 : 0);
        }
        return people;
    }

    private JournalEntry.Counted newestCount(String area) {
        return scanMorning.machines.stream()
                .flatMap(simulatedDevice -> simulatedDevice.journal.stream())
                .filter(JournalEntry.Counted.class::isInstance)
                .map(JournalEntry.Counted.class::cast)
                .filter(count -> count.area().text().equals(area)
                        && !undone.contains(count.head().id()))
                .max(Comparator.comparing(
                        count -> scanMorning.trueTimes.get(count.head().id())))
                .orElse(null);
    }

    private static boolean inside(String area, List<ScanMorning.Happened> passages) {
        boolean inside = false;
        for (ScanMorning.Happened passage : passages) {
            boolean room =
                    passage.door().equals(Congress.WORKSHOP) || passage.door().equals(Congress.WORKSHOP_EXIT);
            if (isEntry(passage.door())) {
                inside |= area.equals("arena") || room;
            } else {
                inside &= area.equals("arena") && room;
            }
        }
        return inside;
    }

    /** P3: the same facts in any order, pieces and repetition give the same derived state. */
    void anyOrderIsTheSame(List<String> broken) {
        Set<String> before =
                congress.read(handle -> new Recomputation(congress.seal()).fromProjection(handle, Congress.EVENT));
        scanMorning.deliverEverythingAgain();
        Set<String> after =
                congress.read(handle -> new Recomputation(congress.seal()).fromProjection(handle, Congress.EVENT));
        if (!before.equals(after)) {
            broken.add("P3 another order gave another state");
        }
    }

    private List<ScanMorning.Happened> passages() {
        return scanMorning.happened.stream()
                .filter(event ->
                        admitted(event) && !undone.contains(event.entry().head().id()))
                .sorted(Comparator.comparing(ScanMorning.Happened::trueTime))
                .toList();
    }

    private static boolean admitted(ScanMorning.Happened event) {
        return ((JournalEntry.Scanned) event.entry()).outcome().verdict() != Verdict.REFUSED;
    }

    private static boolean isEntry(DoorId door) {
        return !door.equals(Congress.EXIT) && !door.equals(Congress.WORKSHOP_EXIT);
    }

    private static boolean once(DoorId door) {
        return !door.equals(Congress.FRONT);
    }

    private static String scope(DoorId door) {
        return door.equals(Congress.WORKSHOP) ? "loge-4" : "arena";
    }

    private Set<Object> ids(String sql) {
        return congress.rows(sql).stream().map(row -> row.get("id")).collect(Collectors.toSet());
    }
}
