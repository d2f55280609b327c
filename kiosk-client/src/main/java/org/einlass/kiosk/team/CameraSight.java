package org.einlass.kiosk.team;

import java.awt.image.BufferedImage;
import java.util.List;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a device's camera sees now, for the team that sets it up.
 *
 * @param name as the settings have it, without user and password
 * @param picture the newest; null where none has come, or where the camera sees nothing now
 * @param picturesASecond that the camera sends
 * @param brightness of the picture, 0 for black to 100 for white
 * @param read the kinds of texts in view, never the texts themselves
 */
public record CameraSight(
        String name, @Nullable BufferedImage picture, double picturesASecond, int brightness, List<Wording> read) {

    public CameraSight {
        read = List.copyOf(read);
    }
}
