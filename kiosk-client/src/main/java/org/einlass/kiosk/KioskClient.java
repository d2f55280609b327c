package org.einlass.kiosk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.einlass.kiosk.camera.ReadCommand;
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

    private KioskClient() {}

    /** Runs one command and ends the program with its exit code: 0 done, 1 not all done, 2 bad arguments. */
    public static void main(String[] arguments) {
        System.setProperty("jdk.httpclient.keepalive.timeout", IDLE_SECONDS);
        ProgramLog.begin();
        System.exit(commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err))
                .execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new KioskClient())
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
