package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SerialExecutor;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.reports.badge.Badge;
import org.einlass.reports.badge.BadgeContent;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.LayoutJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The organiser's layouts on a device. */
final class BadgeLayoutSyncTest {
    private static final BadgeLayoutSet OWN = new BadgeLayoutSet(
            "abc",
            List.of(new BadgeLayoutSet.Layout(
                    "a6",
                    Sample.GUEST.text(),
                    LayoutJson.write(BadgeLayouts.of(BadgeFormat.A6))
                            .replaceFirst("\"largest\" : 68.7", "\"largest\" : 30.0"))));

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<BadgeLayoutSet> printed = new ArrayList<>();

    @Test
    void isKeptAndPrintedByAfterARestartWithoutNetwork() {
        try (DeviceStore store = DeviceStore.open(folder, SampleEntries.epoch())) {
            BadgeLayoutSync sync = sync(store, new Reply.Answered<>(OWN));
            sync.begin();
            sync.ask();
            assertThat(printed).containsExactly(OWN);
        }
        printed.clear();

        try (DeviceStore store = DeviceStore.open(folder, SampleEntries.epoch())) {
            BadgeLayoutSync sync = sync(store, new Reply.Silent<>(NoAnswer.UNREACHABLE, Duration.ZERO));
            sync.begin();
            sync.ask();
            assertThat(printed).containsExactly(OWN);
            assertThat(asked).containsExactly("", "abc");
        }
    }

    @Test
    void isWhatBadgesOfItsCategoryAreSetBy() {
        BadgeRenderers renderers = new BadgeRenderers(FormatChoice.BY_PAPER);
        Badge badge = BadgeContent.of(Sample.sheet()).badge(Sample.badge(1, false));
        PrinterStatus printer = PrinterStatus.unknown("p", 0);
        double before = height(renderers, badge, printer);

        renderers.use(OWN);

        assertThat(height(renderers, badge, printer)).isLessThan(before);
    }

    private static double height(BadgeRenderers renderers, Badge badge, PrinterStatus printer) {
        return renderers.set(badge, Sample.GUEST, printer).fold(ready -> ready.capHeight(), refused -> 0.0);
    }

    private BadgeLayoutSync sync(DeviceStore store, Reply<BadgeLayoutSet> reply) {
        return new BadgeLayoutSync(
                new Now(),
                store.keepsakes(),
                (known, then) -> {
                    asked.add(known);
                    then.accept(reply);
                },
                printed::add);
    }

    private static final class Now implements SerialExecutor {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void after(Duration delay, Runnable task) {}
    }
}
