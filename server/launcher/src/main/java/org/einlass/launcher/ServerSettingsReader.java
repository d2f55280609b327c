package org.einlass.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.launcher.backup.BackupPlan;
import org.einlass.launcher.tls.BrowserCertificateFile;
import org.einlass.launcher.tls.CertificateNames;
import org.einlass.launcher.tls.KeyFileException;

/**
 * Reads {@code einlass.properties} and what the command line says beside it, and names all mistakes at once.
 */
final class ServerSettingsReader {
    private static final List<String> KEYS = List.of(
            "bind",
            "http.port",
            "https",
            "https.port",
            "https.names",
            "browser.certificate",
            "browser.key",
            "browser.password",
            "browser.port",
            "database",
            "backup.folder",
            "backup.hours",
            "backup.keep",
            "java.options");

    /** The settings that the command line has options for. */
    private static final Map<String, String> OPTIONS =
            Map.of("http.port", "--port", "bind", "--bind", "https.port", "--https-port");

    private static final Set<String> SECRETS = Set.of("browser.password", "database");
    private static final Pattern POSTGRESQL = Pattern.compile(
            "jdbc:postgresql://[^/?#\\s@]+/[^/?#\\s]+(?:\\?[^=&\\s]+=[^&\\s]*(?:&[^=&\\s]+=[^&\\s]*)*)?");
    private static final int LARGEST_PORT = 65_535;

    private static final int MOST_HOURS = 720;
    private static final int MOST_KEPT = 10_000;

    private final Path file;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> commandLine;
    private final List<Wording> mistakes = new ArrayList<>();
    private final Set<Integer> ports = new HashSet<>();

    private ServerSettingsReader(Path file, Map<String, String> commandLine) {
        this.file = file;
        this.commandLine = commandLine;
    }

    /**
     * The settings of a server.
     *
     * @param commandLine settings that go before those of the file, named by their options: {@code --port}
     * @throws ObstacleException with every mistake, a line each
     */
    static ServerSettings read(DataFolder data, Map<String, String> commandLine) {
        return read(data, commandLine, List.of());
    }

