package org.einlass.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.einlass.contract.tls.KeyPin;
import org.einlass.launcher.tls.CertifiedKey;
import org.einlass.launcher.tls.EventKeys;
import org.einlass.launcher.tls.KeyFileException;
import org.einlass.launcher.tls.KeyFolder;
import org.einlass.launcher.tls.KeyStoreFile;

/**
 * Keys and passwords of a server's start. They reach it by a file that nobody else reads: command lines are
 * seen by everybody on the machine.
 */
final class ServerSecrets {
    private static final String FILE = "server.properties";
    private static final String DATABASE_KEY = "einlass.key";

    private final Properties properties = new Properties();
    private final KeyFolder folder;

    private ServerSecrets(KeyFolder folder) {
        this.folder = folder;
    }

    static Path file(DataFolder data) {
        return data.keys().resolve(FILE);
    }

    /**
     * Makes what is missing and writes all of it for a start.
     *
     * @return what devices are to trust, today's key first; none without HTTPS
     * @throws ObstacleException where a key is damaged or cannot be written
     */
    static List<KeyPin> write(ServerPlan plan, Instant now) {
        try {
            ServerSecrets secrets = new ServerSecrets(KeyFolder.open(plan.data().keys()));
            secrets.folder.adopt(plan.data().folder().resolve(DATABASE_KEY));
            plan.settings().database().ifPresent(address -> secrets.properties.put("einlass.database", address));
            List<KeyPin> pins = plan.settings()
                    .https()
                    .map(https -> secrets.keys(https, now))
                    .orElse(List.of());
            secrets.write();
            return pins;
        } catch (KeyFileException e) {
            throw new ObstacleException(e.sentence());
        }
    }

    private List<KeyPin> keys(HttpsSettings https, Instant now) {
        EventKeys keys = EventKeys.open(folder, https.certificateNames(), now);
        keyStore("event", keys.server());
        https.browser().ifPresent(browser -> keyStore("browser", browser.certificate()));
        properties.put("einlass.event.addresses", joined(https.addresses()));
        properties.put("einlass.event.pins", joined(keys.pins()));
        return keys.pins();
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private void keyStore(String listener, CertifiedKey certified) {
        KeyStoreFile file = KeyStoreFile.write(folder, listener + ".p12", certified);
        properties.put("einlass." + listener + ".keystore", file.path().toString());
        properties.put("einlass." + listener + ".password", file.password());
    }

    private void write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            properties.store(bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.write(FILE, bytes.toByteArray());
    }
}
