package org.einlass.launcher;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.einlass.contract.Wording;
import org.einlass.launcher.backup.BackupContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check-backup}: reads a whole backup, as a restore would, and writes nothing. */
@Command(name = "check-backup", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class CheckBackupCommand implements Callable<Integer> {

    @Mixin
    private BackupOptions options = new BackupOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Wording summary = BackupOptions.summary(options.run(BackupContent::check));
        spec.commandLine()
                .getOut()
                .println(new Wording(
                                "Die Sicherung ist vollständig. " + summary.german(),
                                "The backup is whole. " + summary.english())
                        .in(Locale.getDefault()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
