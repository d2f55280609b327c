package org.einlass.kiosk.screen;

import java.time.Duration;
import javax.swing.Timer;

/** The alarm of a running kiosk. */
public final class SwingTimer implements SceneTimer {

    @Override
    public Runnable after(Duration pause, Runnable then) {
        Timer timer = new Timer(Math.toIntExact(pause.toMillis()), event -> then.run());
        timer.setRepeats(false);
        timer.start();
        return timer::stop;
    }
}
