package org.einlass.kiosk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options by which a command learns the kiosk's settings. */
final class SettingsOptions {
    private static final List<String> SECRETS = List.of("token", "team.pin");

    /** {@code //user:password@host}, as cameras and printers take it. */
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("//[^@\\s]*:[^@\\s]*@");

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "config")
    private Path config = Path.of("");

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "set")
    private Map<String, String> overrides = new TreeMap<>();

    /** What everybody on the machine can read is no place for a secret. @throws SettingsException naming it */
    private Map<String, String> overrides() {
        for (String secret : SECRETS) {
            if (overrides.containsKey(secret)) {
                throw SettingsException.of("secret", secret);
            }
        }
        overrides.forEach((key, value) -> {
            if (PASSWORD_IN_ADDRESS.matcher(value).find()) {
                throw SettingsException.of("secret", key);
            }
        });
        return overrides;
    }

    /** What somebody should look at, though it stops nothing. */
    List<String> warnings() {
        return SettingsWarnings.of(config, KioskSettings.keys(config, overrides()));
    }

    /**
     * What the device needs to be set up; empty where it has its settings, or was enrolled.
     *
     * @param again whether it is to be enrolled anew
     * @throws SettingsException with one sentence that names the key and the remedy
     */
    Optional<SetUpSettings> toBeSetUp(boolean again) {
        return KioskSettings.toBeSetUp(config, overrides(), again);
    }

    /** @throws SettingsException with one sentence that names the key and the remedy */
    KioskSettings settings(Map<String, String> more) {
        Map<String, String> values = new TreeMap<>(overrides());
        values.putAll(more);
        return KioskSettings.read(config, values);
    }
}
