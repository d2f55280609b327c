package org.einlass.server.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Names divided among boxes. */
final class BoxRangesTest {
    /** How many of a thousand German family names begin so. */
    private static final Map<String, Integer> BEGINNINGS = Map.ofEntries(
            Map.entry("ab", 20),
            Map.entry("ba", 30),
            Map.entry("be", 80),
            Map.entry("di", 50),
            Map.entry("fr", 70),
            Map.entry("gr", 70),
            Map.entry("ha", 60),
            Map.entry("he", 60),
            Map.entry("kr", 90),
            Map.entry("le", 60),
            Map.entry("mu", 90),
            Map.entry("pe", 50),
            Map.entry("ri", 60),
            Map.entry("sa", 20),
            Map.entry("sch", 110),
            Map.entry("st", 30),
            Map.entry("we", 40),
            Map.entry("zi", 10));

    private final List<String> names = names();

    @Test
    void eachBoxHasAboutAsManyBadgesAsAnyOther() {
        for (int boxes = 2; boxes <= 6; boxes++) {
            List<BoxRange> ranges = BoxRanges.of(names, boxes);
            int most = names.size() * 5 / (boxes * 4);

            assertThat(ranges).hasSize(boxes);
            assertThat(loads(ranges).values())
                    .as("loads of " + boxes + " boxes: " + ranges)
                    .allSatisfy(load -> assertThat(load).isLessThanOrEqualTo(most));
        }
    }

    @Test
    void theSignsCoverTheWholeAlphabetWithoutGapOrOverlap() {
        List<BoxRange> ranges = BoxRanges.of(List.of("adler", "ebert", "kurz", "zander"), 4);

        assertThat(ranges).extracting(BoxRange::letters).containsExactly("A–D", "E–J", "K–Y", "Z");
    }

    @Test
    void cutsBetweenSecondLettersWhereOneLetterIsTooMany() {
        List<String> schools = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            schools.add("schmidt");
            schools.add("sommer");
        }

        assertThat(BoxRanges.of(schools, 2)).extracting(BoxRange::letters).containsExactly("A–Sn", "So–Z");
    }

    @Test
    void everyNameFindsItsBox() {
        List<BoxRange> ranges = BoxRanges.of(List.of("adler", "ebert", "kurz", "zander"), 4);

        assertThat(BoxRanges.of(ranges, "").box()).isEqualTo(1);
        assertThat(BoxRanges.of(ranges, "3m").box()).isEqualTo(1);
        assertThat(BoxRanges.of(ranges, "jaeger").box()).isEqualTo(2);
        assertThat(BoxRanges.of(ranges, "leyen").box()).isEqualTo(3);
        assertThat(BoxRanges.of(ranges, "яковлев").box()).isEqualTo(4);
    }

    @Test
    void thereAreNoMoreBoxesThanBeginnings() {
        assertThat(BoxRanges.of(List.of("adler", "adam"), 5)).hasSizeLessThanOrEqualTo(2);
        assertThat(BoxRanges.of(List.of(), 5)).isEqualTo(BoxRanges.single());
    }

    private Map<Integer, Integer> loads(List<BoxRange> ranges) {
        Map<Integer, Integer> loads = new TreeMap<>();
        names.forEach(name -> loads.merge(BoxRanges.of(ranges, name).box(), 1, Integer::sum));
        return loads;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        BEGINNINGS.forEach((beginning, many) -> {
            for (int i = 0; i < many; i++) {
                names.add(beginning + "mann");
            }
        });
        return names;
    }
}
