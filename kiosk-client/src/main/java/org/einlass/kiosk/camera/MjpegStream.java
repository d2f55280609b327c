package org.einlass.kiosk.camera;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * JPEG pictures one after the other out of a stream, whatever stands between them.
 *
 * <p>Cameras get boundaries and lengths wrong, so neither is believed: a picture is found by its own markers
 * (ITU-T T.81, annex B), from start of image to end of image. A picture that is cut off ends where the next
 * one starts; one that grows too big is dropped. Not thread-safe.
 */
final class MjpegStream {

    private static final int BIGGEST = 16 << 20;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int CUT_OFF = -1;

    private final InputStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] picture = new byte[1 << 17];
    private int length;

    MjpegStream(InputStream stream) {
        this.stream = stream;
    }

    /**
     * The next whole picture; waits for it.
     *
     * @throws EOFException at the end of the stream
     */
    byte[] next() throws IOException {
        findStart();
        while (true) {
            int end = readPicture();
            if (end == END_OF_IMAGE) {
                return Arrays.copyOf(picture, length);
            }
            if (end != START_OF_IMAGE) {
                findStart();
            }
        }
    }

    private void findStart() throws IOException {
        int before = 0;
        while (true) {
            int here = read();
            if (before == 0xFF && here == START_OF_IMAGE) {
                return;
            }
            before = here;
        }
    }

    /**
     * From behind a start of image to the marker that ends it: end, a new start, or neither where it is no
     * picture.
     */
    private int readPicture() throws IOException {
        length = 0;
        keep(0xFF);
        keep(START_OF_IMAGE);
        boolean scanning = false;
        while (length < BIGGEST) {
            int marker = scanning ? nextMarkerInScan() : nextMarker();
            if (marker == END_OF_IMAGE || marker == START_OF_IMAGE || marker == CUT_OFF) {
                return marker;
            }
            if (marker != TEMPORARY && !isRestart(marker)) {
                keepSegment();
                scanning = marker == START_OF_SCAN;
            }
        }
        return CUT_OFF;
    }

    private int nextMarker() throws IOException {
        if (read() != 0xFF) {
            return CUT_OFF;
        }
        return keepMarker();
    }

    /** Passes over compressed data, in which FF 00 is a byte and restart markers are no end. */
    private int nextMarkerInScan() throws IOException {
        while (length < BIGGEST) {
            int here = read();
            if (here != 0xFF) {
                keep(here);
                continue;
            }
            int marker = keepMarker();
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
        }
        return CUT_OFF;
    }

    private int keepMarker() throws IOException {
        int marker = read();
        while (marker == 0xFF) {
            marker = read();
        }
        keep(0xFF);
        keep(marker);
        return marker;
    }

    private void keepSegment() throws IOException {
        int high = read();
        int low = read();
        keep(high);
        keep(low);
        for (int left = (high << 8 | low) - 2; left > 0; left--) {
            keep(read());
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private void keep(int value) {
        if (length == picture.length) {
            picture = Arrays.copyOf(picture, 2 * length);
        }
        picture[length++] = (byte) value;
    }

    private int read() throws IOException {
        if (position == limit) {
            limit = stream.read(buffer);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                throw new EOFException("the camera's stream has ended");
            }
        }
        return buffer[position++] & 0xFF;
    }
}
