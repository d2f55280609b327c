package org.einlass.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.einlass.contract.Wording;
import org.einlass.contract.backup.BackupManifest;
import org.einlass.launcher.backup.EmptyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code restore}: makes a data folder of a backup, whole or not at all. */
@Command(name = "restore", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data-to-restore")
    private Path data = Path.of("");

    @Mixin
    private BackupOptions options = new BackupOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path folder = new DataFolder(data).folder();
        EmptyFolder target = new EmptyFolder(folder);
        checkEmpty(target, folder);
        BackupManifest manifest = options.run(target::restore);
        Wording summary = BackupOptions.summary(manifest);
        say(new Wording("Wiederhergestellt. " + summary.german(), "Restored. " + summary.english()));
        say(new Wording(
                "Bitte den Server jetzt mit start --data " + folder
                        + " starten: Die Geräte merken es und senden, was der" + " Sicherung fehlt.",
                "Start the server now by start --data " + folder + ": the devices notice and send what the backup"
                        + " lacks."));
        say(new Wording(
                "Was seitdem am Server geändert wurde, fehlt, auch Sperrungen: Bitte danach die Listen der Geräte, der"
                        + " Personen und der Token durchsehen.",
                "What was changed on the server since is missing, revocations, too: look through the lists of devices,"
                        + " people and tokens then."));
        return 0;
    }

    private static void checkEmpty(EmptyFolder target, Path folder) {
        if (target.isInterrupted()) {
            throw ObstacleException.restoreInterrupted(folder);
        }
        try {
            if (!target.isEmpty()) {
                throw new ObstacleException(new Wording(
                        "Der Ordner " + folder
                                + " ist nicht leer. Bitte einen leeren nennen; nichts wird überschrieben.",
                        "The folder " + folder + " is not empty. Name an empty one; nothing is overwritten."));
            }
        } catch (IOException e) {
            throw ObstacleException.unwritable(folder);
        }
    }

    private void say(Wording words) {
        spec.commandLine().getOut().println(words.in(Locale.getDefault()));
        spec.commandLine().getOut().flush();
    }
}
