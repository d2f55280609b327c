package org.einlass.kiosk.scanner;

import java.util.List;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CodeChoice;
import org.einlass.kiosk.camera.FoundCode;

/**
 * What the camera saw in one frame, for the screen: the picture, the codes in it, and which of them is meant.
 *
 * @param codes every code that was read, with its place
 * @param choice the one that is meant, or that the guest is to show one at a time
 */
public record CameraView(CameraFrame frame, List<FoundCode> codes, CodeChoice choice) {

    public CameraView {
        codes = List.copyOf(codes);
    }
}
