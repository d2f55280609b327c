package org.einlass.launcher;

import org.einlass.launcher.attendance.VerifyAttendanceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The operator's command line. Exit code 0: done; 1: something stands in the way; 2: bad arguments. */
@Command(
        name = "einlass",
        resourceBundle = "org.einlass.launcher.words",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.Version.class,
        subcommands = {
            StartCommand.class,
            CheckCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CheckBackupCommand.class,
            CertificateCommand.class,
            ResetOrganiserCommand.class,
            ServiceUnitCommand.class,
            VerifyAttendanceCommand.class
        })
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Launcher());
        line.setExecutionExceptionHandler((problem, command, result) -> {
            if (problem instanceof ObstacleException obstacle) {
                command.getErr().println(obstacle.sentence());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw problem;
        });
        return line;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Launcher.class.getPackage().getImplementationVersion();
            return new String[] {"Einlass " + (version == null ? "" : version)};
        }
    }
}
