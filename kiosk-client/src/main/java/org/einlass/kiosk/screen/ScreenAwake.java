package org.einlass.kiosk.screen;

import java.awt.AWTException;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.PointerInfo;
import java.awt.Robot;
import java.lang.System.Logger.Level;
import java.util.Locale;
import javax.swing.JFrame;
import javax.swing.Timer;

/**
 * Keeps the system from blanking the screen and from locking the session for idleness while nobody touches the kiosk: the
 * pointer is told to be where it is, which counts as input. Event thread only.
 */
final class ScreenAwake {
    private static final System.Logger LOG = System.getLogger(ScreenAwake.class.getName());

    /** The shortest blanking that systems offer is a minute. */
    private static final int USUAL_MILLIS = 25_000;

    private ScreenAwake() {}

    /** As long as the window is on the screen. */
    static void keep(JFrame frame) {
        boolean asksForPermission =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        if (asksForPermission) {
            return;
        }
        try {
            Robot robot = new Robot(frame.getGraphicsConfiguration().getDevice());
            int pause = Integer.getInteger("einlass.awake.millis", USUAL_MILLIS);
            Timer timer = new Timer(pause, event -> {
                if (frame.isDisplayable()) {
                    nudge(robot);
                } else {
                    ((Timer) event.getSource()).stop();
                }
            });
            timer.start();
        } catch (AWTException | SecurityException | IllegalArgumentException refused) {
            LOG.log(Level.WARNING, "the screen cannot be kept from blanking by this program", refused);
        }
    }

    private static void nudge(Robot robot) {
        PointerInfo pointer = MouseInfo.getPointerInfo();
        if (pointer != null) {
            Point at = pointer.getLocation();
            robot.mouseMove(at.x, at.y);
        }
    }
}
