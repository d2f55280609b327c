package org.einlass.kiosk.camera;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A camera read by a program of its own that writes JPEG pictures to its standard output.
 *
 * <p>Several commands are tried in turns, as cameras differ in what they can send.
 */
final class ChildVideo implements VideoStream {

    private final List<List<String>> commands;
    private int attempts;
    private volatile @Nullable Process child;

    ChildVideo(List<List<String>> commands) {
        this.commands = List.copyOf(commands);
    }

    /**
     * A camera on this machine by ffmpeg: its own JPEG pictures where it makes them, else whatever ffmpeg
     * gets.
     */
    static ChildVideo ofDevice(String device) {
        String common = "ffmpeg -nostdin -hide_banner -loglevel error -f v4l2";
        String size = "-framerate 30 -video_size 1280x720";
        return new ChildVideo(List.of(
                command(common + " -input_format mjpeg " + size, device, "-c:v copy"),
                command(common + " " + size, device, "-q:v 4"),
                command(common, device, "-q:v 4")));
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
        List<String> command = commands.get(attempts++ % commands.size());
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        child = started;
        return started.getInputStream();
    }

    @Override
    public void abort() {
        Process running = child;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
