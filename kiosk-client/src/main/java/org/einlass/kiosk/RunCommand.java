package org.einlass.kiosk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the kiosk: in its window, or by itself through a folder of pictures. */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = "org.einlass.kiosk.commands")
final class RunCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--walk", paramLabel = "FOLDER", descriptionKey = "walk")
    private @Nullable Path walk;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "out")
    private @Nullable Path out;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "15", descriptionKey = "patience")
    private int patience;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return walk == null ? window() : walk(walk);
        } catch (SettingsException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (StoreException unusable) {
            err().println(unusable.getMessage());
            return NOT_ALL_DONE;
        }
    }

    private int window() {
        KioskSettings settings = options.settings(Map.of());
        err().println(new Words(settings.language()).say("noDisplay"));
        return NOT_ALL_DONE;
    }

    private int walk(Path folder) throws InterruptedException {
        if (out == null) {
            throw SettingsException.of("both");
        }
        KioskSettings settings = options.settings(Map.of("printer", "folder:" + out));
        Words words = new Words(settings.language());
        List<Path> pictures = Walk.pictures(folder);
        if (pictures.isEmpty()) {
            err().println(words.say("walk.noPictures", folder));
            return NOT_ALL_DONE;
        }
        Walk guests = new Walk();
        try (Kiosk kiosk = OpenKiosk.of(settings, guests)) {
            DoorSheet sheet = sheet(kiosk);
            if (sheet == null) {
                err().println(words.say("walk.noSheet", settings.address().server()));
                return NOT_ALL_DONE;
            }
            StepLine line = new StepLine(words, sheet.zone());
            guests.through(kiosk, pictures, step -> out().println(line.of(step)));
            return deliver(kiosk, words);
        }
    }

    private @Nullable DoorSheet sheet(Kiosk kiosk) throws InterruptedException {
        try {
            return kiosk.ready().get(patience, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            return null;
        }
    }

    private int deliver(Kiosk kiosk, Words words) {
        if (kiosk.awaitDelivered(Duration.ofSeconds(patience))) {
            return DONE;
        }
        err().println(words.say("walk.undelivered", kiosk.backlog().waiting()));
        return NOT_ALL_DONE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
