package org.einlass.kiosk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einlass.contract.wire.DoorSheet;
import org.jspecify.annotations.Nullable;

/** One walk through pictures from the command line, with or without a window. */
final class WalkRun {
    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;
    private static final Duration LONGEST_SCREEN = Duration.ofSeconds(20);

    private final KioskSettings settings;
    private final List<Path> pictures;
    private final Duration patience;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Words words;

    /** @param patience how long to wait for the server at the beginning and at the end */
    WalkRun(KioskSettings settings, List<Path> pictures, Duration patience, PrintWriter out, PrintWriter err) {
        this.settings = settings;
        this.pictures = pictures;
        this.patience = patience;
        this.out = out;
        this.err = err;
        this.words = new Words(settings.language());
    }

    int withoutWindow() throws InterruptedException {
        Walk guests = new Walk();
        try (Kiosk kiosk = OpenKiosk.of(settings, guests)) {
            return walk(kiosk, guests, step -> {});
        }
    }

    /** At the pace of people: each guest's screen ends before the next one comes. */
    int inWindow() throws InterruptedException {
        Walk guests = new Walk();
        try (KioskScreen screen = KioskScreen.open(settings, guests)) {
            guests.watch(screen::show);
            return walk(screen.kiosk(), guests, step -> {
                if (step.passage().isPresent()) {
                    screen.awaitGuestGone(LONGEST_SCREEN);
                }
            });
        }
    }

    /** What happens between two guests. */
    @FunctionalInterface
    private interface Between {
        void after(Walk.Step step) throws InterruptedException;
    }

    private int walk(Kiosk kiosk, Walk guests, Between between) throws InterruptedException {
        DoorSheet sheet = sheet(kiosk);
        if (sheet == null) {
            err.println(words.say("walk.noSheet", settings.address().server()));
            return NOT_ALL_DONE;
        }
        StepLine line = new StepLine(settings.language(), sheet.zone());
        for (Path picture : pictures) {
            Walk.Step step = guests.step(kiosk, picture);
            out.println(line.of(step));
            between.after(step);
        }
        return deliver(kiosk);
    }

    private @Nullable DoorSheet sheet(Kiosk kiosk) throws InterruptedException {
        try {
            return kiosk.ready().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            return null;
        }
    }

    private int deliver(Kiosk kiosk) {
        if (kiosk.awaitDelivered(patience)) {
            return DONE;
        }
        err.println(words.say("walk.undelivered", kiosk.backlog().waiting()));
        return NOT_ALL_DONE;
    }
}
