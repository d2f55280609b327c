package org.einlass.kiosk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.einlass.kiosk.screen.KioskWindow;
import org.einlass.kiosk.screen.StartScreen;
import org.einlass.kiosk.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the kiosk: in its window, or by itself through a folder of pictures. */
@Command(name = RunCommand.NAME, mixinStandardHelpOptions = true, resourceBundle = "org.einlass.kiosk.commands")
final class RunCommand implements Callable<Integer> {
    static final String NAME = "run";
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

    @Option(names = "--show", descriptionKey = "show")
    private boolean show;

    @Option(names = "--set-up", descriptionKey = "setUp")
    private boolean again;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "15", descriptionKey = "patience")
    private int patience;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return walk == null ? window(again) : walk(walk);
        } catch (SettingsException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        } catch (StoreException unusable) {
            err().println(unusable.getMessage());
            return NOT_ALL_DONE;
        }
    }

    private int window(boolean anew) throws InterruptedException {
        Optional<SetUpSettings> setUp = options.toBeSetUp(anew);
        if (setUp.isPresent() && KioskWindow.hasDisplay()) {
            try (SetUpScreen screen = SetUpScreen.open(setUp.get())) {
                screen.awaitEnrolled();
            }
        }
        KioskSettings settings = options.settings(Map.of());
        warn();
        if (!KioskWindow.hasDisplay()) {
            err().println(new OperatorMessages(settings.language()).say("noDisplay"));
            return NOT_ALL_DONE;
        }
        StartScreen.openOn(settings.monitor());
        if (settings.kind() == DeviceMode.DESK) {
            try (DeskScreen desk = DeskScreen.open(settings)) {
                KeptClasses.keepSoon();
                desk.awaitClosing();
            }
            return DONE;
        }
        if (settings.kind() == DeviceMode.DOOR) {
            try (DoorScreen screen = DoorScreen.open(settings)) {
                KeptClasses.keepSoon();
                screen.awaitClosing();
            }
            return DONE;
        }
        boolean wanted;
        try (KioskScreen screen = KioskScreen.open(settings, new PictureRun())) {
            KeptClasses.keepSoon();
            screen.awaitClosing();
            wanted = screen.isToBeSetUpAgain();
        }
        return wanted ? window(true) : DONE;
    }

    private int walk(Path folder) throws InterruptedException {
        if (out == null) {
            throw SettingsException.of("both");
        }
        KioskSettings settings = options.settings(Map.of("printer", "folder:" + out, "scan", "keyboard"));
        warn();
        List<Path> pictures = PictureRun.pictures(folder);
        if (pictures.isEmpty()) {
            err().println(new OperatorMessages(settings.language()).say("walk.noPictures", folder));
            return NOT_ALL_DONE;
        }
        PictureRunSession run = new PictureRunSession(settings, pictures, Duration.ofSeconds(patience), out(), err());
        return show && KioskWindow.hasDisplay() ? run.inWindow() : run.withoutWindow();
    }

    private void warn() {
        options.warnings().forEach(err()::println);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
