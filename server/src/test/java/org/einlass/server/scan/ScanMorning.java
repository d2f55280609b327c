package org.einlass.server.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReport;
import org.einlass.contract.wire.ScanAnswer;

/**
 * A congress morning of chance from one seed: devices with wrong and jumping clocks scan online and alone,
 * ask late, deliver in pieces, twice and out of order, start again, and the server starts again. It keeps
 * what really happened, so that the promises can be checked against it.
 */
final class ScanMorning {
    private static final List<DoorId> DOORS = List.of(
            Congress.NORTH,
            Congress.NORTH,
            Congress.SOUTH,
            Congress.WORKSHOP,
            Congress.FRONT,
            Congress.EXIT,
            Congress.WORKSHOP_EXIT);

    /** What the server was heard to say, and when; late where it knew the outcome already. */
    record Heard(int step, int guest, DoorId door, EntryId scan, ScanAnswer answer, boolean late) {}

    /** What really happened at a device. */
    record Happened(int guest, DoorId door, JournalEntry entry, Instant trueTime) {}

    final Congress congress;
    final List<Congress.Guest> guests;
    final List<SimulatedDevice> machines = new ArrayList<>();
    final List<Heard> heard = new ArrayList<>();
    final List<Happened> happened = new ArrayList<>();
    /** The step at which an entry first reached the server. */
    final Map<EntryId, Integer> delivered = new HashMap<>();
    /** What the server acknowledged as kept. */
    final Map<EntryId, JournalReceipt.Fate> acknowledged = new HashMap<>();
    /** When each entry of a machine was really made. */
    final Map<EntryId, Instant> trueTimes = new HashMap<>();

    private final Map<EntryId, Question> questions = new HashMap<>();
    /** Machines that deliver, but ask nothing: their network is too slow for an answer. */
    private final Set<SimulatedDevice> mute = new HashSet<>();

    final List<String> complaints = new ArrayList<>();
    private final Random chance;
    private int step;

    ScanMorning(Congress congress, long seed) {
        this.congress = congress;
        this.chance = new Random(seed);
        this.guests = congress.guests(5);
        for (int i = 1; i <= 3; i++) {
            SimulatedDevice simulatedDevice = new SimulatedDevice("kiosk-" + i, congress, chance);
            simulatedDevice.clockError(Duration.ofMinutes(chance.nextInt(-24 * 60, 24 * 60)));
            simulatedDevice.saysWhenSent(chance.nextBoolean());
            machines.add(simulatedDevice);
            mute.add(simulatedDevice);
        }
    }

    /** Plays some steps and lets everything arrive at last. */
    void play(int steps) {
        for (step = 0; step < steps; step++) {
            congress.after(Duration.ofSeconds(2 + chance.nextInt(120)));
            act(machines.get(chance.nextInt(machines.size())), chance.nextInt(100));
        }
        for (SimulatedDevice simulatedDevice : machines) {
            simulatedDevice.saysWhenSent(true);
            simulatedDevice.contact();
            deliver(simulatedDevice, simulatedDevice.journal);
        }
    }

    private void act(SimulatedDevice simulatedDevice, int what) {
        if (what < 62 && mute.contains(simulatedDevice)) {
            alone(simulatedDevice);
        } else if (what < 35) {
            online(simulatedDevice);
        } else if (what < 50) {
            alone(simulatedDevice);
        } else if (what < 57) {
            lostAnswer(simulatedDevice);
        } else if (what < 62) {
            lateQuestion(simulatedDevice);
        } else if (what < 80) {
            deliver(simulatedDevice, piece(simulatedDevice.journal));
        } else if (what < 85) {
            undo(simulatedDevice);
        } else if (what < 88) {
            count(simulatedDevice);
        } else if (what < 90) {
            askAgain();
        } else if (what < 95) {
            mute.remove(simulatedDevice);
            simulatedDevice.clockError(Duration.ofMinutes(chance.nextInt(-24 * 60, 24 * 60)));
        } else if (what < 98) {
            simulatedDevice.saysWhenSent(true);
            simulatedDevice.contact();
            simulatedDevice.start();
            simulatedDevice.saysWhenSent(chance.nextBoolean());
            mute.add(simulatedDevice);
        } else {
            congress.restart();
        }
    }

    private int anyone() {
        return chance.nextInt(guests.size());
    }

    private Code code(int guest) {
        return chance.nextBoolean()
                ? guests.get(guest).ticket()
                : guests.get(guest).badge();
    }

    private DoorId door() {
        return DOORS.get(chance.nextInt(DOORS.size()));
    }

    private void online(SimulatedDevice simulatedDevice) {
        int guest = anyone();
        DoorId door = door();
        Code code = code(guest);
        EntryId scan = simulatedDevice.nextId();
        ScanAnswer answer = ask(simulatedDevice, guest, door, scan, code);
        boolean changesItsMind = chance.nextInt(10) == 0;
        Outcome outcome = changesItsMind ? other(answer) : SimulatedDevice.outcome(answer);
        keep(guest, door, simulatedDevice.show(scan, door, code, outcome));
        if (chance.nextInt(3) > 0) {
            deliver(simulatedDevice, List.of(simulatedDevice.journal.get(simulatedDevice.journal.size() - 1)));
        }
    }

