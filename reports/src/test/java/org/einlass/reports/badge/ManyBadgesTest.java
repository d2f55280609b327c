package org.einlass.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManyBadgesTest {

    @Test
    void thePreflightNamesSmallNamesMissingScriptsAndLongNames() {
        BadgeRenderer press = new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6));

        List<Finding> findings = press.preflight(List.of(
                SampleBadges.typical(),
                SampleBadges.extreme(),
                SampleBadges.named("王小明"),
                SampleBadges.named("W".repeat(200)),
                SampleBadges.shortest()));

        assertThat(findings).extracting(Finding::index).containsExactly(1, 2, 3);
        assertThat(findings.get(0).nameIsSmall()).isTrue();
        assertThat(findings.get(0).capHeight()).isBetween(3.0, 6.0);
        assertThat(findings.get(1).refusal().orElseThrow().missing()).isEqualTo("王小明");
        assertThat(findings.get(2).refusal().orElseThrow().reason()).isEqualTo(LaidOutBadge.Reason.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"A6, 17", "LABEL_62_100, 17", "CARD_86_54, 17", "A4_EIGHT, 3", "A6_BUTTERFLY, 17"})
    void manyBadgesBecomeOneFile(BadgeFormat format, int pages) {
        List<Badge> badges =
                IntStream.range(0, 17).mapToObj(i -> SampleBadges.typical()).toList();

        LaidOutBadges set = new BadgeRenderer(BadgeLayouts.of(format)).setAll(badges, "Alle", Locale.GERMAN);

        assertThat(set.findings()).isEmpty();
        assertThat(set.pages().map(PrintedPages::count)).contains(pages);
    }

    @Test
    void aLayoutWithABackGetsEverySecondPage() {
        BadgeLayout a6 = BadgeLayouts.of(BadgeFormat.A6);
        BadgeLayout twoSided = new BadgeLayout(
                a6.name(),
                a6.format(),
                "",
                List.of(),
                a6.blocks(),
                a6.band(),
                a6.code(),
                List.of(a6.blocks().get(0)));

        LaidOutBadge.Ready ready = (LaidOutBadge.Ready) new BadgeRenderer(twoSided).set(SampleBadges.typical());

        assertThat(ready.pages().count()).isEqualTo(2);
        List<List<String>> pages = ReadBack.spoken(ready.pages().pdf());
        assertThat(pages.get(1))
                .containsExactly("Digitales Thüringen 2022", "2. E-Government-Kongress · 5. IT-Leistungsschau");
        assertThat(VeraPdf.findings(ready.pages().pdf())).isEmpty();
    }

    @Test
    void eightThreadsAtOnePressGetWhatOneThreadGets() throws Exception {
        BadgeRenderer press = new BadgeRenderer(BadgeLayouts.of(BadgeFormat.A6));
        List<Badge> badges = HardCases.badges().subList(0, 40);
        List<List<String>> alone =
                badges.stream().map(badge -> read(press, badge)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);

        List<Future<List<String>>> together = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            badges.forEach(badge -> together.add(threads.submit(() -> read(press, badge))));
        }

        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i).get()).isEqualTo(alone.get(i % badges.size()));
        }
        threads.shutdown();
    }

    private static List<String> read(BadgeRenderer press, Badge badge) {
        return press.set(badge)
                .fold(
                        ready -> {
                            ready.pages().raster(0, 72, Inks.BLACK);
                            return ReadBack.spoken(ready.pages().pdf()).get(0);
                        },
                        refused -> List.of(refused.reason().name()));
    }

    @Test
    void aWarmPressHasSetABadge() {
        new BadgeRenderer(BadgeLayouts.of(BadgeFormat.LABEL_62_100)).warmUp();
    }
}
