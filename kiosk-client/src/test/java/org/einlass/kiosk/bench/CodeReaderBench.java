package org.einlass.kiosk.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CascadeStage;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.Damage;
import org.einlass.kiosk.camera.DamagedPicture;
import org.einlass.kiosk.camera.EmptyPicture;
import org.einlass.kiosk.camera.FoundCode;
import org.einlass.kiosk.camera.PlainZxing;

/**
 * How many damaged pictures the cascade reads against plain ZXing, kind by kind, and what a frame of 1280x720
 * costs.
 *
 * <p>All on held-out seeds, in one thread. The budget counts the thread's processor time, so that neighbours
 * on a busy machine do not shorten it; processor and wall time are both printed.
 */
public final class CodeReaderBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<Damage> KINDS = List.of(Damage.values());
    private static final List<EmptyPicture> EMPTY_KINDS = List.of(EmptyPicture.values());
    private static final long FIRST = DamagedPicture.HELD_OUT + 1_000;
    private static final int WARM_UP = 60;
    private static final int EMPTY_PICTURES = 500;

    private final CodeReader reader = new CodeReader(CodeReader.BUDGET, THREADS::getCurrentThreadCpuTime);
    private final Times damaged = new Times();
    private final Map<CascadeStage, Integer> stages = new EnumMap<>(CascadeStage.class);
    private int wrong;
    private int plainTotal;
    private int oursTotal;

    private CodeReaderBench() {}

    /** Prints one table; the argument says how many pictures a kind. */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        new CodeReaderBench().run(seeds);
    }

    private void run(int seeds) {
        for (int i = 0; i < WARM_UP; i++) {
            Damage damage = KINDS.get(i % KINDS.size());
            reader.read(DamagedPicture.of(damage, i).frame());
        }
        say("%-14s %9s %9s %6s  of %d each, held-out seeds from %d", "kind", "plain", "ours", "wrong", seeds, FIRST);
        for (Damage damage : KINDS) {
            judge(damage, seeds);
        }
        int pictures = seeds * KINDS.size();
        say(
                "%-14s %8.1f%% %8.1f%% %6d  %.2f times plain ZXing",
                "all",
                100.0 * plainTotal / pictures,
                100.0 * oursTotal / pictures,
                wrong,
                (double) oursTotal / plainTotal);
        say("read by stage: %s", stages);
        damaged.print("damaged");
        judgeEmpty();
    }

    private void judge(Damage damage, int seeds) {
        int plain = 0;
        int ours = 0;
        int wrongBefore = wrong;
        for (long seed = FIRST; seed < FIRST + seeds; seed++) {
            DamagedPicture picture = DamagedPicture.of(damage, seed);
            plain += PlainZxing.read(picture.frame())
                            .filter(picture.text()::equals)
                            .isPresent()
                    ? 1
                    : 0;
            List<FoundCode> codes = damaged.read(reader, picture.frame());
            ours += codes.stream().anyMatch(code -> code.text().equals(picture.text())) ? 1 : 0;
            wrong += (int) codes.stream()
                    .filter(code -> !code.text().equals(picture.text()))
                    .count();
            codes.forEach(code -> stages.merge(code.stage(), 1, Integer::sum));
        }
        plainTotal += plain;
        oursTotal += ours;
        say("%-14s %9d %9d %6d", damage, plain, ours, wrong - wrongBefore);
    }

    private void judgeEmpty() {
        Times empty = new Times();
        int misread = 0;
        for (int i = 0; i < EMPTY_PICTURES; i++) {
            EmptyPicture kind = EMPTY_KINDS.get(i % EMPTY_KINDS.size());
            misread += empty.read(reader, kind.picture(FIRST + i)).size();
        }
        say("%d pictures without a code: %d misread", EMPTY_PICTURES, misread);
        empty.print("empty");
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** What frames cost, in processor and wall time. */
    private static final class Times {

        private double[] processor = new double[0];
        private double[] wall = new double[0];

        List<FoundCode> read(CodeReader reader, CameraFrame cameraFrame) {
            long wallStart = System.nanoTime();
            long processorStart = THREADS.getCurrentThreadCpuTime();
            List<FoundCode> codes = reader.read(cameraFrame);
            processor = appended(processor, THREADS.getCurrentThreadCpuTime() - processorStart);
            wall = appended(wall, System.nanoTime() - wallStart);
            return codes;
        }

        void print(String kind) {
            print(kind + ", processor ms", processor);
            print(kind + ", wall ms", wall);
        }

        private static void print(String name, double[] times) {
            Arrays.sort(times);
            int last = times.length - 1;
            say(
                    "%-24s median %.1f  p90 %.1f  p99 %.1f  max %.1f",
                    name, times[last / 2], times[last * 90 / 100], times[last * 99 / 100], times[last]);
        }

        private static double[] appended(double[] list, long nanos) {
            double[] longer = Arrays.copyOf(list, list.length + 1);
            longer[list.length] = nanos / 1e6;
            return longer;
        }
    }
}