    private static Outcome other(ScanAnswer answer) {
        return answer.verdict() == Verdict.REFUSED
                ? Outcome.admitted(Outcome.Source.DEVICE)
                : Outcome.refused(Refusal.TOO_LATE, Outcome.Source.DEVICE);
    }

    private void alone(SimulatedDevice simulatedDevice) {
        int guest = anyone();
        DoorId door = door();
        keep(guest, door, simulatedDevice.show(simulatedDevice.nextId(), door, code(guest), own()));
    }

    private Outcome own() {
        return chance.nextInt(5) == 0
                ? Outcome.refused(Refusal.ALREADY_USED, Outcome.Source.DEVICE)
                : Outcome.admitted(Outcome.Source.DEVICE);
    }

    /** The question arrives, the answer does not: the device decides by itself. */
    private void lostAnswer(SimulatedDevice simulatedDevice) {
        int guest = anyone();
        DoorId door = door();
        Code code = code(guest);
        EntryId scan = simulatedDevice.nextId();
        ask(simulatedDevice, guest, door, scan, code);
        if (chance.nextInt(3) > 0) {
            keep(guest, door, simulatedDevice.show(scan, door, code, own()));
        }
    }

    /** The question arrives after the outcome was shown, or even reported. */
    private void lateQuestion(SimulatedDevice simulatedDevice) {
        int guest = anyone();
        DoorId door = door();
        Code code = code(guest);
        EntryId scan = simulatedDevice.nextId();
        keep(guest, door, simulatedDevice.show(scan, door, code, own()));
        if (chance.nextBoolean()) {
            deliver(simulatedDevice, List.of(simulatedDevice.journal.get(simulatedDevice.journal.size() - 1)));
        }
        congress.after(Duration.ofSeconds(5));
        ask(simulatedDevice, guest, door, scan, code);
    }

    private ScanAnswer ask(SimulatedDevice simulatedDevice, int guest, DoorId door, EntryId scan, Code code) {
        boolean late = delivered.containsKey(scan);
        ScanAnswer answer = simulatedDevice.ask(scan, door, code);
        heard.add(new Heard(step, guest, door, scan, answer, late));
        questions.put(scan, new Question(simulatedDevice.id, door, code));
        return answer;
    }

    private record Question(DeviceId device, DoorId door, Code code) {}

    private void askAgain() {
        if (heard.isEmpty()) {
            return;
        }
        Heard before = heard.get(chance.nextInt(heard.size()));
        Question question = questions.get(before.scan());
        ScanAnswer again = congress.ask(
                question.device(),
                before.scan(),
                question.door(),
                question.code().text(),
                machines.get(0).time());
        if (again.verdict() != before.answer().verdict()
                || again.refusal() != before.answer().refusal()) {
            complaints.add("P1 the answer to " + before.scan() + " changed");
        }
    }

    private void undo(SimulatedDevice simulatedDevice) {
        if (!simulatedDevice.journal.isEmpty()) {
            JournalEntry undone = simulatedDevice.journal.get(chance.nextInt(simulatedDevice.journal.size()));
            keepTime(simulatedDevice.undo(undone.head().id()));
        }
    }

    private void count(SimulatedDevice simulatedDevice) {
        keepTime(simulatedDevice.count("arena", chance.nextInt(10)));
    }

    private void keep(int guest, DoorId door, JournalEntry entry) {
        keepTime(entry);
        happened.add(new Happened(guest, door, entry, congress.time.get()));
    }

    private void keepTime(JournalEntry entry) {
        trueTimes.put(entry.head().id(), congress.time.get());
    }

    private List<JournalEntry> piece(List<JournalEntry> journal) {
        List<JournalEntry> piece = new ArrayList<>();
        for (JournalEntry entry : journal) {
            if (chance.nextInt(3) == 0) {
                piece.add(entry);
                if (chance.nextInt(5) == 0) {
                    piece.add(entry);
                }
            }
        }
        Collections.shuffle(piece, chance);
        return piece;
    }

    private void deliver(SimulatedDevice simulatedDevice, List<JournalEntry> entries) {
        for (int from = 0; from < entries.size(); from += JournalReport.MOST_ENTRIES) {
            List<JournalEntry> some =
                    entries.subList(from, Math.min(entries.size(), from + JournalReport.MOST_ENTRIES));
            simulatedDevice.deliver(
                    some, (entry, fate) -> acknowledged.put(entry.head().id(), fate));
        }
        entries.forEach(entry -> delivered.putIfAbsent(entry.head().id(), step));
    }

    /** Forgets all facts and lets every device report everything again, in another order and other pieces. */
    void deliverEverythingAgain() {
        congress.forgetFacts();
        List<Map.Entry<SimulatedDevice, JournalEntry>> all = new ArrayList<>();
        for (SimulatedDevice simulatedDevice : machines) {
            simulatedDevice.journal.forEach(entry -> all.add(Map.entry(simulatedDevice, entry)));
        }
        Collections.shuffle(all, chance);
        for (Map.Entry<SimulatedDevice, JournalEntry> one : all) {
            one.getKey().deliver(List.of(one.getValue()));
            if (chance.nextInt(4) == 0) {
                one.getKey().deliver(List.of(one.getValue()));
            }
        }
    }
}
