package org.einlass.kiosk;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CodeChoice;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.Symbology;
import org.einlass.kiosk.gate.GateReading;
import org.einlass.kiosk.gate.ShownOutcome;

/**
 * A kiosk that walks by itself through pictures of tickets, one guest after the other: the same gate, store,
 * sync and printing as before a camera, with a line for each picture instead of a screen.
 */
public final class PictureRun implements KioskView {
    private static final Duration LONGEST_STEP = Duration.ofMinutes(10);
    private static final Duration UNHURRIED = Duration.ofMinutes(5);
    private static final Duration REHEARSAL = Duration.ofMillis(700);

    private final CodeReader reader;
    private volatile Guest guest = new Guest("");
    private volatile Consumer<CameraFrame> observer = frame -> {};

    /** Reads QR codes. */
    public PictureRun() {
        this(Set.of(Symbology.QR));
    }

    /** Reads these kinds of codes. */
    PictureRun(Set<Symbology> kinds) {
        reader = new CodeReader(kinds);
    }

    /** What came of one picture. */
    public enum Finding {
        ADMITTED,
        AGAIN,
        PROVISIONAL,
        REFUSED,
        NO_CODE,
        TWO_CODES,
        NO_PICTURE,
        UNABLE
    }

    /**
     * One picture and what came of it.
     *
     * @param passage the verdict; empty where no code came so far
     * @param print the badge's file or queue; empty where nothing was printed
     * @param fault why a badge that was due was not printed
     */
    public record Step(
            String picture,
            Finding finding,
            Optional<ShownOutcome> passage,
            Optional<String> print,
            Optional<Wording> fault) {

        static Step without(String picture, Finding finding) {
            return new Step(picture, finding, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static Step of(String picture, ShownOutcome passage) {
            return new Step(picture, finding(passage), Optional.of(passage), Optional.empty(), Optional.empty());
        }

        private static Finding finding(ShownOutcome passage) {
            Verdict verdict = passage.outcome().verdict();
            if (verdict != Verdict.ADMITTED) {
                return verdict == Verdict.PROVISIONAL ? Finding.PROVISIONAL : Finding.REFUSED;
            }
            return passage.earlier().isPresent() ? Finding.AGAIN : Finding.ADMITTED;
        }
    }

    /** The pictures in a folder in the order of their names; empty where there are none, or no folder. */
    public static List<Path> pictures(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PictureRun::isPicture).sorted().toList();
        } catch (IOException noFolder) {
            return List.of();
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(".png", ".jpg", ".jpeg", ".gif", ".bmp").anyMatch(name::endsWith);
    }

    /** Reads an invented picture until the first guest's is read as fast as later ones. */
    void rehearse() {
        reader.rehearse(REHEARSAL);
    }

    /** Shows {@code pictures} to {@code kiosk} one after the other; {@code then} hears of each at its end. */
    public void through(Kiosk kiosk, List<Path> pictures, Consumer<Step> then) throws InterruptedException {
        for (Path picture : pictures) {
            then.accept(step(kiosk, picture));
        }
    }

    /** Lets {@code watcher} see each picture before it is read. */
    public void watch(Consumer<CameraFrame> watcher) {
        observer = watcher;
    }

    /** Shows one picture to {@code kiosk} and waits for what comes of it. */
    public Step step(Kiosk kiosk, Path file) throws InterruptedException {
        String name = file.getFileName().toString();
        Optional<CameraFrame> frame = frame(file);
        if (frame.isEmpty()) {
            return Step.without(name, Finding.NO_PICTURE);
        }
        observer.accept(frame.get());
        CodeChoice codeChoice =
                CodeChoice.of(reader.read(frame.get(), UNHURRIED), new TicketFirstRanking(kiosk::knows));
        if (codeChoice.meant().isEmpty()) {
            return Step.without(name, codeChoice.asksForOneAtATime() ? Finding.TWO_CODES : Finding.NO_CODE);
        }
        Guest next = new Guest(name);
        guest = next;
        kiosk.cleared();
        kiosk.read(codeChoice.meant().get().text());
        return next.end();
    }

    private static Optional<CameraFrame> frame(Path file) {
        try {
            return Optional.ofNullable(ImageIO.read(file.toFile())).map(image -> frame(file, image));
        } catch (IOException | RuntimeException broken) {
            // The JDK's decoders answer broken bytes with index, argument and state errors as well.
            return Optional.empty();
        }
    }

    private static CameraFrame frame(Path file, BufferedImage image) {
        return CameraFrame.of(file.getFileName().toString(), image);
    }

    @Override
    public void reading(EntryId scan) {}

    @Override
    public void onceMore(EntryId scan, GateReading.Flaw flaw) {
        guest.done.complete(Step.without(guest.picture, Finding.NO_CODE));
    }

    @Override
    public void passed(ShownOutcome passage) {
        guest.passed(passage);
    }

    @Override
    public void unable(EntryId scan, Trouble trouble) {
        guest.done.complete(Step.without(guest.picture, Finding.UNABLE));
    }

    @Override
    public void printing(EntryId scan) {}

    @Override
    public void printed(EntryId scan, String where) {
        guest.printed(Optional.of(where), Optional.empty());
    }

    @Override
    public void notPrinted(EntryId scan, Wording sentence) {
        guest.printed(Optional.empty(), Optional.of(sentence));
    }

    /** One picture on its way. */
    private static final class Guest {
        private final String picture;
        private final CompletableFuture<Step> done = new CompletableFuture<>();
        private final CompletableFuture<Step> verdict = new CompletableFuture<>();

        Guest(String picture) {
            this.picture = picture;
        }

        void passed(ShownOutcome passage) {
            Step step = Step.of(picture, passage);
            verdict.complete(step);
            if (passage.badge().isEmpty()) {
                done.complete(step);
            }
        }

        void printed(Optional<String> print, Optional<Wording> fault) {
            var unused = verdict.thenAccept(
                    step -> done.complete(new Step(step.picture(), step.finding(), step.passage(), print, fault)));
        }

        Step end() throws InterruptedException {
            try {
                return done.get(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException late) {
                return verdict.getNow(Step.without(picture, Finding.UNABLE));
            }
        }
    }
}
