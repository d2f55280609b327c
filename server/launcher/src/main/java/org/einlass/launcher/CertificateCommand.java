package org.einlass.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.tls.KeyPin;
import org.einlass.launcher.tls.EventAuthorities;
import org.einlass.launcher.tls.KeyFileException;
import org.einlass.launcher.tls.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certificate}: prints what devices and browsers are to trust, and lets the next CA take over. */
@Command(name = "certificate", resourceBundle = "org.einlass.launcher.words", mixinStandardHelpOptions = true)
final class CertificateCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "data")
    private Path data = Path.of("");

    @Option(names = "--change-ca", descriptionKey = "change-ca")
    private boolean changes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        DataFolder folder = new DataFolder(data);
        if (!Files.isDirectory(folder.keys())) {
            throw new ObstacleException(new Wording(
                    "In " + folder.folder() + " gibt es noch keine Schlüssel. Der erste Start des Servers legt sie an.",
                    "There are no keys in " + folder.folder() + " yet. The server's first start makes them."));
        }
        try {
            print(changes ? change(folder) : open(folder));
        } catch (KeyFileException e) {
            throw new ObstacleException(e.sentence());
        }
        return 0;
    }

    private static EventAuthorities open(DataFolder folder) {
        return EventAuthorities.open(KeyFolder.open(folder.keys()), Instant.now());
    }

    /** A running server would go on with the old one: it has to be ended first. */
    private static EventAuthorities change(DataFolder folder) {
        FileLock lock = folder.lock();
        try {
            return open(folder).change(KeyFolder.open(folder.keys()), Instant.now());
        } finally {
            release(lock);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(EventAuthorities authorities) {
        PrintWriter out = spec.commandLine().getOut();
        String pins = authorities.pins().stream().map(KeyPin::text).collect(Collectors.joining(", "));
        out.println(new Wording(
                        "Einstellung jedes Geräts: server.pins = " + pins,
                        "Setting of each device: server.pins = " + pins)
                .in(Locale.getDefault()));
        out.println(new Wording("Zertifikat für Browser:", "Certificate for browsers:").in(Locale.getDefault()));
        out.print(authorities.currentInPem());
        out.flush();
    }
}
