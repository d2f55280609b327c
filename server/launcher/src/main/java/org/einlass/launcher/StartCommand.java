package org.einlass.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.account.OrganiserLink;
import org.einlass.contract.tls.KeyPin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code start}: runs a server until it ends or this program is told to. */
@Command(name = "start", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        ServerPlan plan = options.plan();
        plan.settings().https().flatMap(https -> https.warning(Instant.now())).ifPresent(this::say);
        plan.heap()
                .ifPresent(heap -> say(new Wording(
                        "Speicher für den Server: höchstens " + heap.mebibytes() + " MB von " + heap.machine()
                                + " MB dieses Rechners (java.options = -Xmx... sagt es anders).",
                        "Memory for the server: at most " + heap.mebibytes() + " MB of this machine's " + heap.machine()
                                + " MB (java.options = -Xmx... says otherwise).")));
        say(new Wording("Einlass startet ...", "Einlass is starting ..."));
        try (ServerProcess server = ServerProcess.start(plan)) {
            greet(plan, server);
            int code = server.awaitEnd();
            say(
                    code == ObstacleException.OUT_OF_MEMORY
                            ? ObstacleException.outOfMemory()
                            : new Wording("Der Server hat sich beendet.", "The server has ended."));
            return code;
        }
    }

    private void greet(ServerPlan plan, ServerProcess server) {
        plan.settings().https().ifPresent(https -> {
            String uris = https.addresses().stream().map(URI::toString).collect(Collectors.joining(", "));
            say(new Wording("Einlass läuft: " + uris, "Einlass is running: " + uris));
            String pins = server.pins().stream().map(KeyPin::text).collect(Collectors.joining(", "));
            say(new Wording(
                    "Jedes Gerät braucht diese Einstellung: server.pins = " + pins,
                    "Each device needs this setting: server.pins = " + pins));
        });
        say(new Wording("Auf diesem Rechner auch: " + plan.uri(), "On this machine also: " + plan.uri()));
        if (Files.exists(plan.data().organiserToken())) {
            say(new Wording(
                    "Ein Token für Programme steht in " + plan.data().organiserToken()
                            + "; das des ersten Starts gilt 24 Stunden.",
                    "A token for programs is in " + plan.data().organiserToken()
                            + "; that of the first start is good for 24 hours."));
        }
        URI pages = plan.settings().pages();
        say(new Wording("Die Konsole für den Browser: " + pages, "The console for browsers: " + pages));
        firstOrganiser(plan)
                .ifPresent(link -> say(new Wording(
                        "Name und Passwort wählt die Organisation hier, einmal und binnen 24 Stunden: " + link,
                        "The organiser chooses name and password here, once and within 24 hours: " + link)));
        if (RecoveryKeyFiles.isWaiting(plan.data())) {
            Path file = RecoveryKeyFiles.secretHalf(plan.data());
            say(new Wording(
                    "Den Wiederherstellungsschlüssel der Sicherungen in " + file
                            + " bitte ausdrucken, getrennt vom Server"
                            + " aufbewahren und die Datei dann löschen: Ohne ihn öffnet niemand eine Sicherung.",
                    "Print the recovery key of the backups in " + file + ", keep it apart from the server, then delete"
                            + " the file: without it nobody can open a backup."));
        }
        say(new Wording("Ende mit Strg-C.", "Ctrl-C ends it."));
    }

    /** What nobody has opened yet, as this machine or the network reaches it. */
    private static Optional<URI> firstOrganiser(ServerPlan plan) {
        try {
            return OrganiserLink.read(plan.data().folder(), Instant.now())
                    .map(link -> link.at(plan.settings().pages()));
        } catch (IOException e) {
            throw ObstacleException.unwritable(plan.data().folder());
        }
    }

    private void say(Wording words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.in(Locale.getDefault()));
        out.flush();
    }
}
