package org.einlass.kiosk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.einlass.kiosk.camera.ReadCommand;
import org.einlass.kiosk.screen.KioskWindow;
import org.einlass.kiosk.screen.StartScreen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The client's command line: one word for each thing the program can do. */
@Command(
        name = "kiosk-client",
        resourceBundle = "org.einlass.kiosk.commands",
        mixinStandardHelpOptions = true,
        version = "Einlass " + KioskClient.VERSION,
        subcommands = {
            ReadCommand.class,
            RunCommand.class,
            StatusCommand.class,
            TestPageCommand.class,
            HelpCommand.class
        })
public final class KioskClient {
    static final String VERSION = "0.1.0";

    /** Less than the server's 120: a connection ends here first, never under a guest's question. */
    private static final String IDLE_SECONDS = "60";

    /** The same program with the one command that guests wait for: the others are read when one of them is asked for. */
    @Command(name = "kiosk-client", resourceBundle = "org.einlass.kiosk.commands", subcommands = RunCommand.class)
    private static final class RunOnly {}

    private KioskClient() {}

    /** Runs one command and ends the program with its exit code: 0 done, 1 not all done, 2 bad arguments. */
    public static void main(String[] arguments) {
        System.setProperty("jdk.httpclient.keepalive.timeout", IDLE_SECONDS);
        if (isRun(arguments) && opensWindow(arguments)) {
            prepareScreen();
        }
        ProgramLog.begin();
        Object commands = isRun(arguments) ? new RunOnly() : new KioskClient();
        System.exit(commandLine(commands, writer(FileDescriptor.out), writer(FileDescriptor.err))
                .execute(arguments));
    }

    private static boolean isRun(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(RunCommand.NAME);
    }

    /** A walk through pictures opens one only where that is asked for; a question about the command opens none. */
    private static boolean opensWindow(String... arguments) {
        List<String> words = List.of(arguments);
        boolean walks = words.stream().anyMatch(word -> word.startsWith("--walk"));
        boolean asks = words.stream()
                .anyMatch(word -> List.of("-h", "--help", "-V", "--version").contains(word));
        return !asks && (!walks || words.contains("--show"));
    }

    /** Says on the screen that the program starts, and then loads what a window needs beside the rest of the start. */
    private static void prepareScreen() {
        Thread thread = new Thread(
                () -> {
                    if (KioskWindow.hasDisplay()) {
                        StartScreen.open(KioskWindow::prepare);
                    }
                },
                "einlass-screen-start");
        thread.setDaemon(true);
        thread.start();
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return commandLine(new KioskClient(), out, err);
    }

    private static CommandLine commandLine(Object commands, PrintWriter out, PrintWriter err) {
        return new CommandLine(commands)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, terminalCharset());
    }

    /**
     * What the terminal shows; where it claims to know no umlauts, they are still written, not replaced by
     * "?".
     */
    private static Charset terminalCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", "UTF-8"));
        Charset charset = Charset.forName(name);
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
