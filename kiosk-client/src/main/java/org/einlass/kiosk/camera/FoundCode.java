package org.einlass.kiosk.camera;

import java.time.Duration;

/**
 * A code that was read from a frame.
 *
 * @param text what it says
 * @param corners where it stands in the frame
 * @param stage which stage of the cascade read it
 * @param took time from the start of the frame to this code
 */
public record FoundCode(String text, Quad corners, CascadeStage stage, Duration took) {

    /** Names the stage and place only: a code's text is a secret of its bearer and must not reach a log. */
    @Override
    public String toString() {
        return "code of " + text.length() + " characters at " + corners.centre() + " by " + stage;
    }
}
