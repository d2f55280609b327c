package org.einlass.kiosk.camera;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a device's settings name as its camera: a network address, a device of this machine, a folder or a
 * picture.
 */
public record CameraAddress(String text) {

    private static final String DEVICES = "/dev/";

    /** Whether it is a camera of this machine. */
    public boolean isDevice() {
        return text.startsWith(DEVICES);
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
        if (text.startsWith(DEVICES)) {
            return StreamCamera.ofDevice(text);
        }
        Path path = Path.of(text);
        return Files.isRegularFile(path) ? new PictureFolder(text, List.of(path)) : PictureFolder.of(path);
    }
}
