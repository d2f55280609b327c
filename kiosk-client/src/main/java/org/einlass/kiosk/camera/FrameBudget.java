package org.einlass.kiosk.camera;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How hard to look at a frame: with all means while something moves before the camera, now and then while
 * nothing does.
 *
 * <p>A camera that stares at an empty hall must not heat the kiosk. So effort is paid from an account that
 * grows with time: fast for some seconds after a change in the picture, slowly otherwise. One thread.
 */
public final class FrameBudget {

    private static final int COLUMNS = 64;
    private static final int ROWS = 36;
    private static final int DIFFERENCE = 12;
    private static final int CHANGED_CELLS = COLUMNS * ROWS / 100;
    private static final long ALERT_NANOS = Duration.ofSeconds(4).toNanos();
    private static final double ALERT_SHARE = 0.9;
    private static final double IDLE_SHARE = 0.02;

    /** While a code lies still in view, it is read so often that nobody takes it for gone. */
    private static final double CODE_SHARE = 0.08;

    /** So often at least a frame is wanted whole, for the screen. */
    private static final long WHOLE_NANOS = Duration.ofSeconds(1).toNanos();

    private final int[] before = new int[COLUMNS * ROWS];
    private final int[] glanced = new int[COLUMNS * ROWS];
    private boolean hasGlanced;
    private long lastChange;
    private long lastCode;
    private boolean codeSeen;
    private long lastTime;
    private double account;

    /** Starts alert. */
    public FrameBudget(long nanos) {
        Arrays.fill(before, -1_000);
        lastTime = nanos;
        lastChange = nanos;
        account = CodeReader.BUDGET.toNanos();
    }

    /**
     * What a frame may cost: all of the budget, or nothing but the plain stage; empty where nothing moves, no
     * code is in view, and the frame need not be read.
     */
    public Optional<Duration> budget(CameraFrame cameraFrame, long nanos) {
        if (hasChanged(cameraFrame, before)) {
            lastChange = nanos;
        }
        long full = CodeReader.BUDGET.toNanos();
        account = accountAt(nanos);
        lastTime = nanos;
        hasGlanced &= isIdle(nanos);
        if (account >= full) {
            return Optional.of(CodeReader.BUDGET);
        }
        return isIdle(nanos) && !isCodeInView(nanos) ? Optional.empty() : Optional.of(Duration.ZERO);
    }

    private double accountAt(long nanos) {
        double share = isIdle(nanos) ? (isCodeInView(nanos) ? CODE_SHARE : IDLE_SHARE) : ALERT_SHARE;
        return Math.min((double) CodeReader.BUDGET.toNanos(), account + share * (nanos - lastTime));
    }

    /**
     * Whether a frame of which there is a much smaller picture is to be looked at whole: something has moved since the last
     * glance, a code is in view, or it is time again. A glance is compared with glances only.
     */
    public boolean wants(CameraFrame glance, long nanos) {
        boolean moved = hasChanged(glance, glanced) && hasGlanced;
        hasGlanced = true;
        if (moved) {
            lastChange = nanos;
        }
        return moved
                || isCodeInView(nanos)
                || nanos - lastTime >= WHOLE_NANOS
                || accountAt(nanos) >= CodeReader.BUDGET.toNanos();
    }

    /** Whether nothing has moved for some seconds. */
    public boolean isIdle(long nanos) {
        return nanos - lastChange >= ALERT_NANOS;
    }

    /** A code was read. */
    public void found(long nanos) {
        lastCode = nanos;
        codeSeen = true;
    }

    private boolean isCodeInView(long nanos) {
        return codeSeen && nanos - lastCode < ALERT_NANOS;
    }

    /** What the frame did cost. */
    public void spend(Duration cost) {
        account -= cost.toNanos();
    }

    private static boolean hasChanged(CameraFrame cameraFrame, int[] before) {
        int changed = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int cell = row * COLUMNS + column;
                int mean = mean(cameraFrame, column, row);
                if (Math.abs(mean - before[cell]) > DIFFERENCE) {
                    changed++;
                }
                before[cell] = mean;
            }
        }
        return changed > CHANGED_CELLS;
    }

    /** Mean of sixteen pixels spread over a cell. */
    private static int mean(CameraFrame cameraFrame, int column, int row) {
        int sum = 0;
        for (int i = 0; i < 16; i++) {
            int x = (4 * column + i % 4) * cameraFrame.width() / (4 * COLUMNS);
            int y = (4 * row + i / 4) * cameraFrame.height() / (4 * ROWS);
            sum += cameraFrame.luminance()[y * cameraFrame.width() + x] & 0xFF;
        }
        return sum / 16;
    }
}
