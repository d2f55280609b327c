package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.AbstractButton;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.scanner.KeyboardScanner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A long day at the window: scenes, pictures, signs, panels and scanners' keys, over and over; afterwards it holds no more
 * than before. {@code -Deinlass.soak=50000} makes it the long one.
 */
@Tag("window")
@CacioTest
class WindowSoakTest {
    private static final int EVENTS = Integer.getInteger("einlass.soak", 2_000);
    private static final long GROWTH = 3_000_000;
    private static final List<DeviceFault> FAULTS = List.of(DeviceFault.values());

    private final List<WeakReference<Component>> panels = new ArrayList<>();
    private final AtomicLong read = new AtomicLong();
    private int keys;

    @Test
    void aLongDayLeaksNoMemoryNoThreadsAndNoTimers() {
        try (SampleWindow shown = new SampleWindow(SampleScenes.TITLE, Language.GERMAN, new Dimension(400, 300));
                KeyboardScanner scanner = new KeyboardScanner(Clock.systemUTC())) {
            scanner.start(reading -> read.incrementAndGet());
            List<Scene> scenes = List.copyOf(SampleScenes.all().values());
            events(shown, scenes, EVENTS / 4);
            long before = used();
            int threads = Thread.activeCount();

            events(shown, scenes, EVENTS);

            assertThat(used() - before).as("bytes more").isLessThan(GROWTH);
            assertThat(Thread.activeCount()).as("threads").isLessThanOrEqualTo(threads + 1);
            assertThat(panels.stream().filter(panel -> panel.get() != null).count())
                    .as("panels that are still held of " + panels.size())
                    .isLessThanOrEqualTo(2);
            assertThat(shown.alarm.next().stream().count()).as("timers").isLessThanOrEqualTo(1);
            assertThat(read).hasPositiveValue();
        }
    }

    private void events(SampleWindow shown, List<Scene> scenes, int many) {
        for (int event = 0; event < many; event++) {
            Scene scene = scenes.get(event % scenes.size());
            switch (event % 8) {
                case 0, 1, 2 -> shown.window.show(scene, scene.isGuests() ? SampleEntries.id() : null);
                case 3 -> shown.window.showFrame(CameraPicture.of(160, 90), null);
                case 4 -> shown.window.showFaults(FAULTS.subList(event % 5, event % 5 + 1));
                case 5 -> {
                    if (event % 64 == 5) {
                        panel(shown, event);
                    }
                }
                case 6 -> shown.window.showTitle(Wording.same("Kongress " + event % 3));
                default -> key(shown);
            }
            if (event % 20 == 0) {
                shown.spoken();
            }
        }
        shown.window.show(new Scene.Idle());
        shown.spoken();
    }

    /** The form of a guest without a ticket, half typed, and away again. */
    private void panel(SampleWindow shown, int event) {
        shown.window.offerBookingNumbers(event % 2 == 0);
        shown.window.show(new Scene.Idle());
        shown.spoken();
        shown.click("aid.help");
        EventThread.call(() -> {
            panels.add(new WeakReference<>(shown.window.frame().getGlassPane()));
            press(shown, "help.NO_TICKET");
            panels.add(new WeakReference<>(shown.window.frame().getGlassPane()));
            press(shown, "booking.key.M");
            press(shown, "panel.close");
            return null;
        });
    }

    private static void press(SampleWindow shown, String name) {
        SampleWindow.all(shown.window.frame().getRootPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .ifPresent(part -> ((AbstractButton) part).doClick(0));
    }

    /** A key of a scanner; each tenth ends a code. */
    private void key(SampleWindow shown) {
        keys++;
        boolean end = keys % 10 == 0;
        char sign = end ? '\n' : (char) ('A' + keys % 20);
        int code = end ? KeyEvent.VK_ENTER : sign;
        long when = 5L * keys;
        EventThread.call(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            Component to = owner == null ? shown.window.frame() : owner;
            to.dispatchEvent(new KeyEvent(to, KeyEvent.KEY_PRESSED, when, 0, code, sign));
            to.dispatchEvent(new KeyEvent(to, KeyEvent.KEY_TYPED, when, 0, KeyEvent.VK_UNDEFINED, sign));
            to.dispatchEvent(new KeyEvent(to, KeyEvent.KEY_RELEASED, when + 1, 0, code, sign));
            return null;
        });
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int turn = 0; turn < 6; turn++) {
            System.gc();
            EventThread.call(() -> null);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
