package org.einlass.proof.theft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.print.ScriptedPrinter;
import org.einlass.proof.FactServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A kiosk is killed ({@code kill -9}) while a badge is on its way, and then stolen: neither its data folder nor its folder
 * for temporary files holds a page or a name.
 */
class KilledPrintTheftTest {
    private static final Attendee CANARY = Attendee.of("Walpurgis", "Kanarienvögelin", "Landesamt für Kanarienkunde");
    private static final BadgeOrder BADGE = new BadgeOrder(
            Sample.registration(1),
            CANARY,
            Sample.GUEST,
            List.of(),
            Sample.badgeCode(1).text(),
            false);
    private static final List<String> SECRETS = List.of(
            CANARY.familyName(), CANARY.organisation(), Sample.badgeCode(1).text());
    private static final String PAGE = "%PDF-";

    @TempDir
    private Path room;

    /** The libraries that SQLite and Java unpack hold nobody's name, and are long. */
    private void forgetLibraries() throws IOException {
        try (Stream<Path> files = Files.list(room.resolve("temporary"))) {
            for (Path library :
                    files.filter(file -> file.toString().endsWith(".so")).toList()) {
                Files.delete(library);
            }
        }
    }

    @ParameterizedTest(name = "the printer answers: {0}")
    @ValueSource(booleans = {true, false})
    void noPageAndNoNameLiesOnTheDiskOfAKioskThatWasKilledWithABadgeOnItsWay(boolean answers) throws Exception {
        Files.createDirectories(room.resolve("temporary"));
        try (ScriptedPrinter printer = new ScriptedPrinter().slow().takesSilently(!answers);
                FactServer server = new FactServer(
                        scan -> Sample.admitted(scan, BADGE),
                        List.of(SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1)))) {
            Process kiosk = start(server, printer);
            try {
                await(kiosk, printer);
            } finally {
                kiosk.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
            }
            assertThat(new String(printer.jobs().get(0).document(), ISO_8859_1))
                    .as("a page was drawn and sent")
                    .startsWith(PAGE);
        }

        forgetLibraries();
        assertThat(Thief.search(room, SECRETS)).isEmpty();
        assertThat(withAPage()).isEmpty();
        assertThat(Thief.search(room, List.of(Sample.EVENT.toString()))).isNotEmpty();
    }

    private Process start(FactServer server, ScriptedPrinter printer) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + room.resolve("temporary"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintingKiosk.class.getName(),
                        room.resolve("disk").toString(),
                        server.address().toString(),
                        printer.uri().text().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(Process kiosk, ScriptedPrinter printer) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (printer.jobs().isEmpty()) {
            assertThat(kiosk.isAlive()).isTrue();
            assertThat(System.nanoTime()).as("waited for four minutes").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private List<Path> withAPage() throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(Files::isRegularFile)
                    .filter(KilledPrintTheftTest::holdsAPage)
                    .toList();
        }
    }

    private static boolean holdsAPage(Path file) {
        try {
            return Files.readString(file, ISO_8859_1).contains(PAGE);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