    /**
     * The settings of a server, with Java options of the command line behind those of the file.
     *
     * @throws ObstacleException with every mistake, a line each
     */
    static ServerSettings read(DataFolder data, Map<String, String> commandLine, List<String> javaOptions) {
        ServerSettingsReader reader = new ServerSettingsReader(data.settings(), commandLine);
        reader.load();
        ServerSettings settings = reader.settings(javaOptions);
        if (!reader.mistakes.isEmpty()) {
            throw ObstacleException.of(reader.mistakes);
        }
        return settings;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add(new Wording(
                    file + " kann nicht gelesen werden. Bitte Rechte und Kodierung (UTF-8) prüfen.",
                    file + " cannot be read. Check its rights and encoding (UTF-8)."));
            return;
        }
        properties
                .stringPropertyNames()
                .forEach(key -> settings.put(key, properties.getProperty(key).strip()));
        settings.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(this::unknown);
        if (settings.keySet().stream().anyMatch(SECRETS::contains) && isReadByOthers()) {
            mistakes.add(new Wording(
                    file + " enthält ein Passwort, und andere können es lesen. Bitte chmod 600 darauf anwenden.",
                    file + " holds a password and others can read it. Apply chmod 600 to it."));
        }
    }

    private void unknown(String key) {
        mistakes.add(new Wording(
                file + ", " + key + ": Diese Einstellung gibt es nicht. Es gibt " + String.join(", ", KEYS) + ".",
                file + ", " + key + ": There is no such setting. There are " + String.join(", ", KEYS) + "."));
    }

    private boolean isReadByOthers() {
        try {
            return Files.getPosixFilePermissions(file).stream()
                    .anyMatch(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private ServerSettings settings(List<String> javaOptions) {
        int httpPort = port("http.port", 8080);
        boolean https = isOn("https");
        InetAddress bind = bind();
        if (!https && !bind.isLoopbackAddress()) {
            mistake(
                    "bind",
                    "Ohne HTTPS ist der Server nur von diesem Rechner aus zu erreichen. Bitte https = on setzen.",
                    "Without HTTPS the server is for this machine alone. Set https = on.");
        }
        Optional<HttpsSettings> reached = https
                ? Optional.of(new HttpsSettings(bind, port("https.port", 8443), names(), browser()))
                : Optional.empty();
        return new ServerSettings(httpPort, reached, database(), backups(), java(javaOptions));
    }

    private List<String> java(List<String> further) {
        List<String> inTheFile =
                value("java.options").map(text -> List.of(text.split("\\s+"))).orElse(List.of());
        java(file + ", java.options", inTheFile);
        java("--java-option", further);
        return Stream.concat(inTheFile.stream(), further.stream()).toList();
    }

    private void java(String place, List<String> options) {
        JavaOptionCheck.mistakes(options)
                .forEach(mistake ->
                        mistakes.add(new Wording(place + ": " + mistake.german(), place + ": " + mistake.english())));
    }

    private Optional<String> database() {
        Optional<String> address = value("database");
        if (address.filter(text -> !POSTGRESQL.matcher(text).matches()).isPresent()) {
            mistake(
                    "database",
                    "Das ist keine Adresse einer PostgreSQL-Datenbank. Bitte jdbc:postgresql://RECHNER/DATENBANK"
                            + "?user=NAME&password=... angeben, oder die Zeile weglassen.",
                    "This is no address of a PostgreSQL database. Give jdbc:postgresql://HOST/DATABASE"
                            + "?user=NAME&password=..., or leave the line out.");
        }
        return address;
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(commandLine.getOrDefault(key, settings.get(key)))
                .filter(text -> !text.isEmpty());
    }

    /** 0 takes any free port, and so does HTTPS where plain HTTP does and nobody says a number. */
    private int port(String key, int usual) {
        String anyLikeHttp = value("http.port").filter("0"::equals).orElse(String.valueOf(usual));
        String text = value(key).orElse(anyLikeHttp);
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : LARGEST_PORT + 1;
        if (port > LARGEST_PORT) {
            mistake(
                    key,
                    "Bitte eine Zahl von 1 bis 65535 nennen, oder 0 für irgendeinen freien Port.",
                    "Give a number from 1 to 65535, or 0 for any free port.");
            return usual;
        }
        if (port != 0 && !ports.add(port)) {
            mistake(
                    key,
                    "Der Port " + port + " ist schon für etwas anderes eingestellt. Bitte einen anderen nennen.",
                    "The port " + port + " is set for something else already. Give another one.");
        }
        return port == 0 ? ServerPlan.freePort() : port;
    }

    private boolean isOn(String key) {
        String text = value(key).orElse("on");
        if (!text.equals("on") && !text.equals("off")) {
            mistake(key, "Bitte on oder off nennen.", "Say on or off.");
        }
        return !text.equals("off");
    }

    private InetAddress bind() {
        try {
            return InetAddress.getByName(value("bind").orElse("127.0.0.1"));
        } catch (UnknownHostException e) {
            mistake(
                    "bind",
                    "Diese Adresse ist unbekannt. Bitte eine dieses Rechners nennen, oder 0.0.0.0 für alle.",
                    "This address is unknown. Give one of this machine, or 0.0.0.0 for all.");
            return InetAddress.getLoopbackAddress();
        }
    }

    private BackupPlan backups() {
        Optional<Path> folder = path("backup.folder");
        folder.filter(place -> !Files.isDirectory(place))
                .ifPresent(missing -> mistake(
                        "backup.folder",
                        "Diesen Ordner gibt es nicht. Bitte Stick oder Laufwerk anschließen oder den Ordner anlegen.",
                        "There is no such folder. Connect the stick or drive, or make the folder."));
        return new BackupPlan(folder, number("backup.hours", 0, MOST_HOURS), number("backup.keep", 1, MOST_KEPT));
    }

    private OptionalInt number(String key, int least, int most) {
        Optional<String> text = value(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = text.get().matches("[0-9]{1,6}") ? Integer.parseInt(text.get()) : -1;
        if (number < least || number > most) {
            mistake(
                    key,
                    "Bitte eine Zahl von " + least + " bis " + most + " nennen.",
                    "Give a number from " + least + " to " + most + ".");
            return OptionalInt.empty();
        }
        return OptionalInt.of(number);
    }

    private List<String> names() {
        List<String> names = value("https.names").stream()
                .flatMap(text -> Stream.of(text.split("[,\\s]+")))
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> wrong =
                names.stream().filter(name -> !CertificateNames.mayCarry(name)).toList();
        if (!wrong.isEmpty()) {
            mistake(
                    "https.names",
                    "Keine Rechnernamen oder Adressen: " + String.join(", ", wrong) + ". Bitte berichtigen.",
                    "No host names or addresses: " + String.join(", ", wrong) + ". Correct them.");
            return List.of();
        }
        return names;
    }

    private Optional<HttpsSettings.Browser> browser() {
        Optional<Path> certificate = path("browser.certificate");
        if (certificate.isEmpty()) {
            Stream.of("browser.key", "browser.password", "browser.port")
                    .filter(key -> value(key).isPresent())
                    .forEach(key -> mistake(
                            key,
                            "Das Zertifikat dazu fehlt. Bitte browser.certificate angeben.",
                            "Its certificate is missing. Give browser.certificate."));
            return Optional.empty();
        }
        int port = port("browser.port", 8444);
        try {
            return Optional.of(new HttpsSettings.Browser(
                    port,
                    new BrowserCertificateFile(certificate.get(), path("browser.key"), value("browser.password"))
                            .read()));
        } catch (KeyFileException e) {
            mistakes.add(e.sentence());
            return Optional.empty();
        }
    }

    /** Relative to the data folder, where the file itself lies. */
    private Optional<Path> path(String key) {
        try {
            return value(key).map(file::resolveSibling);
        } catch (InvalidPathException e) {
            mistake(key, "Das ist kein Pfad. Bitte berichtigen.", "This is no path. Correct it.");
            return Optional.empty();
        }
    }

    private void mistake(String key, String german, String english) {
        mistakes.add(new Wording(place(key) + ": " + german, place(key) + ": " + english));
    }

    /** Where a value stands; what may be a password is not repeated. */
    private String place(String key) {
        String value = SECRETS.contains(key) ? "" : value(key).orElse("");
        return OPTIONS.containsKey(key) && commandLine.containsKey(key)
                ? OPTIONS.get(key) + " " + value
                : file + ", " + key + (value.isEmpty() ? "" : " = " + value);
    }
}
