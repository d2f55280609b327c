package org.einlass.kiosk;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.FoundCode;
import org.einlass.kiosk.camera.FrameSource;
import org.einlass.kiosk.scan.CameraScanner;
import org.einlass.kiosk.scan.Scanner;
import org.einlass.kiosk.scan.Sight;
import org.einlass.kiosk.screen.KioskWindow;
import org.jspecify.annotations.Nullable;

/** The camera of a kiosk with a window: what it sees is on the screen, what it reads goes to the gate. */
final class CodeScanners implements AutoCloseable {
    private final @Nullable Scanner camera;

    private CodeScanners(@Nullable Scanner camera) {
        this.camera = camera;
    }

    /** @throws SettingsException where the camera's address is malformed, or a folder of pictures cannot be read */
    static CodeScanners start(@Nullable CameraAddress address, KioskWindow window, Consumer<String> gate) {
        if (address == null) {
            return new CodeScanners(null);
        }
        Scanner camera =
                new CameraScanner(open(address), new OursFirst(), sight -> show(sight, window), Clock.systemUTC());
        camera.start(reading -> gate.accept(reading.text()));
        return new CodeScanners(camera);
    }

    private static FrameSource open(CameraAddress address) {
        try {
            return address.open();
        } catch (IOException | IllegalArgumentException unusable) {
            throw SettingsException.of("scan", address.text());
        }
    }

    private static void show(Sight sight, KioskWindow window) {
        window.showFrame(
                sight.frame().image(),
                sight.choice().meant().map(FoundCode::corners).orElse(null));
    }

    @Override
    public void close() {
        if (camera != null) {
            camera.close();
        }
    }
}
