package org.einlass.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.junit.jupiter.api.Test;

final class WriteQueueTest {
    private static final EventId FAIR = new EventId("fair");
    private static final EventId SMALL = new EventId("small");
    private static final WriteLane LIST = new WriteLane(WriteLane.Kind.IMPORT, "fair", "");

    private final WriteQueue<String> queue = new WriteQueue<>(10_000, 64);

    @Test
    void questionsComeBeforeReportsBeforeListsWhereAllFit() {
        queue.offer(LIST, 64, "list");
        queue.offer(report("k-1"), 10, "report");
        queue.offer(question("k-1"), 1, "question");

        assertThat(queue.take()).containsExactlyInAnyOrder("question", "report", "list");
        assertThat(queue.take()).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void neitherPeopleNorReportsTakeTheLastPlaces() {
        WriteQueue<String> small = new WriteQueue<>(8, 64);
        WriteLane people = new WriteLane(WriteLane.Kind.REPORT, "fair", "");

        assertThat(IntStream.range(0, 8)
                        .filter(i -> small.offer(people, 1, "change"))
                        .count())
                .as("of people")
                .isEqualTo(4);
        assertThat(small.offer(LIST, 64, "list")).isFalse();
        assertThat(IntStream.range(0, 8)
                        .filter(i -> small.offer(report("k-" + i), 1, "report"))
                        .count())
                .as("of devices")
                .isEqualTo(2);
        assertThat(IntStream.range(0, 8)
                        .filter(i -> small.offer(question("k-" + i), 1, "question"))
                        .count())
                .as("of guests")
                .isEqualTo(2);

        assertThat(small.take()).hasSize(8);
        assertThat(small.offer(people, 1, "change")).isTrue();
        assertThat(small.drain()).hasSize(1);
        assertThat(IntStream.range(0, 8)
                        .filter(i -> small.offer(people, 1, "change"))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void theFloodOfOneDeviceIsBeforeNobodyElse() {
        flood(report("flooding"), 32, 200);
        queue.offer(report("k-2"), 1, "honest");

        List<String> first = queue.take();
        List<String> second = queue.take();

        assertThat(concat(first, second)).contains("honest");
    }

    @Test
    void theFloodOfOneEventIsBeforeNoOtherEvent() {
        IntStream.range(0, 300).forEach(i -> queue.offer(question("k-" + i), 1, "fair"));
        queue.offer(WriteLane.question(SMALL, new DeviceId("k-1")), 1, "small");

        assertThat(queue.take()).hasSize(64).contains("small");
    }

    @Test
    void whatOneDeviceSentFirstComesFirst() {
        for (int i = 0; i < 5; i++) {
            queue.offer(question("k-1"), 1, "first-" + i);
            queue.offer(question("k-2"), 1, "second-" + i);
        }

        List<String> taken = queue.take();

        assertThat(taken.stream().filter(item -> item.startsWith("first")).toList())
                .containsExactly("first-0", "first-1", "first-2", "first-3", "first-4");
        assertThat(taken.subList(0, 2)).containsExactlyInAnyOrder("first-0", "second-0");
    }

    @Test
    void eachKindHasItsShareWhileAllWait() {
        flood(question("k-1"), 1, 9_000);
        flood(report("k-1"), 32, 500);
        flood(LIST, 64, 100);

        Map<String, Integer> units = unitsOf(100);

        int all = units.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(units.get("QUESTION")).isBetween(all * 65 / 100, all * 75 / 100);
        assertThat(units.get("REPORT")).isBetween(all * 20 / 100, all * 30 / 100);
        assertThat(units.get("IMPORT")).isBetween(all * 3 / 100, all * 7 / 100);
    }

    @Test
    void whatOneKindDoesNotNeedIsTheOthers() {
        flood(report("k-1"), 32, 10);

        assertThat(queue.take()).hasSize(2);
        assertThat(queue.take()).hasSize(2);
    }

    @Test
    void whoeverDidNotWaitHasNothingSavedUp() {
        IntStream.range(0, 1_000).forEach(i -> queue.take());
        flood(question("k-1"), 1, 640);
        flood(report("k-1"), 32, 100);

        assertThat(unitsOf(8).get("QUESTION")).isGreaterThanOrEqualTo(8 * 64 * 65 / 100);
    }

    @Test
    void aBatchHas64UnitsAndWhatCostsMoreComesByItself() {
        queue.offer(question("k-1"), 21, "carrying");
        queue.offer(question("k-2"), 21, "carrying");
        queue.offer(question("k-3"), 21, "carrying");
        queue.offer(question("k-4"), 21, "carrying");
        queue.offer(report("k-1"), 500, "long");

        List<List<String>> batches =
                IntStream.range(0, 4).mapToObj(i -> queue.take()).toList();

        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(3));
        assertThat(batches).contains(List.of("long"));
        assertThat(batches.stream().flatMap(List::stream).toList()).hasSize(5);
    }

    @Test
    void noMoreThanItsCapacityWaits() {
        WriteQueue<String> small = new WriteQueue<>(1, 64);

        assertThat(small.offer(question("k-1"), 1, "one")).isTrue();
        assertThat(small.offer(question("k-2"), 1, "two")).isFalse();
        assertThat(small.drain()).containsExactly("one");
        assertThat(small.offer(question("k-2"), 1, "two")).isTrue();
    }

    @Test
    void oneAtATimeKeepsTheSharesToo() {
        WriteQueue<String> single = new WriteQueue<>(1_000, 1);
        IntStream.range(0, 100).forEach(i -> {
            single.offer(question("k-1"), 1, "QUESTION");
            single.offer(report("k-1"), 1, "REPORT");
        });

        List<String> taken = IntStream.range(0, 40)
                .mapToObj(i -> single.take())
                .flatMap(List::stream)
                .toList();

        assertThat(taken).hasSize(40);
        assertThat(taken.stream().filter("QUESTION"::equals).count()).isBetween(26L, 32L);
    }

    private static WriteLane question(String device) {
        return WriteLane.question(FAIR, new DeviceId(device));
    }

    private static WriteLane report(String device) {
        return WriteLane.report(FAIR, new DeviceId(device));
    }

    private void flood(WriteLane lane, int units, int times) {
        for (int i = 0; i < times; i++) {
            queue.offer(lane, units, lane.kind().name());
        }
    }

    /** Units of each kind in so many batches. */
    private Map<String, Integer> unitsOf(int batches) {
        Map<String, Integer> cost = Map.of("QUESTION", 1, "REPORT", 32, "IMPORT", 64);
        return IntStream.range(0, batches)
                .mapToObj(i -> queue.take())
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(cost::get)));
    }

    @SafeVarargs
    private static List<String> concat(List<String>... batches) {
        List<String> all = new ArrayList<>();
        for (List<String> batch : batches) {
            all.addAll(batch);
        }
        return all;
    }
}
