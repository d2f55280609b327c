package org.einlass.kiosk;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.einlass.contract.code.Code;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.FrameSource;
import org.einlass.kiosk.scanner.CameraScanner;
import org.einlass.kiosk.scanner.CameraView;
import org.einlass.kiosk.scanner.KeyboardScanner;
import org.einlass.kiosk.scanner.Reading;
import org.einlass.kiosk.scanner.Scanner;
import org.jspecify.annotations.Nullable;

/** All that reads codes at a kiosk with a window: scanners that type, and a camera or pictures where there are some. */
final class CodeScanners implements AutoCloseable {
    private final List<Scanner> scanners = new ArrayList<>();

    /** Who is told what the scanners see. */
    interface Attendant {

        /** A code is in view. */
        void reads(String text);

        /** A guest out of a folder of pictures shows a code; returns when that guest has gone. */
        void reads(Reading ofPicture);

        /** The camera sees this. */
        void sees(CameraView cameraView);
    }

    /**
     * Starts them.
     *
     * @throws SettingsException where the camera's address is malformed, or a folder of pictures cannot be read
     */
    static CodeScanners start(@Nullable CameraAddress address, Attendant attendant) {
        CodeScanners all = new CodeScanners();
        if (address != null) {
            FrameSource source = open(address);
            Consumer<Reading> hears = source.waits() ? attendant::reads : reading -> attendant.reads(reading.text());
            all.start(new CameraScanner(source, new TicketFirstRanking(), attendant::sees, Clock.systemUTC()), hears);
        }
        KeyboardScanner keyboard =
                new KeyboardScanner(Clock.systemUTC(), text -> Code.parse(text).isPresent());
        all.start(keyboard, reading -> attendant.reads(reading.text()));
        return all;
    }

    private void start(Scanner scanner, Consumer<Reading> listener) {
        scanners.add(scanner);
        scanner.start(listener);
    }

    private static FrameSource open(CameraAddress address) {
        try {
            return address.open();
        } catch (IOException | IllegalArgumentException unusable) {
            throw SettingsException.of("scan", address.text());
        }
    }

    @Override
    public void close() {
        scanners.forEach(Scanner::close);
    }
}
