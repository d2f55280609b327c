package org.einlass.kiosk.scanner;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CodeChoice;
import org.einlass.kiosk.camera.CodeRanking;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.FoundCode;
import org.einlass.kiosk.camera.FrameBudget;
import org.einlass.kiosk.camera.FrameSource;

/**
 * The camera as a scanner: every frame in which one code is meant gives a reading, as long as the code is in
 * view.
 *
 * <p>That one code in view is one scan is the gate's business, not the camera's.
 */
public final class CameraScanner implements Scanner {

    private static final System.Logger LOG = System.getLogger(CameraScanner.class.getName());
    private static final Duration UNHURRIED = Duration.ofSeconds(2);
    private static final Duration REHEARSAL = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** Between two frames while nothing moves: so soon at the latest a guest is noticed. */
    private static final Duration IDLE_PAUSE = Duration.ofMillis(80);

    private final FrameSource source;
    private final CodeRanking ranking;
    private final CameraObserver observer;
    private final Clock clock;
    private final CodeReader reader;
    private final ForeignTextDelay foreignTextDelay = new ForeignTextDelay();
    private volatile boolean closed;

    /**
     * A scanner over a camera; it closes the camera with itself.
     *
     * @param reader what reads the frames, of nobody else
     * @param ranking which of several codes is meant
     * @param observer hears of every frame, and when the camera sees nothing
     * @param clock for the time of readings
     */
    public CameraScanner(
            FrameSource source, CodeReader reader, CodeRanking ranking, CameraObserver observer, Clock clock) {
        this.source = source;
        this.reader = reader;
        this.ranking = ranking;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public void start(Consumer<Reading> listener) {
        Thread thread = new Thread(() -> watch(listener), "einlass-camera");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }

    private void watch(Consumer<Reading> listener) {
        reader.rehearse(REHEARSAL);
        FrameBudget frameBudget = new FrameBudget(System.nanoTime());
        CameraWatch cameraWatch = new CameraWatch(System.nanoTime());
        try {
            while (!closed && source.state() != FrameSource.State.ENDED) {
                Optional<CameraFrame> cameraFrame = frameBudget.isIdle(System.nanoTime())
                        ? source.next(PATIENCE, glance -> isWanted(glance, cameraWatch, frameBudget))
                        : source.next(PATIENCE);
                cameraFrame.ifPresent(seen -> cameraWatch.seen(seen, System.nanoTime()));
                if (!source.waits() && cameraWatch.look(System.nanoTime())) {
                    tell(cameraWatch);
                }
                cameraFrame.ifPresent(seen -> look(seen, !cameraWatch.isBlind(), frameBudget, listener));
                if (!source.waits() && frameBudget.isIdle(System.nanoTime())) {
                    TimeUnit.NANOSECONDS.sleep(IDLE_PAUSE.toNanos());
                }
            }
            if (!closed) {
                observer.ended();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A picture that looks covered when it is small is looked at whole before anybody is told. */
    private static boolean isWanted(CameraFrame glance, CameraWatch cameraWatch, FrameBudget frameBudget) {
        long now = System.nanoTime();
        boolean doubtful = !cameraWatch.isBlind() && CameraWatch.isCovered(glance);
        if (!doubtful) {
            cameraWatch.seen(glance, now);
        }
        return frameBudget.wants(glance, now) || doubtful;
    }

    private void tell(CameraWatch cameraWatch) {
        if (!cameraWatch.isBlind()) {
            observer.seesAgain();
            return;
        }
        boolean gone = source.state() != FrameSource.State.LIVE || !cameraWatch.picturesCome();
        observer.blind(gone ? whyGone(source) : CameraObserver.Fault.COVERED);
    }

    private static CameraObserver.Fault whyGone(FrameSource source) {
        FrameSource.Hindrance known = source.hindrance().orElse(null);
        if (known == null) {
            return CameraObserver.Fault.GONE;
        }
        return switch (known) {
            case IN_USE -> CameraObserver.Fault.IN_USE;
            case NO_PROGRAM -> CameraObserver.Fault.NO_PROGRAM;
            case LOCKED -> CameraObserver.Fault.LOCKED;
        };
    }

    private void look(CameraFrame cameraFrame, boolean shown, FrameBudget frameBudget, Consumer<Reading> listener) {
        long start = System.nanoTime();
        try {
            Optional<Duration> budget =
                    source.waits() ? Optional.of(UNHURRIED) : frameBudget.budget(cameraFrame, start);
            List<FoundCode> codes =
                    budget.map(most -> reader.read(cameraFrame, most)).orElse(List.of());
            frameBudget.spend(Duration.ofNanos(System.nanoTime() - start));
            if (!codes.isEmpty()) {
                frameBudget.found(start);
            }
            CodeChoice codeChoice = CodeChoice.of(codes, ranking);
            if (shown) {
                observer.sees(new CameraView(cameraFrame, codes, codeChoice));
            }
            codeChoice
                    .meant()
                    .filter(meant -> source.waits() || foreignTextDelay.isDue(meant.text(), ranking, start))
                    .map(meant -> reading(meant, codes))
                    .ifPresent(listener);
        } catch (RuntimeException broken) {
            // The camera must go on whatever a picture or a listener does; a code's text must not reach the
            // log.
            LOG.log(Level.ERROR, "a frame was lost: " + broken.getClass().getName());
        }
    }

    private Reading reading(FoundCode meant, List<FoundCode> codes) {
        List<String> beside = codes.stream()
                .map(FoundCode::text)
                .filter(text -> !text.equals(meant.text()))
                .distinct()
                .toList();
        return new Reading(List.of(meant.text()), clock.instant(), Reading.Source.CAMERA, Reading.End.WHOLE, beside);
    }
}
