package org.einlass.launcher;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.einlass.contract.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: says, before the congress, what would keep a server from running here. */
@Command(name = "check", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_FREE_BYTES = 1L << 30;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One thing that must be right. */
    private record Check(Wording subject, Runnable proof) {}

    @Override
    public Integer call() {
        ServerPlan plan = options.plan();
        List<Check> checks = List.of(
                new Check(
                        new Wording("Java " + Runtime.version(), "Java " + Runtime.version()), CheckCommand::checkJava),
                new Check(new Wording("Datenordner", "Data folder"), plan.data()::makeWritable),
                new Check(new Wording("Platz auf der Platte", "Disk space"), () -> checkDisk(plan.data())),
                new Check(Wording.same("Port " + plan.ports()), plan::checkPorts),
                new Check(
                        new Wording("Zertifikat für Browser", "Certificate for browsers"),
                        () -> checkCertificate(plan.settings())));
        long failed = checks.stream().filter(check -> !passes(check)).count();
        return failed == 0 ? 0 : 1;
    }

    private boolean passes(Check check) {
        String subject = check.subject().in(Locale.getDefault());
        try {
            check.proof().run();
            spec.commandLine().getOut().println("[ok] " + subject);
            return true;
        } catch (ObstacleException e) {
            spec.commandLine().getOut().println("[!!] " + subject + ": " + e.sentence());
            return false;
        }
    }

    private static void checkJava() {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            throw new ObstacleException(new Wording(
                    "Einlass braucht Java 17 oder neuer. Bitte ein neueres Java einrichten.",
                    "Einlass needs Java 17 or newer. Install a newer Java."));
        }
    }

    private static void checkCertificate(ServerSettings settings) {
        settings.https().flatMap(https -> https.warning(Instant.now())).ifPresent(warning -> {
            throw new ObstacleException(warning);
        });
    }

    private static void checkDisk(DataFolder data) {
        try {
            if (data.disk().getUsableSpace() < LEAST_FREE_BYTES) {
                throw new ObstacleException(new Wording(
                        "Für den Datenordner ist weniger als 1 GiB frei. Bitte Platz schaffen.",
                        "Less than 1 GiB is free for the data folder. Make room."));
            }
        } catch (IOException e) {
            throw ObstacleException.unwritable(data.folder());
        }
    }
}
