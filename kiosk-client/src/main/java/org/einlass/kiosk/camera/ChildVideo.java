package org.einlass.kiosk.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A camera read by a program of its own that writes JPEG pictures to its standard output.
 *
 * <p>Several commands are tried in turns, as cameras differ in what they can send.
 */
final class ChildVideo implements VideoStream {

    private static final System.Logger LOG = System.getLogger(ChildVideo.class.getName());

    /** What Linux calls a camera that another program has opened (EBUSY). */
    private static final String BUSY = "resource busy";

    private final Commands commands;
    private int attempts;
    private volatile @Nullable Process child;
    private volatile FrameSource.@Nullable Hindrance hindrance;

    /** What may be run now; asked anew for each stream. */
    @FunctionalInterface
    interface Commands {
        /**
         * The commands to try in turns.
         *
         * @throws IOException where the camera is not there
         */
        List<List<String>> now() throws IOException;
    }

    ChildVideo(List<List<String>> commands) {
        this(() -> commands);
    }

    private ChildVideo(Commands commands) {
        this.commands = commands;
    }

    /**
     * A camera on this machine by ffmpeg: its own JPEG pictures where it makes them, else whatever ffmpeg
     * gets.
     */
    static ChildVideo ofDevice(Supplier<Optional<Path>> device) {
        return new ChildVideo(() -> commands(device.get()
                .orElseThrow(() -> new IOException("the camera is not there"))
                .toString()));
    }

    private static List<List<String>> commands(String device) {
        String common = "ffmpeg -nostdin -hide_banner -loglevel error -f v4l2";
        String size = "-framerate 30 -video_size 1280x720";
        return List.of(
                command(common + " -input_format mjpeg " + size, device, "-c:v copy"),
                command(common + " " + size, device, "-q:v 4"),
                command(common, device, "-q:v 4"));
    }

    private static List<String> command(String input, String device, String quality) {
        List<String> words = new ArrayList<>(List.of(input.split(" ", -1)));
        words.addAll(List.of("-i", device));
        words.addAll(List.of((quality + " -f mpjpeg pipe:1").split(" ", -1)));
        return words;
    }

    @Override
    public InputStream open() throws IOException {
        abort();
        List<List<String>> all = commands.now();
        List<String> command = all.get(attempts++ % all.size());
        Process started = start(command);
        child = started;
        Thread listener = new Thread(() -> hear(started), "einlass-camera-says");
        listener.setDaemon(true);
        listener.start();
        return started.getInputStream();
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException missing) {
            hindrance = FrameSource.Hindrance.NO_PROGRAM;
            throw missing;
        }
    }

    /** The program says why it gets no picture; all of it has to be read, or the program would wait. */
    private void hear(Process started) {
        FrameSource.Hindrance heard = null;
        try (BufferedReader words = started.errorReader(StandardCharsets.US_ASCII)) {
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                heard = line.contains(BUSY) ? FrameSource.Hindrance.IN_USE : heard;
            }
        } catch (IOException ended) {
            LOG.log(Level.DEBUG, "the camera's program was ended", ended);
        }
        hindrance = heard;
    }

    @Override
    public Optional<FrameSource.Hindrance> hindrance() {
        return Optional.ofNullable(hindrance);
    }

    @Override
    public void abort() {
        Process running = child;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
