package org.einlass.demo;

import java.awt.AWTError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.einlass.kiosk.ProgramLog;
import org.einlass.kiosk.SettingsException;
import org.einlass.launcher.ObstacleException;

/**
 * What {@code mvn -Pdemo} runs, inside the build's own Java machine, so that one Ctrl-C ends everything.
 *
 * <p>Arguments: the provisioned server, the folder to write to, {@code --exit=true} where it shall end after the
 * walk, which of the {@link ModelEvent}s it plays, as {@code --event=2022}, and what the kiosk reads by after the walk,
 * as {@code --scan=/dev/video0}.
 */
public final class DemoProgram {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private DemoProgram() {}

    /** Plays the demo; ends the program with 1 where anything was not as it should be. */
    public static void main(String[] arguments) throws InterruptedException {
        ProgramLog.begin();
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        boolean exit = arguments[2].equals("--exit=true");
        String scan = arguments[4].replaceFirst("^--scan=", "");
        String obstacle;
        try {
            ModelEvent event = ModelEvent.of(arguments[3].replaceFirst("^--event=", ""));
            obstacle = play(new Demo(OUT, Path.of(arguments[0]), folder, event, scan), folder, exit);
        } catch (IllegalStateException e) {
            obstacle = String.valueOf(e.getMessage());
        }
        if (!obstacle.isEmpty()) {
            OUT.println(obstacle);
            System.exit(1);
        }
    }

    /** Answers what went wrong, in one sentence; empty where nothing did. */
    private static String play(Demo demo, Path folder, boolean exit) throws InterruptedException {
        try (FileChannel gate =
                        FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = gate.tryLock()) {
            if (lock == null) {
                return "A demo is running in " + folder + " already. End it with Ctrl-C, then start again.";
            }
            return demo.play(exit) ? "" : "The demo did not go as it should; the lines above say what was expected.";
        } catch (ObstacleException e) {
            return e.sentence();
        } catch (SettingsException e) {
            return String.valueOf(e.getMessage());
        } catch (AWTError | NoClassDefFoundError e) {
            return "The display that DISPLAY names cannot be opened. Set it right, or unset DISPLAY and start again.";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            return "The demo cannot write to " + folder + ". Make room there or set its rights.";
        }
    }

    private static Path lockFile(Path folder) throws IOException {
        return Files.createDirectories(folder).resolveSibling("demo.lock");
    }
}
