package org.einlass.kiosk;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.Symbology;
import org.einlass.kiosk.enrolment.DeviceIdentity;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.screen.Tray;
import org.einlass.kiosk.sync.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a kiosk is told by its file, so that it starts without a question.
 *
 * @param language the language that the idle screen begins with
 * @param camera null where there is nothing but a scanner that types, which is listened to in any case
 * @param codes kinds of codes that the camera reads
 * @param neighbours printers that help out where the device's own cannot print, in this order
 * @param documents where lists and reports from a desk go; where badges go unless it is said
 * @param paper which badge goes onto which paper
 * @param labels on a new roll of the device's printer; 0 where they are not counted
 * @param tray where badges come out, as a guest sees it
 * @param store the folder of the journal
 * @param counter the name of the counter that guests are sent to; empty for "the counter"
 * @param kind what the device works as
 * @param deadline how long a guest waits for the server before the device decides alone
 * @param monitor on which the window stands, by its name or its number from the left; empty for the system's first
 * @param identity what the device became when it enrolled itself; null where its token stands in the settings
 */
public record KioskSettings(
        ServerAddress address,
        Locale language,
        @Nullable CameraAddress camera,
        Set<Symbology> codes,
        BadgeOutlet outlet,
        List<BadgeOutlet> neighbours,
        BadgeOutlet documents,
        FormatChoice paper,
        int labels,
        Tray tray,
        Path store,
        String counter,
        DeviceMode kind,
        Duration deadline,
        @Nullable DeviceIdentity identity,
        String teamPin,
        String monitor) {

    /**
     * Reads a settings file.
     *
     * @param overrides values from the command line, which go before the file's
     * @throws SettingsException with one sentence that names the key and the remedy
     */
    public static KioskSettings read(Path file, Map<String, String> overrides) {
        Map<String, String> values = new TreeMap<>(file.toString().isEmpty() ? Map.of() : load(file));
        values.putAll(overrides);
        return new KioskSettingsReader(values).kiosk();
    }

    /**
     * What a device needs to be set up, where its settings name no server and it was never enrolled.
     *
     * @param again whether it is to be enrolled anew, though it was; its journal stays
     * @throws SettingsException with one sentence that names the key and the remedy
     */
    static Optional<SetUpSettings> toBeSetUp(Path file, Map<String, String> overrides, boolean again) {
        Map<String, String> values = new TreeMap<>(file.toString().isEmpty() ? Map.of() : load(file));
        values.putAll(overrides);
        return new KioskSettingsReader(values).toBeSetUp(again);
    }

    /** The keys that a file and the command line name, whether they mean something or not. */
    static Set<String> keys(Path file, Map<String, String> overrides) {
        Set<String> keys = new TreeSet<>(overrides.keySet());
        keys.addAll(file.toString().isEmpty() ? Set.of() : load(file).keySet());
        return keys;
    }

    private static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw SettingsException.of("unreadable", file);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
