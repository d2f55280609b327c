package org.einlass.kiosk.scan;

import java.util.List;
import org.einlass.kiosk.camera.Choice;
import org.einlass.kiosk.camera.FoundCode;
import org.einlass.kiosk.camera.Frame;

/**
 * What the camera saw in one frame, for the screen: the picture, the codes in it, and which of them is meant.
 *
 * @param codes every code that was read, with its place
 * @param choice the one that is meant, or that the guest is to show one at a time
 */
public record Sight(Frame frame, List<FoundCode> codes, Choice choice) {

    public Sight {
        codes = List.copyOf(codes);
    }
}
