package org.einlass.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.einlass.contract.enrolment.PrinterName;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.tls.KeyPin;
import org.einlass.kiosk.camera.CameraAddress;
import org.einlass.kiosk.camera.Symbology;
import org.einlass.kiosk.enrolment.DeviceIdentity;
import org.einlass.kiosk.enrolment.EnrolmentFile;
import org.einlass.kiosk.enrolment.UnreadableEnrolmentException;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.ipp.PrinterUri;
import org.einlass.kiosk.screen.Counter;
import org.einlass.kiosk.screen.Monitors;
import org.einlass.kiosk.screen.Tray;
import org.einlass.kiosk.sync.ServerAddress;
import org.jspecify.annotations.Nullable;

/** Makes a kiosk's settings from named values, and says which value is wrong, and how to write it. */
final class KioskSettingsReader {
    private static final String USUAL_DEADLINE =
            String.valueOf(GateSettings.USUAL.deadline().toMillis());
    private static final int SHORTEST_DEADLINE = 100;
    private static final int MOST_NEIGHBOURS = 3;
    private static final int MOST_LABELS = 10_000;
    private static final int LONGEST_DEADLINE = 10_000;

    private static final List<String> BY_HAND = List.of("server", "server.pins", "event", "token", "device");
    private static final String NO_TOKEN = "none";

    private final Map<String, String> values;

    KioskSettingsReader(Map<String, String> values) {
        this.values = values;
    }

    KioskSettings kiosk() {
        DeviceIdentity identity = identity().orElse(null);
        BadgeOutlet assigned = assigned(identity);
        BadgeOutlet printer = read("printer", "", text -> outlet(text, assigned));
        return new KioskSettings(
                identity == null ? address() : address(identity),
                language(),
                camera(),
                read("codes", "qr", Symbology::named),
                printer,
                read("printer.neighbours", "", text -> neighbours(text, printer)),
                read("printer.documents", "", text -> outlet(text, printer)),
                read("paper", "auto", FormatChoice::named),
                read("labels", "0", KioskSettingsReader::labels),
                read("tray", "below", KioskSettingsReader::tray),
                store(),
                read("counter", "", text -> new Counter(text).sign()),
                kind(identity),
                read("deadline", USUAL_DEADLINE, KioskSettingsReader::deadline),
                identity,
                read("team.pin", "", KioskSettingsReader::teamPin),
                read("monitor", "", KioskSettingsReader::monitor));
    }

    /** What stands in the settings goes before the printer that the organiser assigned. */
    private static BadgeOutlet assigned(@Nullable DeviceIdentity identity) {
        PrinterName name = identity == null ? null : identity.printer();
        if (name == null) {
            return new BadgeOutlet.Nowhere();
        }
        return name.isKnown() ? outlet(name.text()) : new BadgeOutlet.Unknown(name.text());
    }

    private static BadgeOutlet outlet(String text, BadgeOutlet usual) {
        return text.isEmpty() ? usual : outlet(text);
    }

    private Path store() {
        return read("store", "einlass-kiosk", Path::of);
    }

    /** The server decides what a device is; one that was configured by hand says so itself. */
    private DeviceMode kind(@Nullable DeviceIdentity identity) {
        return identity == null
                ? read("kind", "kiosk", KioskSettingsReader::kind)
                : kind(identity.kind().toLowerCase(Locale.ROOT));
    }

    /** Settings that name a server, an event or a token go before what the device became by itself. */
    private boolean isConfigured() {
        return BY_HAND.stream().anyMatch(key -> !values.getOrDefault(key, "").isBlank());
    }

    private Optional<DeviceIdentity> identity() {
        EnrolmentFile file = new EnrolmentFile(store());
        try {
            return isConfigured() ? Optional.empty() : file.read();
        } catch (UnreadableEnrolmentException broken) {
            throw SettingsException.of("enrolment", file.path());
        }
    }

    /** What is there to be set up with; empty where the device has its settings, or was enrolled. */
    Optional<SetUpSettings> toBeSetUp(boolean again) {
        return isConfigured() || (!again && identity().isPresent())
                ? Optional.empty()
                : Optional.of(new SetUpSettings(language(), camera(), store()));
    }

    /** One of its doors can be chosen; without a choice it is the first. */
    private ServerAddress address(DeviceIdentity identity) {
        DoorId first = identity.doors().get(0);
        DoorId door = values.getOrDefault("door", "").isBlank() ? first : read("door", "", DoorId::new);
        if (!identity.doors().contains(door)) {
            throw SettingsException.of("wrong", "door", "door = " + first);
        }
        return safe(new ServerAddress(
                identity.addresses().get(0),
                identity.event(),
                door,
                Objects.requireNonNullElse(identity.token(), NO_TOKEN),
                identity.device(),
                identity.pins()));
    }

    ServerAddress address() {
        URI server = required("server", URI::create);
        EventId event = required("event", EventId::new);
        DoorId door = required("door", DoorId::new);
        String token = required("token", KioskSettingsReader::token);
        List<KeyPin> pins = read("server.pins", "", KioskSettingsReader::pins);
        try {
            return safe(new ServerAddress(server, event, door, token, device(), pins));
        } catch (IllegalArgumentException wrong) {
            throw SettingsException.of("wrong", "server", KioskSettingsReader.example("server"));
        }
    }

    private static ServerAddress safe(ServerAddress address) {
        if (address.isReadByOthers()) {
            throw SettingsException.of("readByOthers", address.server());
        }
        if (!address.pins().isEmpty() && !"https".equals(address.server().getScheme())) {
            throw SettingsException.of("pinsInVain", address.server());
        }
        if (address.pins().isEmpty() && "https".equals(address.server().getScheme())) {
            throw SettingsException.of("pinsMissing", address.server());
        }
        return address;
    }

