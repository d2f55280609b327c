package org.einlass.kiosk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.einlass.contract.wire.DoorSheet;
import org.jspecify.annotations.Nullable;

/** One walk through pictures, a line each, with or without a window. Used by one thread. */
public final class PictureRunSession {
    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;
    private static final Duration LONGEST_SCREEN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final KioskSettings settings;
    private final List<Path> pictures;
    private final Duration patience;
    private final PrintWriter out;
    private final PrintWriter err;
    private final OperatorMessages operatorMessages;
    private final List<PictureRun.Step> steps = new ArrayList<>();
    private boolean oneByOne;
    private Consumer<String> progress = line -> {};

    /**
     * A walk that has not begun.
     *
     * @param patience how long to wait for the server at the beginning and at the end
     */
    public PictureRunSession(
            KioskSettings settings, List<Path> pictures, Duration patience, PrintWriter out, PrintWriter err) {
        this.settings = settings;
        this.pictures = pictures;
        this.patience = patience;
        this.out = out;
        this.err = err;
        this.operatorMessages = new OperatorMessages(settings.language());
    }

    /**
     * Each guest comes only when the server has heard of the one before, so that no verdict depends on who is
     * faster.
     *
     * @param told hears what is being waited for before the first guest
     */
    public PictureRunSession oneByOne(Consumer<String> told) {
        oneByOne = true;
        progress = told;
        return this;
    }

    /** Walks as fast as the verdicts come. @return 0, or 1 where the server could not be reached */
    public int withoutWindow() throws InterruptedException {
        PictureRun guests = new PictureRun(settings.codes());
        try (Kiosk kiosk = KioskFactory.of(settings, guests)) {
            return walk(kiosk, guests, step -> {});
        }
    }

    /** What came of the pictures so far. */
    public List<PictureRun.Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * Walks at the pace of people: each guest's screen ends before the next one comes.
     *
     * @return 0, or 1 where the server could not be reached
     */
    public int inWindow() throws InterruptedException {
        PictureRun guests = new PictureRun(settings.codes());
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
        void after(PictureRun.Step step) throws InterruptedException;
    }

    private int walk(Kiosk kiosk, PictureRun guests, Between between) throws InterruptedException {
        DoorSheet sheet = sheet(kiosk);
        if (sheet == null) {
            err.println(operatorMessages.say("walk.noSheet", settings.address().server()));
            return NOT_ALL_DONE;
        }
        prepare(kiosk, guests);
        PictureRunLine line = new PictureRunLine(settings.language(), sheet.zone());
        for (Path picture : pictures) {
            PictureRun.Step step = guests.step(kiosk, picture);
            steps.add(step);
            out.println(line.of(step));
            between.after(step);
            if (oneByOne && !kiosk.awaitDelivered(patience)) {
                return deliver(kiosk);
            }
        }
        return deliver(kiosk);
    }

    /**
     * Guests come when reader and press are warm and the kiosk can decide alone, or where no roster came in
     * time.
     */
    private void prepare(Kiosk kiosk, PictureRun guests) throws InterruptedException {
        progress.accept(operatorMessages.say("walk.preparing"));
        guests.rehearse();
        long end = System.nanoTime() + patience.toNanos();
        while (!(kiosk.warm().isDone() && kiosk.canDecideAlone()) && System.nanoTime() - end < 0) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        progress.accept(operatorMessages.say(kiosk.canDecideAlone() ? "walk.ready" : "walk.noRoster"));
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
        err.println(operatorMessages.say("walk.undelivered", kiosk.backlog().waiting()));
        return NOT_ALL_DONE;
    }
}
