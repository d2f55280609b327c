package org.einlass.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.PictureFolder;
import org.einlass.kiosk.camera.Symbology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraScannerTest {
    @TempDir
    private Path folder;

    @Test
    void tellsThatTheLastPictureOfAFolderIsDoneWith() throws Exception {
        for (String name : List.of("1.png", "2.png")) {
            ImageIO.write(
                    new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY),
                    "png",
                    folder.resolve(name).toFile());
        }
        Files.writeString(folder.resolve("3.png"), "no picture");
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        CameraObserver observer = new CameraObserver() {
            @Override
            public void sees(CameraView cameraView) {
                heard.add("picture");
            }

            @Override
            public void ended() {
                heard.add("ended");
            }
        };

        try (CameraScanner scanner = new CameraScanner(
                PictureFolder.of(folder),
                new CodeReader(Set.of(Symbology.QR)),
                text -> 0,
                observer,
                Clock.systemUTC())) {
            scanner.start(reading -> {});

            for (String next : List.of("picture", "picture", "ended")) {
                assertThat(heard.poll(2, TimeUnit.MINUTES)).isEqualTo(next);
            }
        }
    }
}
