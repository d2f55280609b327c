package org.einlass.proof.theft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.RosterRow;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.KioskView;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleRoster;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.proof.FactServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StolenDiskTest {
    private static final String TOKEN = "kanarientoken-4711-zwitschernd";
    private static final Attendee CANARY = new Attendee(
            "Freifrau",
            "Prof. Kanarienhabil.",
            "Walpurgis",
            "von der",
            "Kanarienvögelin",
            "Oberkanarienrätin",
            "Landesamt für Kanarienkunde",
            "Referat Zwitschern",
            "Walli Kanari",
            "Walpurgisch");
    private static final List<String> SECRETS = List.of(
            TOKEN,
            CANARY.title(),
            CANARY.givenName(),
            CANARY.familyName(),
            CANARY.function(),
            CANARY.organisation(),
            CANARY.department(),
            CANARY.badgeName(),
            CANARY.pronunciation(),
            Sample.ticket(1).text(),
            Sample.ticket(2).text(),
            Sample.badgeCode(1).text(),
            Sample.badgeCode(2).text(),
            Sample.badge(2, false).attendee().familyName(),
            Sample.badge(2, false).attendee().organisation());

    @TempDir
    Path room;

    @ParameterizedTest
    @ValueSource(strings = {"kiosk", "door"})
    void theDiskOfAKioskOrDoorTellsNothingOfItsGuests(String kind) throws Exception {
        BadgeOrder badge = new BadgeOrder(
                Sample.registration(1),
                CANARY,
                Sample.GUEST,
                List.of(),
                Sample.badgeCode(1).text(),
                false);
        RosterRow sealed = SampleRoster.row(2, RegistrationStatus.CONFIRMED, 1);
        CountDownLatch prints = new CountDownLatch(2);

        try (FactServer server = new FactServer(scan -> Sample.admitted(scan, badge), List.of(sealed));
                Kiosk kiosk = KioskFactory.of(settings(server, kind), new PrintedView(prints))) {
            kiosk.ready().get(1, TimeUnit.MINUTES);
            awaitRoster();
            kiosk.read(Sample.ticket(1).text());
            awaitCount(prints, 1);
            server.unplug();
            kiosk.read(Sample.ticket(2).text());
            kiosk.read("https://canary.example/Walpurgis/Kanarienvögelin");
            awaitCount(prints, 0);

            assertThat(Thief.search(disk(), SECRETS)).isEmpty();
        }

        assertThat(Thief.search(disk(), SECRETS)).isEmpty();
        assertThat(Thief.search(disk(), List.of(Sample.EVENT.toString()))).isNotEmpty();
    }

    private void awaitRoster() throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (System.nanoTime() < end) {
            List<String> names = names();
            boolean installed = names.stream().anyMatch(name -> name.matches("roster-.*\\.db"));
            if (installed && names.stream().noneMatch(name -> name.endsWith(".part"))) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("The roster was never installed.");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(disk())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void awaitCount(CountDownLatch latch, long count) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (latch.getCount() > count && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(latch.getCount()).isEqualTo(count);
    }

    /**
     * The token has to be somewhere: in the settings file, whose rights are its owner's, and nowhere else.
     */
    private KioskSettings settings(FactServer server, String kind) {
        return KioskSettings.read(
                Path.of(""),
                Map.of(
                        "kind",
                        kind,
                        "server",
                        server.address().toString(),
                        "deadline",
                        "10000",
                        "event",
                        Sample.EVENT.toString(),
                        "door",
                        Sample.DOOR.toString(),
                        "token",
                        TOKEN,
                        "printer",
                        "folder:" + room.resolve("printer"),
                        "store",
                        disk().toString()));
    }

    private Path disk() {
        return room.resolve("disk");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsAPlantedSecret(String disguise, byte[] planted) throws Exception {
        Files.createDirectories(disk().resolve("deep"));
        Files.write(disk().resolve("deep/file"), planted);

        assertThat(Thief.search(disk(), SECRETS)).isNotEmpty();
    }

    static Stream<Arguments> findsAPlantedSecret() {
        String name = "... " + CANARY.familyName() + " ...";
        String code = "... " + Sample.ticket(1).text() + " ...";
        return Stream.of(
                arguments("plain", name.getBytes(UTF_8)),
                arguments("upper case", name.toUpperCase(Locale.ROOT).getBytes(UTF_8)),
                arguments("lower case code", code.toLowerCase(Locale.ROOT).getBytes(UTF_8)),
                arguments("Latin-1", name.getBytes(ISO_8859_1)),
                arguments("UTF-16, little end first", name.getBytes(UTF_16LE)),
                arguments(
                        "UTF-16, big end first, upper case",
                        name.toUpperCase(Locale.ROOT).getBytes(UTF_16BE)),
                arguments("JSON escapes", name.replace("ö", "\\u00f6").getBytes(UTF_8)),
                arguments("hexadecimal", hex(name).getBytes(UTF_8)),
                arguments(
                        "upper-case hexadecimal",
                        hex(name).toUpperCase(Locale.ROOT).getBytes(UTF_8)),
                arguments("Base64", Base64.getEncoder().encode(name.getBytes(UTF_8))),
                arguments("Base64, one byte on", Base64.getEncoder().encode((" " + name).getBytes(UTF_8))),
                arguments("Base64, two bytes on", Base64.getUrlEncoder().encode(("  " + name).getBytes(UTF_8))),
                arguments(
                        "letters backwards",
                        new StringBuilder(code).reverse().toString().getBytes(UTF_8)),
                arguments(
                        "bytes backwards",
                        new StringBuilder(new String(name.getBytes(UTF_8), ISO_8859_1))
                                .reverse()
                                .toString()
                                .getBytes(ISO_8859_1)));
    }

    private static String hex(String text) {
        return new BigInteger(1, text.getBytes(UTF_8)).toString(16);
    }

    @Test
    void findsASecretInTheNameOfAFile() throws Exception {
        Files.createDirectories(disk());
        Files.createFile(disk().resolve("badge-" + CANARY.givenName() + ".pdf"));

        assertThat(Thief.search(disk(), SECRETS)).extracting(Thief.Find::secret).containsOnly(CANARY.givenName());
    }

    /** Counts the badges. */
    private record PrintedView(CountDownLatch prints) implements KioskView {
        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {}

        @Override
        public void unable(EntryId scan, Trouble trouble) {}

        @Override
        public void printing(EntryId scan) {}

        @Override
        public void printed(EntryId scan, String where) {
            prints.countDown();
        }

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {}
    }
}
