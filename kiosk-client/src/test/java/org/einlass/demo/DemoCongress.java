package org.einlass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.einlass.contract.tls.KeyPin;
import org.einlass.launcher.ServerProcess;

/**
 * A model event on a real server, with invented guests whose names are of every kind; "Digitales Thüringen 2022"
 * where nothing else is said.
 */
public final class DemoCongress {
    public static final String EVENT = ModelEvent.DIGITAL_2022.id();
    public static final String ENTRANCE = "haupteingang";

    private final ServerProcess server;
    private final Organiser organiser;
    private final ModelEvent event;

    private DemoCongress(ServerProcess server, Organiser organiser, ModelEvent event) {
        this.event = event;
        this.server = server;
        this.organiser = organiser;
    }

    /** Plans the congress on a fresh server and imports its guests. */
    public static DemoCongress on(ServerProcess server, Path organiserToken) {
        return on(server, organiserToken, ModelEvent.DIGITAL_2022);
    }

    /** Plans a model event on a fresh server. */
    static DemoCongress on(ServerProcess server, Path organiserToken, ModelEvent event) {
        Organiser organiser = new Organiser(server.uri(), event.id(), text(organiserToken));
        organiser.prepare(resource(event.id() + ".json"));
        return new DemoCongress(server, organiser, event);
    }

    /** Which event it is. */
    ModelEvent event() {
        return event;
    }

    public Organiser organiser() {
        return organiser;
    }

    /** Imports the registration list; answers the import report. */
    public JsonNode inviteGuests() {
        return organiser.importList(DemoAttendees.csv(event));
    }

    /** Writes the settings of a kiosk at the entrance, enrolled under {@code name}. */
    public Path enrolKiosk(String name, Path folder, Path badges) throws IOException {
        return enrol("KIOSK", name, folder, badges);
    }

    /** A kiosk at the entrance enrols itself. */
    public Path enrolByQrCode(String name, Path folder, Path store, Path badges) throws IOException {
        return enrolByQrCode("KIOSK", name, folder, store, badges);
    }

    /**
     * A device at the entrance enrols itself, as one without settings does: it reads the organiser's QR code by its own
     * reader, and somebody compares the short codes. Answers its settings, in which nothing is secret.
     *
     * @param store its private folder
     */
    public Path enrolByQrCode(String kind, String name, Path folder, Path store, Path badges) throws IOException {
        String offer = organiser.offer(
                "{\"kind\": \"" + kind + "\", \"device\": \"" + name + "\", \"doors\": [\"" + ENTRANCE + "\"]}");
        try (EnrolledByQrCode device = new EnrolledByQrCode(store)) {
            device.reads(offer);
            organiser.confirm(enrolment(name), device.shortCode());
            device.awaitEnrolled();
        }
        Files.createDirectories(folder);
        return Files.write(
                folder.resolve(name + ".properties"),
                List.of(
                        "language = de",
                        "scan = keyboard",
                        "printer = folder:" + badges,
                        "store = " + store,
                        "counter = 2"));
    }

    private String enrolment(String device) {
        for (JsonNode waiting : organiser.waiting()) {
            if (waiting.get("device").asText().equals(device)) {
                return waiting.get("enrolment").asText();
            }
        }
        throw new IllegalStateException("No device " + device + " is waiting.");
    }

    /** Writes the settings of a staffed desk at the entrance, enrolled under {@code name}. */
    public Path enrolDesk(String name, Path folder, Path badges) throws IOException {
        return enrol("DESK", name, folder, badges);
    }

    private Path enrol(String kind, String name, Path folder, Path badges) throws IOException {
        String token = organiser.enrol(name, "{\"kind\": \"" + kind + "\", \"doors\": [\"" + ENTRANCE + "\"]}");
        Files.createDirectories(folder);
        List<String> settings = List.of(
                "server = " + server.httpsUri().orElse(server.uri()),
                "server.pins = " + pins(),
                "event = " + event.id(),
                "door = " + ENTRANCE,
                "device = " + name,
                "kind = " + kind.toLowerCase(Locale.ROOT),
                "token = " + token,
                "language = de",
                "scan = keyboard",
                "printer = folder:" + badges,
                "store = " + folder.resolve("store"),
                "counter = 2");
        return Files.write(folder.resolve(name + ".properties"), settings);
    }

    /** Writes the settings of a desk that asks for the data key, enrolled under {@code name}. */
    public Path enrolDeskWithNames(String name, Path folder, Path store) throws IOException {
        String token = organiser.enrol(name, "{\"kind\": \"DESK\"}");
        Files.createDirectories(folder);
        List<String> settings = List.of(
                "server = " + server.httpsUri().orElse(server.uri()),
                "server.pins = " + pins(),
                "event = " + event.id(),
                "door = " + ENTRANCE,
                "device = " + name,
                "kind = desk",
                "token = " + token,
                "store = " + store);
        return Files.write(folder.resolve(name + ".properties"), settings);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The organiser's token cannot be read from " + file + ".", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = DemoCongress.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pins() {
        return server.pins().stream().map(KeyPin::text).collect(Collectors.joining(", "));
    }
}
