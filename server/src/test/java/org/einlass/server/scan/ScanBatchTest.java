package org.einlass.server.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Databases;
import org.einlass.server.database.WriteKey;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.journal.ScanIdConflict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scans that are answered in one batch are answered as they would be one after the other. */
final class ScanBatchTest {
    private static final int MORNINGS = 12;
    private static final int SCANS = 60;
    private static final DoorId NOWHERE = new DoorId("nirgends");
    private static final List<DoorId> DOORS =
            List.of(Congress.NORTH, Congress.SOUTH, Congress.WORKSHOP, Congress.EXIT, Congress.FRONT);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void sayTheSameAsOneAfterTheOther(Databases database) throws InterruptedException {
        try (Congress congress = new Congress(database, folder)) {
            for (int seed = 0; seed < MORNINGS; seed++) {
                List<Asked> scans = scans(congress, new Random(seed));

                congress.forgetEverything();
                List<String> together = told(scans, askTogether(congress, scans));
                long answersTogether = congress.count("select count(*) from answers");
                congress.forgetEverything();
                List<String> oneByOne = told(scans, askOneByOne(congress, scans));

                assertThat(together).as("morning " + seed).isEqualTo(oneByOne);
                assertThat(answersTogether).isEqualTo(congress.count("select count(*) from answers"));
                assertThat(congress.differences()).isEmpty();
            }
        }
    }

    /** A scan, with the person whose code it shows. */
    private record Asked(int person, SimulatedDevice device, ScanQuestion question) {}

    /**
     * Few people and many scans: the same ticket twice, a ticket and its badge, strangers, and ids that come
     * again; more than three for the workshop that has three seats, but nobody twice.
     */
    private static List<Asked> scans(Congress congress, Random chance) {
        List<Congress.Guest> guests = congress.guests(SCANS / 4);
        List<SimulatedDevice> devices = List.of(congress.machine("kiosk-1"), congress.machine("kiosk-2"));
        Set<Integer> workshop = new HashSet<>();
        List<Asked> scans = new ArrayList<>();
        while (scans.size() < SCANS) {
            int person = chance.nextInt(guests.size());
            SimulatedDevice device = devices.get(chance.nextInt(devices.size()));
            DoorId drawn = DOORS.get(chance.nextInt(DOORS.size()));
            boolean again = drawn.equals(Congress.WORKSHOP) && !workshop.add(person);
            DoorId door = again ? Congress.FRONT : drawn;
            Asked scan = new Asked(
                    person,
                    device,
                    new ScanQuestion(device.nextId(), door, code(congress, guests.get(person), chance), device.time()));
            scans.add(scan);
            if (chance.nextInt(6) == 0) {
                scans.add(scan);
            }
            if (chance.nextInt(10) == 0) {
                scans.add(elsewhere(scan));
            }
        }
        return scans.subList(0, SCANS);
    }

    private static String code(Congress congress, Congress.Guest guest, Random chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> congress.strangeCode().text();
            case 1 -> "https://example.org/";
            case 2, 3 -> guest.badge().text();
            default -> guest.ticket().text();
        };
    }

    /** The same id again, at a door that there is not: turned away for either reason. */
    private static Asked elsewhere(Asked scan) {
        ScanQuestion question = scan.question();
        return new Asked(
                scan.person(),
                scan.device(),
                new ScanQuestion(question.id(), NOWHERE, question.code(), question.time()));
    }

    private static List<CompletionStage<ScanAnswer>> askTogether(Congress congress, List<Asked> scans)
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        congress.store().write(WriteKey.of(Congress.EVENT), transaction -> {
            begun.countDown();
            return Congress.waitFor(asked);
        });
        begun.await();
        List<CompletionStage<ScanAnswer>> answers = new ArrayList<>();
        scans.forEach(scan -> answers.add(ask(congress, scan)));
        asked.countDown();
        return answers;
    }

    private static List<CompletionStage<ScanAnswer>> askOneByOne(Congress congress, List<Asked> scans) {
        List<CompletionStage<ScanAnswer>> answers = new ArrayList<>();
        for (Asked scan : scans) {
            CompletionStage<ScanAnswer> answer = ask(congress, scan);
            outcome(answer);
            answers.add(answer);
        }
        return answers;
    }

    private static CompletionStage<ScanAnswer> ask(Congress congress, Asked scan) {
        return congress.services().scans().ask(Congress.EVENT, scan.device().id, scan.question());
    }

    private static String outcome(CompletionStage<ScanAnswer> answer) {
        try {
            ScanAnswer said = Congress.await(answer);
            return said.verdict() + " " + said.refusal() + (said.unconfirmed() == null ? "" : " unconfirmed")
                    + (said.badge() == null ? "" : " badge");
        } catch (CompletionException e) {
            assertThat(e)
                    .hasCauseInstanceOf(RuntimeException.class)
                    .cause()
                    .isInstanceOfAny(UnknownEventOrDoor.class, ScanIdConflict.class);
            return "turned away";
        }
    }

    /**
     * What was said, as far as it does not hang on who came first: at an entrance to each person, in the
     * workshop to all, and of an id that came twice once. Which of two entrances prints is a question of who
     * came first too.
     */
    private static List<String> told(List<Asked> scans, List<CompletionStage<ScanAnswer>> answers) {
        Map<EntryId, String> first = new HashMap<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            Asked scan = scans.get(i);
            DoorId door = scan.question().door();
            boolean workshop = door.equals(Congress.WORKSHOP);
            boolean entrance = door.equals(Congress.NORTH) || door.equals(Congress.SOUTH);
            String outcome = outcome(answers.get(i));
            String before = first.putIfAbsent(scan.question().id(), outcome);
            if (before != null && !door.equals(NOWHERE)) {
                assertThat(outcome).isEqualTo(before);
                continue;
            }
            told.add((workshop ? "somebody" : String.valueOf(scan.person()))
                    + " " + (entrance ? "entrance" : door.text())
                    + " " + (entrance ? outcome.replace(" badge", "") : outcome));
        }
        Collections.sort(told);
        return told;
    }
}
