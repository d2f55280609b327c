package org.einlass.kiosk.camera;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Reads the codes of a frame within a time budget, cheapest way first: QR codes, and other kinds where they are asked for.
 *
 * <p>Keeps its working planes from frame to frame, so each thread needs a reader of its own.
 */
public final class CodeReader {

    /** What one frame may cost, so that a queue of frames never builds up. */
    public static final Duration BUDGET = Duration.ofMillis(60);

    /** So often at least, however little a busy machine gets done in a time. */
    private static final int FEWEST_REHEARSALS = 8;

    private final Duration budget;
    private final LongSupplier nanos;
    private final Cascade cascade;

    /** A reader with the usual budget by the wall clock. */
    public CodeReader() {
        this(BUDGET, System::nanoTime);
    }

    /** A reader of these kinds of codes, with the usual budget by the wall clock. */
    public CodeReader(Set<Symbology> kinds) {
        this(BUDGET, System::nanoTime, kinds);
    }

    /**
     * A reader with a budget of its own.
     *
     * @param nanos the clock the budget is counted by, in nanoseconds
     */
    public CodeReader(Duration budget, LongSupplier nanos) {
        this(budget, nanos, Set.of(Symbology.QR));
    }

    CodeReader(Duration budget, LongSupplier nanos, Set<Symbology> kinds) {
        this.budget = budget;
        this.nanos = nanos;
        this.cascade = new Cascade(Symbology.others(kinds));
    }

    /**
     * Reads an invented picture again and again, at least for so long; to be called before the first guest
     * comes.
     */
    public void rehearse(Duration time) {
        Deadline end = Deadline.in(time, System::nanoTime);
        CameraFrame cameraFrame = DecoderWarmUp.frame();
        for (int read = 0; read < FEWEST_REHEARSALS || !end.expired(); read++) {
            cascade.read(cameraFrame, Deadline.in(time, System::nanoTime));
        }
    }

    /**
     * All codes that were found in time, each text and place once; empty where none was. Never throws for a
     * picture.
     */
    public List<FoundCode> read(CameraFrame cameraFrame) {
        return read(cameraFrame, budget);
    }

    /** As {@link #read(CameraFrame)} within another budget; with none at all only the plain stage looks. */
    public List<FoundCode> read(CameraFrame cameraFrame, Duration budgetOfFrame) {
        return cascade.read(cameraFrame, Deadline.in(budgetOfFrame, nanos));
    }
}
