package org.einlass.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.einlass.contract.Wording;
import org.einlass.contract.account.OrganiserLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reset-organiser}: makes a new one-time link for an organiser, whether the server runs or not. */
@Command(name = "reset-organiser", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class ResetOrganiserCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data-of-server")
    private Path data = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        DataFolder folder = new DataFolder(data);
        if (!Files.isDirectory(folder.keys()) && !Files.exists(folder.organiserToken())) {
            throw new ObstacleException(new Wording(
                    "In " + folder.folder() + " hat noch kein Server gearbeitet. Bitte seinen Datenordner nennen.",
                    "No server has worked in " + folder.folder() + " yet. Name its data folder."));
        }
        ServerSettings settings = ServerSettingsReader.read(folder, Map.of());
        OrganiserLink link = OrganiserLink.next(new SecureRandom(), Instant.now());
        try {
            link.write(folder.folder());
        } catch (IOException e) {
            throw ObstacleException.unwritable(folder.folder());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(new Wording(
                        "Einmal und binnen 24 Stunden gilt dieser Link; ein bekannter Name bekommt ein neues Passwort:",
                        "This link is good once and within 24 hours; a name that is known gets a new password:")
                .in(Locale.getDefault()));
        out.println(link.at(settings.pages()));
        out.flush();
        return 0;
    }
}
