package org.einlass.kiosk.screen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An alarm that rings when the test says so. Event thread only, like the real one. */
final class FakeTimer implements SceneTimer {
    private record Setting(Duration pause, Runnable then) {}

    private final List<Setting> set = new ArrayList<>();
    private int everSet;

    @Override
    public Runnable after(Duration pause, Runnable then) {
        Setting setting = new Setting(pause, then);
        set.add(setting);
        everSet++;
        return () -> set.remove(setting);
    }

    /** Time passes until the one alarm that is set. */
    Duration ring() {
        return EventThread.call(() -> {
            Setting next = set.remove(0);
            next.then().run();
            return next.pause();
        });
    }

    /** The same on the event thread itself. */
    void ringNow() {
        set.remove(0).then().run();
    }

    Optional<Duration> next() {
        return EventThread.call(() -> set.stream().findFirst().map(Setting::pause));
    }

    int everSet() {
        return EventThread.call(() -> everSet);
    }
}
