package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras as Linux lists them. */
final class LocalCamerasTest {
    @TempDir
    private Path system;

    @Test
    void aCameraIsFoundByItsNameOrWordsOfItWhateverItsNumber() throws Exception {
        device("video10", "Integrated Camera: Integrated C", "0");
        device("video2", "HD Pro Webcam C920", "0");
        device("video3", "HD Pro Webcam C920", "1");
        LocalCameras cameras = new LocalCameras(system);

        assertThat(cameras.names()).containsExactly("HD Pro Webcam C920", "Integrated Camera: Integrated C");
        assertThat(cameras.named("hd pro webcam c920")).contains(Path.of("/dev/video2"));
        assertThat(cameras.named("Integrated")).contains(Path.of("/dev/video10"));
        assertThat(cameras.named("Brio")).isEmpty();
    }

    @Test
    void aWholeNameGoesBeforeWordsOfAnother() throws Exception {
        device("video0", "Camera Pro", "0");
        device("video1", "Camera", "0");

        assertThat(new LocalCameras(system).named("camera")).contains(Path.of("/dev/video1"));
    }

    @Test
    void whereTheSystemListsNoneThereIsNone() {
        assertThat(new LocalCameras(system.resolve("none")).names()).isEmpty();
    }

    @Test
    void aNameIsNeeded() {
        assertThat(new CameraAddress("camera:C920").isDevice()).isTrue();
        assertThat(new CameraAddress("camera:No such camera at all").isThere()).isFalse();
        assertThatThrownBy(() -> new CameraAddress("camera: ")).isInstanceOf(IllegalArgumentException.class);
    }

    private void device(String number, String name, String index) throws IOException {
        Path device = Files.createDirectory(system.resolve(number));
        Files.writeString(device.resolve("name"), name + "\n");
        Files.writeString(device.resolve("index"), index + "\n");
    }
}
