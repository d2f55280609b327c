package org.einlass.server.admission;

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
 * A congress morning of chance from one seed: devices with wrong and jumping clocks scan online and alone, ask late,
 * deliver in pieces, twice and out of order, start again, and the server starts again. It keeps what really happened,
 * so that the promises can be checked against it.
 */
final class Rehearsal {
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
    final List<Machine> machines = new ArrayList<>();
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
    private final Set<Machine> mute = new HashSet<>();

    final List<String> complaints = new ArrayList<>();
    private final Random chance;
    private int step;

    Rehearsal(Congress congress, long seed) {
        this.congress = congress;
        this.chance = new Random(seed);
        this.guests = congress.guests(5);
        for (int i = 1; i <= 3; i++) {
            Machine machine = new Machine("kiosk-" + i, congress, chance);
            machine.clockError(Duration.ofMinutes(chance.nextInt(-24 * 60, 24 * 60)));
            machine.saysWhenSent(chance.nextBoolean());
            machines.add(machine);
            mute.add(machine);
        }
    }

    /** Plays some steps and lets everything arrive at last. */
    void play(int steps) {
        for (step = 0; step < steps; step++) {
            congress.after(Duration.ofSeconds(2 + chance.nextInt(120)));
            act(machines.get(chance.nextInt(machines.size())), chance.nextInt(100));
        }
        for (Machine machine : machines) {
            machine.saysWhenSent(true);
            machine.contact();
            deliver(machine, machine.journal);
        }
    }

    private void act(Machine machine, int what) {
        if (what < 62 && mute.contains(machine)) {
            alone(machine);
        } else if (what < 35) {
            online(machine);
        } else if (what < 50) {
            alone(machine);
        } else if (what < 57) {
            lostAnswer(machine);
        } else if (what < 62) {
            lateQuestion(machine);
        } else if (what < 80) {
            deliver(machine, piece(machine.journal));
        } else if (what < 85) {
            undo(machine);
        } else if (what < 88) {
            count(machine);
        } else if (what < 90) {
            askAgain();
        } else if (what < 95) {
            mute.remove(machine);
            machine.clockError(Duration.ofMinutes(chance.nextInt(-24 * 60, 24 * 60)));
        } else if (what < 98) {
            machine.saysWhenSent(true);
            machine.contact();
            machine.start();
            machine.saysWhenSent(chance.nextBoolean());
            mute.add(machine);
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

    private void online(Machine machine) {
        int guest = anyone();
        DoorId door = door();
        Code code = code(guest);
        EntryId scan = machine.nextId();
        ScanAnswer answer = ask(machine, guest, door, scan, code);
        boolean changesItsMind = chance.nextInt(10) == 0;
        Outcome outcome = changesItsMind ? other(answer) : Machine.outcome(answer);
        keep(guest, door, machine.show(scan, door, code, outcome));
        if (chance.nextInt(3) > 0) {
            deliver(machine, List.of(machine.journal.get(machine.journal.size() - 1)));
        }
    }

    private static Outcome other(ScanAnswer answer) {
        return answer.verdict() == Verdict.REFUSED
                ? Outcome.admitted(Outcome.Source.DEVICE)
                : Outcome.refused(Refusal.TOO_LATE, Outcome.Source.DEVICE);
    }

    private void alone(Machine machine) {
        int guest = anyone();
        DoorId door = door();
        keep(guest, door, machine.show(machine.nextId(), door, code(guest), own()));
    }

    private Outcome own() {
        return chance.nextInt(5) == 0
                ? Outcome.refused(Refusal.ALREADY_USED, Outcome.Source.DEVICE)
                : Outcome.admitted(Outcome.Source.DEVICE);
    }

    /** The question arrives, the answer does not: the device decides by itself. */
    private void lostAnswer(Machine machine) {
        int guest = anyone();
        DoorId door = door();
        Code code = code(guest);
        EntryId scan = machine.nextId();
        ask(machine, guest, door, scan, code);
        if (chance.nextInt(3) > 0) {
            keep(guest, door, machine.show(scan, door, code, own()));
        }
    }

    /** The question arrives after the outcome was shown, or even reported. */
    private void lateQuestion(Machine machine) {
        int guest = anyone();
        DoorId door = door();
        Code code = code(guest);
        EntryId scan = machine.nextId();
        keep(guest, door, machine.show(scan, door, code, own()));
        if (chance.nextBoolean()) {
            deliver(machine, List.of(machine.journal.get(machine.journal.size() - 1)));
        }
        congress.after(Duration.ofSeconds(5));
        ask(machine, guest, door, scan, code);
    }

    private ScanAnswer ask(Machine machine, int guest, DoorId door, EntryId scan, Code code) {
        boolean late = delivered.containsKey(scan);
        ScanAnswer answer = machine.ask(scan, door, code);
        heard.add(new Heard(step, guest, door, scan, answer, late));
        questions.put(scan, new Question(machine.id, door, code));
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

    private void undo(Machine machine) {
        if (!machine.journal.isEmpty()) {
            JournalEntry undone = machine.journal.get(chance.nextInt(machine.journal.size()));
            keepTime(machine.undo(undone.head().id()));
        }
    }

    private void count(Machine machine) {
        keepTime(machine.count("arena", chance.nextInt(10)));
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

    private void deliver(Machine machine, List<JournalEntry> entries) {
        for (int from = 0; from < entries.size(); from += JournalReport.MOST_ENTRIES) {
            List<JournalEntry> some =
                    entries.subList(from, Math.min(entries.size(), from + JournalReport.MOST_ENTRIES));
            machine.deliver(some, (entry, fate) -> acknowledged.put(entry.head().id(), fate));
        }
        entries.forEach(entry -> delivered.putIfAbsent(entry.head().id(), step));
    }

    /** Forgets all facts and lets every device report everything again, in another order and other pieces. */
    void deliverEverythingAgain() {
        congress.forgetFacts();
        List<Map.Entry<Machine, JournalEntry>> all = new ArrayList<>();
        for (Machine machine : machines) {
            machine.journal.forEach(entry -> all.add(Map.entry(machine, entry)));
        }
        Collections.shuffle(all, chance);
        for (Map.Entry<Machine, JournalEntry> one : all) {
            one.getKey().deliver(List.of(one.getValue()));
            if (chance.nextInt(4) == 0) {
                one.getKey().deliver(List.of(one.getValue()));
            }
        }
    }
}
