package org.einlass.kiosk.camera;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A camera that sends JPEG pictures in a stream, and comes back by itself after it was lost.
 *
 * <p>A thread of its own takes the pictures as they come and keeps the newest only, so a slow reader never
 * sees old ones. A stream that brings no picture for a while is broken off and opened anew; the first one may
 * take longer, as a camera's program has to start on a busy machine.
 */
public final class StreamCamera implements FrameSource {

    private static final System.Logger LOG = System.getLogger(StreamCamera.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofMillis(2_500));

    private final String name;
    private final VideoStream video;
    private final Patience patience;
    private final JpegLuminance decoder = new JpegLuminance();
    private final JpegGlance glance = new JpegGlance();
    private final Mailbox newest = new Mailbox();
    private final Pace pace = new Pace();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile State state = State.CONNECTING;
    private volatile long patienceEnds;

    /** How long the first picture of a stream may take, and each after it. */
    record Patience(Duration first, Duration next) {}

    StreamCamera(String name, VideoStream video, Patience patience) {
        this.name = name;
        this.video = video;
        this.patience = patience;
        waitFor(patience.first());
        start("einlass-camera-stream", this::receive);
        start("einlass-camera-watch", this::watch);
    }

    /** A network camera (MJPEG over HTTP); user and password may stand in the address. */
    public static StreamCamera overHttp(URI address) {
        return new StreamCamera(address.getHost() + address.getPath(), new HttpVideo(address), USUAL);
    }

    /**
     * A camera on this machine, through ffmpeg.
     *
     * @param device where it is, asked each time that it is opened: a file such as /dev/video0; empty where it is not
     *     there
     */
    public static StreamCamera ofDevice(String name, Supplier<Optional<Path>> device) {
        return new StreamCamera(name, ChildVideo.ofDevice(device), USUAL);
    }

    /** Any program that writes JPEG pictures to its standard output. */
    public static StreamCamera ofChild(String name, List<String> command) {
        return new StreamCamera(name, new ChildVideo(List.of(command)), USUAL);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Optional<Hindrance> hindrance() {
        return video.hindrance();
    }

    @Override
    public double picturesASecond() {
        return pace.aSecond(System.nanoTime());
    }

    @Override
    public Optional<CameraFrame> next(Duration patience) throws InterruptedException {
        return next(patience, false, seen -> true);
    }

    @Override
    public Optional<CameraFrame> next(Duration patience, Predicate<CameraFrame> isWanted) throws InterruptedException {
        return next(patience, true, isWanted);
    }

    private Optional<CameraFrame> next(Duration patience, boolean glances, Predicate<CameraFrame> isWanted)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<CameraFrame> frame = Optional.empty();
        while (frame.isEmpty() && state != State.ENDED) {
            byte[] jpeg = newest.take(end - System.nanoTime());
            if (jpeg == null) {
                return Optional.empty();
            }
            Optional<CameraFrame> small = glances ? glance.decode(name, jpeg) : Optional.empty();
            if (small.isPresent() && !isWanted.test(small.get())) {
                return Optional.empty();
            }
            frame = decoder.decode(name, jpeg);
        }
        return frame;
    }

    @Override
    public void close() {
        moveTo(State.ENDED);
        closed.countDown();
        video.abort();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void receive() {
        do {
            try (InputStream stream = opened()) {
                receive(new MjpegStream(stream));
            } catch (IOException | RuntimeException lost) {
                if (moveTo(State.LOST)) {
                    LOG.log(Level.WARNING, "camera {0} is lost and is looked for again", name);
                }
            }
        } while (!isClosedWithin(PAUSE));
    }

    private InputStream opened() throws IOException {
        waitFor(patience.first());
        return video.open();
    }

    private void waitFor(Duration time) {
        patienceEnds = System.nanoTime() + time.toNanos();
    }

    private void receive(MjpegStream pictures) throws IOException {
        while (closed.getCount() > 0) {
            var picture = pictures.next();
            waitFor(patience.next());
            if (moveTo(State.LIVE)) {
                LOG.log(Level.INFO, "camera {0} sends pictures", name);
            }
            pace.add(System.nanoTime());
            newest.put(picture);
        }
    }

    /** Whether the state has changed; a closed camera stays closed. */
    private synchronized boolean moveTo(State next) {
        boolean changes = state != next && state != State.ENDED;
        if (changes) {
            state = next;
        }
        return changes;
    }

    private void watch() {
        while (!isClosedWithin(PAUSE)) {
            if (System.nanoTime() - patienceEnds > 0) {
                waitFor(patience.first());
                video.abort();
            }
        }
        video.abort();
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** How many pictures have come within the last two seconds. */
    private static final class Pace {
        private static final long WINDOW = Duration.ofSeconds(2).toNanos();

        private final Deque<Long> times = new ArrayDeque<>();

        synchronized void add(long nanos) {
            forget(nanos);
            times.add(nanos);
        }

        synchronized double aSecond(long nanos) {
            forget(nanos);
            return times.size() * (double) TimeUnit.SECONDS.toNanos(1) / WINDOW;
        }

        private void forget(long nanos) {
            while (!times.isEmpty() && nanos - times.element() > WINDOW) {
                times.remove();
            }
        }
    }

    /** Holds the newest picture until it is taken; an older one is thrown away. */
    private static final class Mailbox {

        private byte @Nullable [] content;

        synchronized void put(byte[] picture) {
            content = picture;
            notifyAll();
        }

        synchronized byte @Nullable [] take(long nanos) throws InterruptedException {
            long end = System.nanoTime() + nanos;
            while (content == null) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return null;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            byte[] taken = content;
            content = null;
            return taken;
        }
    }
}
