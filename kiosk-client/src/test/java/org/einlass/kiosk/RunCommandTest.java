package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.gate.GateSettings;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.kiosk.store.DeviceStore;
import org.einlass.kiosk.store.TrustRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunCommandTest {
    /** What the server says is to come in time, however busy the machine is. */
    private static final int UNHURRIED = 10_000;

    /** A port that no system gives away by itself, unlike one that was free a moment ago. */
    private static final String NOBODY = "http://127.0.0.1:1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
        Files.createDirectories(folder.resolve("pictures"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void walksThroughPicturesAndPrintsBadges() throws Exception {
        server.says(Sample.ticket(1).text(), scan -> Sample.admitted(scan, Sample.badge(1, false)));
        server.says(Sample.ticket(2).text(), scan -> Sample.refused(scan, Refusal.CANCELLED));
        picture("1-first.png", Sample.ticket(1).text());
        picture("2-cancelled.png", Sample.ticket(2).text());
        picture("3-foreign.png", "https://example.org/menu");
        blank("4-blank.png");
        Files.writeString(folder.resolve("pictures/5-broken.png"), "no picture");

        int exit = walk();

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("1-first.png\twillkommen\tSERVER")
                                .contains("badge-"),
                        line -> assertThat(line)
                                .startsWith("2-cancelled.png\tzum Schalter (")
                                .contains("storniert"),
                        line -> assertThat(line)
                                .startsWith("3-foreign.png\tzum Schalter (")
                                .contains("DEVICE"),
                        line -> assertThat(line).isEqualTo("4-blank.png\tkein Code gefunden"),
                        line -> assertThat(line).isEqualTo("5-broken.png\tkein Bild"));
        assertThat(badges()).hasSize(1).allSatisfy(badge -> assertThat(badge).isNotEmptyFile());
        assertThat(out.toString()).doesNotContain("Müller", Sample.ticket(1).text());
    }

    @Test
    void reportsEveryOutcomeAndEveryStageOfAPrint() throws Exception {
        server.says(Sample.ticket(1).text(), scan -> Sample.admitted(scan, Sample.badge(1, false)));
        picture("1.png", Sample.ticket(1).text());

        walk();

        assertThat(server.entries().values())
                .filteredOn(JournalEntry.Printed.class::isInstance)
                .extracting(entry -> ((JournalEntry.Printed) entry).stage())
                .containsExactlyInAnyOrder(PrintStage.RENDERED, PrintStage.PRINTED);
        assertThat(server.entries().values())
                .filteredOn(JournalEntry.Scanned.class::isInstance)
                .hasSize(1);
    }

    @Test
    void scansOnAfterARestartWithoutAServer() throws Exception {
        server.says(Sample.ticket(1).text(), scan -> Sample.admitted(scan, null));
        picture("1.png", Sample.ticket(1).text());
        assertThat(walk()).isZero();

        server.close();
        int exit = walk(1);

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines().toList().get(1))
                .startsWith("1.png\tzum Schalter")
                .contains("DEVICE");
        assertThat(err.toString()).hasLineCount(1).contains("1 Eintr");
    }

    @Test
    void saysInOneSentenceThatNoServerAnswers() throws Exception {
        picture("1.png", Sample.ticket(1).text());

        int exit = run(
                "run",
                "--config",
                settings(NOBODY).toString(),
                "--walk",
                folder.resolve("pictures").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--patience",
                "1");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("127.0.0.1");
    }

    @Test
    void admitsThoughTheBadgeFolderCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("out"), "a file, not a folder");
        server.says(Sample.ticket(1).text(), scan -> Sample.admitted(scan, Sample.badge(1, false)));
        picture("1.png", Sample.ticket(1).text());

        int exit = walk();

        assertThat(exit).isZero();
        assertThat(out.toString()).hasLineCount(1).contains("willkommen", "kein Namensschild: ");
    }

    @Test
    void saysInOneSentenceWhichSettingIsMissingOrWrong() throws Exception {
        Path settings = Files.writeString(folder.resolve("kiosk.properties"), "server = http://127.0.0.1:1\n");

        assertThat(run("run", "--config", settings.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("event").doesNotContain("Exception");
        assertThat(run("run", "--config", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none");
        assertThat(run("run", "--config", settings().toString(), "--set", "printer=laser"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("printer = queue:NAME");
    }

    @Test
    void showsHowADeviceStandsWithItsServer() throws Exception {
        server.says(Sample.ticket(1).text(), scan -> Sample.admitted(scan, null));
        picture("1.png", Sample.ticket(1).text());
        walk();

        int exit = run("status", "--config", settings().toString());

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("antwortet in", "Eingang Nord", "1 Eintr", "0 unterwegs", "Digitales Th", "LIVE", "Server -");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void case20AndCase14SetUpFaultsAreInTheStatus() throws Exception {
        int exit = run(
                "status",
                "--config",
                settings().toString(),
                "--set",
                "printer=queue:Badges-Nord",
                "--set",
                "scan=/dev/video77?none");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains("„Badges-Nord“ gibt es an diesem Gerät nicht")
                .contains("Kamera /dev/video77: liefert kein Bild");
    }

    @Test
    void showsThatTheServerIsSilentAndTheClockUnsure() throws Exception {
        int exit = run("status", "--config", settings(NOBODY).toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("UNREACHABLE", "Uhr: unsicher", "keines");
    }

    @Test
    void showsThatADeviceWasWithdrawnEvenWithoutNetwork() throws Exception {
        Path config = settings(NOBODY);
        String mark = KioskSettings.read(config, Map.of()).address().tokenMark();
        try (DeviceStore deviceStore = DeviceStore.open(folder.resolve("store"), SampleEntries.epoch())) {
            deviceStore.keepsakes().keep(TrustRecord.of(mark).withdrawn().ordered(new UUID(1, 1)));
        }

        int exit = run("status", "--config", config.toString(), "--set", "language=en");

        assertThat(exit).isEqualTo(3);
        assertThat(out.toString()).contains("withdrawn", "not finished yet");
        Files.writeString(config, Files.readString(config) + "\ntoken = another\n");
        assertThat(run("status", "--config", config.toString())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"token=abc", "team.pin=4711", "scan=http://anna:abc@camera/a", "printer=ipp://anna:4711@p/q"})
    void takesNoSecretFromTheCommandLine(String secret) throws Exception {
        for (String command : List.of("run", "status", "test-page")) {
            assertThat(run(command, "--config", settings().toString(), "--set", secret))
                    .as(command)
                    .isEqualTo(2);
            assertThat(err.toString()).contains(secret.replaceFirst("=.*", "")).doesNotContain("4711", "abc");
        }
    }

    @Test
    void showsHowOldAndHowLargeTheRosterIs() throws Exception {
        byte[] file = SampleRoster.file(List.of(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1)));
        try (DeviceStore deviceStore = DeviceStore.open(folder.resolve("store"), SampleEntries.epoch())) {
            Path place = Files.write(deviceStore.rosterShelf().place(), file);
            deviceStore.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(7), 1, file), place);
        }

        run("status", "--config", settings().toString(), "--set", "language=en");

        assertThat(out.toString()).containsPattern("Roster: 1 codes, last brought up to date [\\d.,]+ s ago");
    }

    @Test
    void saysInOneSentenceThatTheRosterOnTheDiskIsBroken() throws Exception {
        byte[] file = SampleRoster.file(List.of(SampleRoster.row(1, RegistrationStatus.CONFIRMED, 1)));
        try (DeviceStore deviceStore = DeviceStore.open(folder.resolve("store"), SampleEntries.epoch())) {
            Path place = Files.write(deviceStore.rosterShelf().place(), file);
            deviceStore.rosterShelf().install(SampleRoster.announcement(SampleRoster.cursor(7), 1, file), place);
        }
        try (Stream<Path> files = Files.list(folder.resolve("store"))) {
            for (Path roster : files.filter(one -> one.getFileName().toString().startsWith("roster-"))
                    .toList()) {
                Files.writeString(roster, "broken".repeat(1000));
            }
        }

        int exit = run("status", "--config", settings().toString());

        assertThat(exit).isOne();
        assertThat(err.toString())
                .contains("The roster on this device's disk cannot be read.")
                .doesNotContain("Exception");
    }

    @Test
    void warnsOfATokenThatOthersCanReadAndOfSettingsThatMeanNothing() throws Exception {
        Path config = settings();
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r-----"));

        int exit = run("status", "--config", config.toString(), "--set", "prnter=none");

        assertThat(exit).isZero();
        assertThat(err.toString()).hasLineCount(2).contains("chmod 600 " + config, "prnter", "printer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server=einlass.example|server = https://",
                "server=ftp://einlass.example|server = https://",
                "server=http://10.0.0.7:8080|server = https://",
                "server=https://10.0.0.7:8443|server.pins = sha256/",
                "server.pins=sha256/short|server.pins = sha256/",
                "server.pins=sha256/oekVYFTgT6yJmunydRMs3Ael28TqLCrTof/G4NJTaB8=|server = https://",
                "event=Digitales Thüringen|event = digitales",
                "counter=Akkreditierung im zweiten Obergeschoss, links|counter = 2",
                "team.pin=0815x|team.pin = 4711",
                "door=Eingang Nord|door = eingang-nord",
                "device=Kiosk 1|device = kiosk-1",
                "kind=robot|kind = kiosk",
                "token=two words|token = ...",
                "token=tökén|token = ...",
                "language=fr|language = de",
                "deadline=0.7|deadline = 700",
                "deadline=99|deadline = 700",
                "deadline=10001|deadline = 700",
                "printer=folder:|printer = queue:NAME",
                "printer=ipp://anna:secret@printer/ipp|printer = queue:NAME",
                "printer.neighbours=none|printer.neighbours = queue:NAME",
                "paper=a5|paper = auto",
                "tray=behind|tray = below",
            })
    void saysOfEachWrongValueInOneSentenceWhereItIsAndHowItIsWritten(String wrong, String example) throws Exception {
        Path file = settings();
        Files.writeString(file, Files.readString(file) + "\n" + wrong + "\n");

        int exit = run("status", "--config", file.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElseThrow())
                .contains(wrong.substring(0, wrong.indexOf('=')), example)
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void printsATestPageThatFitsThePaperAndSaysWhatToLookFor() throws Exception {
        try (ScriptedPrinter printer = new ScriptedPrinter().load("oe_label_62x100mm")) {
            int exit = run(
                    "test-page",
                    "--config",
                    settings().toString(),
                    "--set",
                    "printer=" + printer.uri().text());

            assertThat(exit).isZero();
            assertThat(printer.jobs()).hasSize(1);
            assertThat(printer.jobs().get(0).paper()).isEqualTo("6200x10000");
            assertThat(out.toString()).contains("Testseite ist gedruckt", "10 mm auf dem Lineal");
        }
    }

    @Test
    void sendsNothingToAPrinterWithOtherPaperAndSaysSoAtSetUp() throws Exception {
        try (ScriptedPrinter printer = new ScriptedPrinter().load("na_letter_8.5x11in")) {
            String uri = "printer=" + printer.uri().text();

            int exit = run("test-page", "--config", settings().toString(), "--set", uri, "--set", "paper=a6");
            run("status", "--config", settings().toString(), "--set", uri, "--set", "paper=a6");

            assertThat(exit).isEqualTo(1);
            assertThat(printer.jobs()).isEmpty();
            assertThat(out.toString().lines().filter(line -> line.contains("das Namensschild braucht 105 x 148 mm")))
                    .hasSize(2);
        }
    }

    @Test
    void aGuestWaitsForTheServerAsLongAsTheSettingsSay() throws Exception {
        Path config = settings();

        assertThat(KioskSettings.read(config, Map.of()).deadline()).isEqualTo(Duration.ofMillis(UNHURRIED));
        assertThat(KioskSettings.read(config, Map.of("deadline", "")).deadline())
                .isEqualTo(GateSettings.USUAL.deadline());
    }

    private int walk() throws IOException {
        return walk(60);
    }

    private int walk(int patience) throws IOException {
        return run(
                "run",
                "--config",
                settings().toString(),
                "--walk",
                folder.resolve("pictures").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--patience",
                String.valueOf(patience));
    }

    private int run(String... arguments) {
        return KioskClient.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path settings() throws IOException {
        return settings(server.address().toString());
    }

    private Path settings(String address) throws IOException {
        return forOwnerOnly(Files.writeString(folder.resolve("kiosk.properties"), """
                server = %s
                event = %s
                door = %s
                token = %s
                store = %s
                deadline = %s
                """.formatted(
                        address, Sample.EVENT, Sample.DOOR, FakeServer.TOKEN, folder.resolve("store"), UNHURRIED)));
    }

    private static Path forOwnerOnly(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private List<Path> badges() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().matches("badge-.*\\.pdf"))
                    .toList();
        }
    }

    private void blank(String name) throws IOException {
        save(name, new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB));
    }

    private void picture(String name, String text) throws IOException, WriterException {
        BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300);
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, 300, 300);
        paper.setColor(Color.BLACK);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                if (modules.get(x, y)) {
                    paper.fillRect(x, y, 1, 1);
                }
            }
        }
        paper.dispose();
        save(name, image);
    }

    private void save(String name, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", folder.resolve("pictures").resolve(name).toFile());
    }
}