    private static List<KeyPin> pins(String text) {
        return Stream.of(text.split("[,\\s]+"))
                .filter(pin -> !pin.isEmpty())
                .map(KeyPin::new)
                .toList();
    }

    private @Nullable DeviceId device() {
        return values.getOrDefault("device", "").isBlank() ? null : read("device", "", DeviceId::new);
    }

    private Locale language() {
        return read("language", "de", KioskSettingsReader::language);
    }

    private static Locale language(String text) {
        return switch (text) {
            case "de" -> Locale.GERMAN;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private @Nullable CameraAddress camera() {
        String text = values.getOrDefault("scan", "").strip();
        return text.isEmpty() || text.equals("keyboard") ? null : read("scan", "", CameraAddress::new);
    }

    /** What can stand in the header of a request. */
    private static String token(String text) {
        if (!text.matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException("A token has 1 to 200 characters of ASCII and no blanks.");
        }
        return text;
    }

    private static DeviceMode kind(String text) {
        return switch (text) {
            case "kiosk" -> DeviceMode.KIOSK;
            case "desk" -> DeviceMode.DESK;
            case "door" -> DeviceMode.DOOR;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int labels(String text) {
        int labels = Integer.parseInt(text);
        if (labels < 0 || labels > MOST_LABELS) {
            throw new IllegalArgumentException(text);
        }
        return labels;
    }

    private static Tray tray(String text) {
        return switch (text) {
            case "below" -> Tray.BELOW;
            case "left" -> Tray.LEFT;
            case "right" -> Tray.RIGHT;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String monitor(String text) {
        String name = text.strip();
        if (name.length() > Monitors.LONGEST_NAME) {
            throw new IllegalArgumentException("too long");
        }
        return name;
    }

    private static String teamPin(String text) {
        if (!text.matches("([0-9]{4,12})?")) {
            throw new IllegalArgumentException("no PIN");
        }
        return text;
    }

    private static Duration deadline(String text) {
        int millis = Integer.parseInt(text);
        if (millis < SHORTEST_DEADLINE || millis > LONGEST_DEADLINE) {
            throw new IllegalArgumentException(text);
        }
        return Duration.ofMillis(millis);
    }

    private static BadgeOutlet outlet(String text) {
        if (text.equals("none")) {
            return new BadgeOutlet.Nowhere();
        }
        if (text.startsWith("ipp:") || text.startsWith("ipps:")) {
            return new BadgeOutlet.Ipp(new PrinterUri(URI.create(text)));
        }
        return text.startsWith("queue:")
                ? new BadgeOutlet.Queue(after("queue:", text))
                : new BadgeOutlet.Folder(Path.of(after("folder:", text)));
    }

    /** A printer that is named twice helps out once, and not itself. */
    private static List<BadgeOutlet> neighbours(String text, BadgeOutlet own) {
        List<BadgeOutlet> outlets = Stream.of(text.split("\\s*,\\s*"))
                .filter(one -> !one.isEmpty())
                .map(KioskSettingsReader::outlet)
                .toList();
        if (outlets.size() > MOST_NEIGHBOURS || outlets.contains(new BadgeOutlet.Nowhere())) {
            throw new IllegalArgumentException(text);
        }
        return outlets.stream().filter(outlet -> !outlet.equals(own)).distinct().toList();
    }

    private static String after(String prefix, String text) {
        if (!text.startsWith(prefix) || text.length() == prefix.length()) {
            throw new IllegalArgumentException(text);
        }
        return text.substring(prefix.length());
    }

    private <T> T required(String key, Function<String, T> reader) {
        if (values.getOrDefault(key, "").isBlank()) {
            throw SettingsException.of("missing", key, example(key));
        }
        return read(key, "", reader);
    }

    private <T> T read(String key, String usual, Function<String, T> reader) {
        String value = values.getOrDefault(key, "").strip();
        try {
            return reader.apply(value.isEmpty() ? usual : value);
        } catch (IllegalArgumentException wrong) {
            throw SettingsException.of("wrong", key, example(key));
        }
    }

    private static String example(String key) {
        return switch (key) {
            case "server" -> "server = https://einlass.example:8443";
            case "server.pins" -> "server.pins = sha256/oekVYFTgT6yJmunydRMs3Ael28TqLCrTof/G4NJTaB8=";
            case "counter" -> "counter = 2";
            case "team.pin" -> "team.pin = 4711";
            case "event" -> "event = digitales-thueringen-2022";
            case "door" -> "door = eingang-nord";
            case "token" -> "token = ...";
            case "kind" -> "kind = kiosk, kind = desk, kind = door";
            case "device" -> "device = kiosk-1";
            case "deadline" -> "deadline = 700";
            case "language" -> "language = de";
            case "scan" ->
                "scan = keyboard, scan = http://camera.example/stream.mjpeg, scan = /dev/video0, scan = pictures";
            case "codes" -> "codes = qr, codes = qr, code128, datamatrix, aztec, pdf417";
            case "printer.documents" ->
                "printer.documents = queue:NAME, printer.documents = ipp://printer.example/ipp/print";
            case "printer" ->
                "printer = queue:NAME, printer = ipp://printer.example/ipp/print, printer = folder:badges, printer = none";
            case "printer.neighbours" -> "printer.neighbours = queue:NAME, ipp://printer.example/ipp/print";
            case "labels" -> "labels = 300, labels = 0";
            case "tray" -> "tray = below, tray = left, tray = right";
            case "paper" -> "paper = auto, paper = a6, paper = a6-butterfly, paper = 62x100, paper = 86x54, paper = a4";
            default -> key + " = ...";
        };
    }
}
