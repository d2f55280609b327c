package org.einlass.kiosk;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.FrameSource;
import org.einlass.kiosk.camera.Symbology;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.scanner.CameraObserver;
import org.einlass.kiosk.scanner.CameraScanner;
import org.einlass.kiosk.scanner.KeyboardScanner;
import org.einlass.kiosk.scanner.Reading;
import org.einlass.kiosk.scanner.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * All that reads codes at a kiosk with a window: scanners that type, and a camera or pictures where there are
 * some.
 */
final class CodeScanners implements AutoCloseable {
    private final List<Scanner> scanners = new ArrayList<>();
    private @Nullable FrameSource camera;

    /** Who is told what the scanners see. */
    interface Attendant extends CameraObserver {

        /** A code is in view. */
        void reads(GateReading reading);

        /** A guest out of a folder of pictures shows a code; returns when that guest has gone. */
        void readsPicture(GateReading reading);

        /** Whether a text leads to somebody on the roster. */
        boolean knows(String text);
    }

    /**
     * Starts them.
     *
     * @param kinds of codes that the camera reads; scanners that type read what they are set to
     * @throws SettingsException where the camera's address is malformed, or a folder of pictures cannot be
     *     read
     */
    static CodeScanners start(@Nullable CameraAddress address, Set<Symbology> kinds, Attendant attendant) {
        CodeScanners all = new CodeScanners();
        if (address != null) {
            FrameSource source = open(address);
            all.camera = source;
            Consumer<GateReading> hears = source.waits() ? attendant::readsPicture : attendant::reads;
            TicketFirstRanking ranking = new TicketFirstRanking(attendant::knows);
            all.start(new CameraScanner(source, new CodeReader(kinds), ranking, attendant, Clock.systemUTC()), hears);
        }
        all.start(new KeyboardScanner(Clock.systemUTC()), attendant::reads);
        return all;
    }

    /** How many pictures the camera sends; 0 without a camera. */
    double picturesASecond() {
        FrameSource source = camera;
        return source == null ? 0 : source.picturesASecond();
    }

    /** What the gate is to decide about. */
    static GateReading reading(Reading reading) {
        GateReading.Flaw flaw = switch (reading.end()) {
            case WHOLE -> GateReading.Flaw.NONE;
            case NO_LINE_END -> GateReading.Flaw.NO_LINE_END;
            case UNSURE -> GateReading.Flaw.PIECE;
        };
        return new GateReading(reading.texts(), flaw, reading.beside());
    }

    private void start(Scanner scanner, Consumer<GateReading> listener) {
        scanners.add(scanner);
        scanner.start(reading -> listener.accept(reading(reading)));
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
