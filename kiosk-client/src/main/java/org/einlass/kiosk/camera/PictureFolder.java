package org.einlass.kiosk.camera;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures in a folder, each shown once in the order of their names: rehearsals, demos and tests without a
 * camera.
 */
public final class PictureFolder implements FrameSource {

    private static final System.Logger LOG = System.getLogger(PictureFolder.class.getName());

    private final String name;
    private final Deque<Path> files;

    /** The given pictures, in the given order. */
    public PictureFolder(String name, List<Path> files) {
        this.name = name;
        this.files = new ArrayDeque<>(files);
    }

    /**
     * All files of a folder by name; other folders in it are passed over.
     *
     * @throws IOException where the folder is missing or must not be read
     */
    public static PictureFolder of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new PictureFolder(
                    folder.toString(),
                    files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public State state() {
        synchronized (files) {
            return files.isEmpty() ? State.ENDED : State.LIVE;
        }
    }

    @Override
    public boolean waits() {
        return true;
    }

    /** The next picture at once; a file that is none is passed over. */
    @Override
    public Optional<CameraFrame> next(Duration patience) {
        Path file = poll();
        while (file != null) {
            try {
                return Optional.of(PictureFile.read(file));
            } catch (UnreadablePictureException unreadable) {
                LOG.log(Level.WARNING, "{0} is passed over: {1}", file, unreadable.reason());
                file = poll();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        synchronized (files) {
            files.clear();
        }
    }

    private @Nullable Path poll() {
        synchronized (files) {
            return files.poll();
        }
    }
}
