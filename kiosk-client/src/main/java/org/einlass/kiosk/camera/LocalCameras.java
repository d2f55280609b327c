package org.einlass.kiosk.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cameras of this machine by the names that Linux gives them ({@code /sys/class/video4linux}): a number such as
 * {@code /dev/video0} may be another camera's after a start or when a cable was pulled. Elsewhere there are none.
 */
public final class LocalCameras {
    private static final Path LINUX = Path.of("/sys/class/video4linux");
    private static final String PREFIX = "video";

    /** Of a camera's several devices the first sends pictures, the others say how they were made. */
    private static final String FIRST = "0";

    private final Path folder;

    /** A camera that is there now. */
    private record Camera(String name, int number) {
        Path device() {
            return Path.of("/dev", PREFIX + number);
        }
    }

    LocalCameras(Path folder) {
        this.folder = folder;
    }

    /** Those of this machine, as they are at each question. */
    public static LocalCameras ofThisMachine() {
        return new LocalCameras(LINUX);
    }

    /** What the system calls each, in the order of their numbers. */
    public List<String> names() {
        return all().stream().map(Camera::name).toList();
    }

    /** The device of the camera that is called so, or whose name has these words; small letters and capitals alike. */
    public Optional<Path> named(String wanted) {
        String words = wanted.toLowerCase(Locale.ROOT);
        List<Camera> all = all();
        return Stream.concat(
                        all.stream().filter(camera -> camera.name().equalsIgnoreCase(wanted)),
                        all.stream()
                                .filter(camera ->
                                        camera.name().toLowerCase(Locale.ROOT).contains(words)))
                .findFirst()
                .map(Camera::device);
    }

    private List<Camera> all() {
        try (Stream<Path> devices = Files.list(folder)) {
            return devices.filter(device -> device.getFileName().toString().matches(PREFIX + "\\d{1,4}"))
                    .filter(device ->
                            read(device.resolve("index")).orElse(FIRST).equals(FIRST))
                    .flatMap(device ->
                            read(device.resolve("name")).map(name -> new Camera(name, number(device))).stream())
                    .sorted(Comparator.comparingInt(Camera::number))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static int number(Path device) {
        return Integer.parseInt(device.getFileName().toString().substring(PREFIX.length()));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
