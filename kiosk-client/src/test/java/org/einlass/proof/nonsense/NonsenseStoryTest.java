package org.einlass.proof.nonsense;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.JournalReport;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.sync.WireJson;
import org.einlass.proof.FactServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NonsenseStoryTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void anHourOfOneKindOfNonsenseLosesNothing(Nonsense nonsense) throws Exception {
        AtomicInteger left = new AtomicInteger(nonsense.times());
        Function<byte[], Optional<Nonsense>> script =
                body -> left.getAndDecrement() > 0 ? Optional.of(nonsense) : Optional.empty();

        try (FactServer server = new FactServer(scan -> Sample.admitted(scan, null), List.of());
                NonsenseProxy proxy = new NonsenseProxy(server.address(), script);
                DeliveringKiosk kiosk = new DeliveringKiosk(folder, proxy.address(), SHORT)) {
            kiosk.admit(60);
            kiosk.deliver();

            assertThat(kiosk.awaitWaiting(0)).isTrue();
            assertThat(proxy.done()).contains(Optional.of(nonsense), Optional.empty());
            assertEverythingArrived(kiosk, server);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aMorningOfEveryKindOfNonsenseLosesNothing(long seed) throws Exception {
        Random chance = new Random(seed);
        List<Nonsense> kinds = new ArrayList<>(List.of(Nonsense.values()));
        Collections.shuffle(kinds, chance);
        Function<byte[], Optional<Nonsense>> script = body -> next(kinds, chance);

        try (FactServer server = new FactServer(scan -> Sample.admitted(scan, null), List.of());
                NonsenseProxy proxy = new NonsenseProxy(server.address(), script);
                DeliveringKiosk kiosk = new DeliveringKiosk(folder, proxy.address(), SHORT)) {
            while (!allSeen(kinds)) {
                int before = proxy.done().size();
                kiosk.admit(3);
                kiosk.deliver();
                assertThat(DeliveringKiosk.await(() -> proxy.done().size() > before))
                        .isTrue();
            }

            assertThat(kiosk.awaitWaiting(0)).isTrue();
            assertEverythingArrived(kiosk, server);
        }
    }

    /** About every third request goes through. */
    private static Optional<Nonsense> next(List<Nonsense> kinds, Random chance) {
        synchronized (kinds) {
            boolean passes = kinds.isEmpty() || chance.nextInt(3) == 0;
            return passes ? Optional.empty() : Optional.of(kinds.remove(0));
        }
    }

    private static boolean allSeen(List<Nonsense> kinds) {
        synchronized (kinds) {
            return kinds.isEmpty();
        }
    }

    @Test
    void aPoisonEntryHoldsUpNobodyButItsOwnBatch() throws Exception {
        AtomicBoolean delicate = new AtomicBoolean(true);
        List<String> heard = new CopyOnWriteArrayList<>();
        List<JournalEntry> poison = new ArrayList<>();
        Function<byte[], Optional<Nonsense>> script = body -> {
            String text = new String(body, UTF_8);
            boolean bad =
                    delicate.get() && text.contains(poison.get(0).head().id().toString());
            heard.add((bad ? "rejected " : "took ") + entries(text));
            return bad ? Optional.of(Nonsense.BAD_REQUEST) : Optional.empty();
        };

        try (FactServer server = new FactServer(scan -> Sample.admitted(scan, null), List.of());
                NonsenseProxy proxy = new NonsenseProxy(server.address(), script);
                DeliveringKiosk kiosk = new DeliveringKiosk(folder, proxy.address(), LONG)) {
            kiosk.admit(1_600);
            poison.add(kiosk.journalled().get(1_500));
            kiosk.deliver();

            assertThat(kiosk.awaitWaiting(1)).isTrue();
            List<String> soFar = List.copyOf(heard);
            assertThat(soFar.subList(0, 4)).containsExactly("rejected 500", "took 500", "took 500", "took 100");
            assertThat(soFar.stream().filter(line -> line.startsWith("rejected") && !line.equals("rejected 1")))
                    .containsExactly("rejected 500", "rejected 25");

            kiosk.admit(3);
            kiosk.deliver();

            assertThat(kiosk.awaitWaiting(1)).isTrue();

            delicate.set(false);

            assertThat(kiosk.awaitWaiting(0)).isTrue();
            assertEverythingArrived(kiosk, server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noNonsenseIsTakenForAnAnswerAndEveryGuestHearsOne(Nonsense nonsense) throws Exception {
        try (FactServer server = new FactServer(scan -> Sample.admitted(scan, null), List.of());
                NonsenseProxy proxy = new NonsenseProxy(server.address(), body -> Optional.of(nonsense));
                DeliveringKiosk kiosk = new DeliveringKiosk(folder, proxy.address(), SHORT)) {
            List.of(1, 2, 3).forEach(number -> kiosk.read(Sample.ticket(number)));

            assertThat(kiosk.awaitPassages(3))
                    .allSatisfy(
                            passage -> assertThat(passage.outcome().source()).isEqualTo(Outcome.Source.DEVICE));
            assertThat(kiosk.backlog().total()).isEqualTo(3);
        }
    }

    private static int entries(String report) {
        return WireJson.read(report, JournalReport.class)
                .orElseThrow()
                .entries()
                .size();
    }

    private static void assertEverythingArrived(DeliveringKiosk kiosk, FactServer server) {
        assertThat(server.facts()).containsExactlyInAnyOrderElementsOf(kiosk.journalled());
        assertThat(kiosk.backlog().quarantined()).isZero();
        assertThat(kiosk.backlog().total()).isEqualTo(kiosk.journalled().size());
    }
}
