package org.einlass.kiosk.camera;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a device's settings name as its camera: a network address, a camera of this machine by its name
 * ({@code camera:NAME}, see {@link LocalCameras}) or as a device, a folder or a picture.
 */
public record CameraAddress(String text) {

    private static final String DEVICES = "/dev/";
    private static final String NAMED = "camera:";

    /** @throws IllegalArgumentException where a camera is to be found by no name */
    public CameraAddress {
        if (text.startsWith(NAMED) && text.substring(NAMED.length()).isBlank()) {
            throw new IllegalArgumentException("A camera's name stands behind " + NAMED);
        }
    }

    /** Whether it is a camera of this machine. */
    public boolean isDevice() {
        return text.startsWith(DEVICES) || text.startsWith(NAMED);
    }

    /** Whether a camera of this machine is there, whoever uses it; others are known when they are asked for pictures. */
    public boolean isThere() {
        return !isDevice() || device().filter(Files::exists).isPresent();
    }

    /** Where a camera of this machine is now; a name may be at another number after its cable was pulled. */
    private Optional<Path> device() {
        return text.startsWith(NAMED)
                ? LocalCameras.ofThisMachine()
                        .named(text.substring(NAMED.length()).strip())
                : Optional.of(Path.of(text));
    }

    /** For people: without user name, password and what follows a question mark. */
    public String name() {
        return text.replaceFirst("//[^/@]*@", "//").replaceFirst("\\?.*", "");
    }

    /**
     * The source behind the address. Cameras need not be there yet; folders must.
     *
     * @throws IOException where the folder cannot be read; the message is a path
     * @throws IllegalArgumentException where a network address is malformed
     */
    public FrameSource open() throws IOException {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return StreamCamera.overHttp(URI.create(text));
        }
        if (isDevice()) {
            return StreamCamera.ofDevice(text, this::device);
        }
        Path path = Path.of(text);
        return Files.isRegularFile(path) ? new PictureFolder(text, List.of(path)) : PictureFolder.of(path);
    }
}
