package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.EnrolledByQrCode;
import org.einlass.demo.MorningPictures;
import org.einlass.kiosk.DeviceMode;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.PictureRun;
import org.einlass.kiosk.PictureRun.Finding;
import org.einlass.launcher.tls.CertificateAuthority;
import org.einlass.launcher.tls.CertificateNames;
import org.einlass.proof.TlsFront;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Devices of one real server, each test its own: a kiosk without settings becomes one of the event over HTTPS, is
 * copied, revoked and enrolled anew; others are led astray, wiped and withdrawn.
 */
final class EnrolledDevicesIT {
    @TempDir
    private static Path shared;

    private static RunningHouse house;
    private static DemoCongress congress;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openTheHouse() throws Exception {
        house = RunningHouse.open(shared.resolve("server"));
        congress = DemoCongress.on(house.server(), house.organiserToken());
        congress.inviteGuests();
    }

    @AfterAll
    static void closeTheHouse() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void aKioskEnrolsItselfAndACopyOfItsDiskIsFoundOut() throws Exception {
        Path store = folder.resolve("store");
        Path copied = folder.resolve("copied");
        Path settings = congress.enrolByQrCode("kiosk-1", folder, store, folder.resolve("badges"));
        assertThat(Files.readString(settings)).doesNotContain("token", "server");
        assertThat(Files.readString(store.resolve("enrolment.json")))
                .contains(house.server().pins().get(0).text(), "https://");

        try (Kiosk kiosk = open(settings, Map.of())) {
            kiosk.ready().get(3, TimeUnit.MINUTES);
            await(() -> kiosk.roster().isPresent());
            Files.createDirectories(copied);
            Files.copy(store.resolve("enrolment.json"), copied.resolve("enrolment.json"));
        }
        try (Kiosk restarted = open(settings, Map.of())) {
            restarted.ready().get(3, TimeUnit.MINUTES);
            await(() -> !token(store).equals(token(copied)));
            awaitHeartbeat("kiosk-1");
            awaitHeartbeat("kiosk-1");
            try (Kiosk copy = open(settings, Map.of("store", copied.toString()))) {
                await(() -> device("kiosk-1").has("warning"));
                assertThat(device("kiosk-1").at("/warning/english").asText()).contains("copied");
                assertThat(copy.canDecideAlone()).isFalse();
            }

            congress.organiser().revoke("kiosk-1");
            await(restarted::isWithdrawn);
        }

        congress.enrolByQrCode("kiosk-1", folder, store, folder.resolve("badges"));
        try (Kiosk again = open(settings, Map.of())) {
            await(() -> !again.isWithdrawn() && again.roster().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "DOOR"})
    void desksAndDoorsEnrolThemselvesAsWell(DeviceMode kind) throws Exception {
        String name = "own-" + kind.name().toLowerCase(Locale.ROOT);
        Path settings =
                congress.enrolByQrCode(kind.name(), name, folder, folder.resolve("store"), folder.resolve("badges"));

        assertThat(KioskSettings.read(settings, Map.of()).kind()).isEqualTo(kind);
        try (Kiosk opened = open(settings, Map.of())) {
            opened.ready().get(3, TimeUnit.MINUTES);
            await(() -> opened.roster().isPresent());
            await(() -> device(name).at("/heartbeat/kind").asText().equals(kind.name()));
        }
    }

    /** Somebody with a certificate of the same name stands where the enrolled kiosk looks for its server. */
    @Test
    void aManInTheMiddleHearsNothingAndTheTeamIsTold() throws Exception {
        CertificateAuthority strange = CertificateAuthority.make("Einlass event CA", Instant.now());
        try (TlsFront middle = new TlsFront(
                house.server().uri(), strange.issue(CertificateNames.of(List.of("127.0.0.1")), Instant.now()))) {
            Path store = folder.resolve("store");
            Path settings = congress.enrolByQrCode("kiosk-2", folder, store, folder.resolve("badges"));
            Path ticket = ticket(0);
            try (Kiosk kiosk = open(settings, Map.of())) {
                kiosk.ready().get(3, TimeUnit.MINUTES);
                await(() -> kiosk.roster().isPresent());
            }
            String server = house.server().httpsUri().orElseThrow().getAuthority();

            leads(store, server, middle.address().getAuthority());
            PictureRun guests = new PictureRun();
            try (Kiosk kiosk = KioskFactory.of(KioskSettings.read(settings, Map.of()), guests)) {
                kiosk.ready().get(3, TimeUnit.MINUTES);
                assertThat(guests.step(kiosk, ticket).finding()).isEqualTo(Finding.ADMITTED);
                await(() -> middle.refused() > 1);
                await(() -> kiosk.signs().stream()
                        .anyMatch(sign -> sign.words().english().startsWith("Another machine than the server")));
                assertThat(middle.bytesRead()).isZero();
                assertThat(kiosk.backlog().waiting()).isPositive();
                assertThat(kiosk.isWithdrawn()).isFalse();
            }

            leads(store, middle.address().getAuthority(), server);
            try (Kiosk kiosk = open(settings, Map.of())) {
                assertThat(kiosk.awaitDelivered(Duration.ofMinutes(3))).isTrue();
                await(() -> kiosk.signs().stream().noneMatch(sign -> sign.fault() == DeviceFault.SERVER));
            }
        }
    }

    /** The photograph of the ticket of one of the confirmed guests. */
    private Path ticket(int guest) throws IOException {
        MorningPictures camera = new MorningPictures(folder.resolve("pictures"));
        congress.organiser().registrations().stream()
                .filter(one -> one.at("/particulars/status").asText().equals("CONFIRMED"))
                .skip(guest)
                .limit(1)
                .forEach(one -> camera.ticket(congress.organiser().ticket(one), "ticket"));
        return PictureRun.pictures(folder.resolve("pictures")).get(0);
    }

    /** From now on the device finds somebody else at its server's address. */
    private static void leads(Path store, String from, String to) throws IOException {
        Path identity = store.resolve("enrolment.json");
        String text = Files.readString(identity);
        assertThat(text).contains(from);
        Files.writeString(identity, text.replace(from, to));
    }

    @Test
    void whoeverIsInTheMidstIsNotTalkedTo() throws Exception {
        CertificateAuthority strange = CertificateAuthority.make("Einlass event CA", Instant.now());
        try (TlsFront other = new TlsFront(
                house.server().uri(), strange.issue(CertificateNames.of(List.of("127.0.0.1")), Instant.now()))) {
            EnrolmentOffer offer = EnrolmentOffer.parse(congress.organiser()
                            .offer("{\"kind\": \"KIOSK\", \"doors\": [\"" + DemoCongress.ENTRANCE + "\"]}"))
                    .orElseThrow();
            assertThat(offer.pins()).containsExactlyElementsOf(house.server().pins());
            EnrolmentOffer led = new EnrolmentOffer(List.of(other.address()), offer.pins(), offer.code());
            try (EnrolledByQrCode device = new EnrolledByQrCode(folder.resolve("led"))) {
                device.reads(led.text());
                assertThatThrownBy(device::shortCode).rootCause().hasMessageContaining("Another server");
                assertThat(other.bytesRead()).isZero();
            }

            try (EnrolledByQrCode device = new EnrolledByQrCode(folder.resolve("typed"))) {
                device.types(
                        house.server().httpsUri().orElseThrow().getAuthority(),
                        offer.code().grouped());
                String shown = device.shortCode();
                JsonNode waiting = congress.organiser().waiting().get(0);
                assertThat(shown.replace(" ", ""))
                        .as("a typed address, known by the key that it shows")
                        .isEqualTo(waiting.path("confirmation").asText());
                congress.organiser().confirm(waiting.get("enrolment").asText(), device.shortCode());
                assertThat(device.awaitEnrolled().pins())
                        .containsExactlyElementsOf(house.server().pins());
            }
        }
    }

    /** An organiser wipes one kiosk and withdraws another, and a desk hears that its key is another one. */
    @Test
    void anOrganiserTakesDevicesBack() throws Exception {
        Path photograph = ticket(1);
        try (Entrance north = new Entrance(congress, "kiosk-north", folder);
                Entrance south = new Entrance(congress, "kiosk-south", folder);
                Kiosk desk = desk()) {
            assertThat(north.knowsItsGuests()).isTrue();
            assertThat(south.knowsItsGuests()).isTrue();
            assertThat(north.shows(photograph).finding()).isEqualTo(Finding.ADMITTED);
            await(() -> guests(desk) == 500);
            UnlockCard card = desk.issueUnlockCard().orElseThrow();

            congress.organiser().wipe("kiosk-north");
            await(() -> device("kiosk-north").at("/wipe").has("wipedAt"));
            assertThat(device("kiosk-north").at("/wipe/destroyed").toString())
                    .contains("roster", "door-sheet", "data-key");
            assertThat(device("kiosk-north").at("/wipe/kept").toString())
                    .isEqualTo("[\"badge-folder\",\"settings-token\"]");
            assertThat(rosters(north.store())).isZero();
            assertThat(north.shows(photograph).finding()).isEqualTo(Finding.UNABLE);
            assertThat(north.delivers()).isTrue();
            assertThat(device("kiosk-north").at("/heartbeat/kind").asText()).isEqualTo("KIOSK");

            congress.organiser().revoke("kiosk-south");
            await(() -> rosters(south.store()) == 0);
            assertThat(south.shows(photograph).finding()).isEqualTo(Finding.UNABLE);

            assertThat(desk.unlock(card).get(1, TimeUnit.MINUTES)).isTrue();
            assertThat(guests(desk)).isEqualTo(500);
        }
    }

    private Kiosk desk() throws Exception {
        Path store = folder.resolve("desk-store");
        return KioskFactory.of(
                KioskSettings.read(congress.enrolDeskWithNames("desk-1", folder.resolve("desk"), store), Map.of()),
                new PictureRun());
    }

    private static long guests(Kiosk desk) {
        long[] count = new long[1];
        desk.guests().each(card -> count[0]++);
        return count[0];
    }

    private static long rosters(Path store) {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.getFileName().toString().startsWith("roster-"))
                    .count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Kiosk open(Path settings, Map<String, String> overrides) {
        return KioskFactory.of(KioskSettings.read(settings, overrides), new PictureRun());
    }

    private static String token(Path store) {
        try {
            return new ObjectMapper()
                    .readTree(store.resolve("enrolment.json").toFile())
                    .path("token")
                    .asText();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The second one after the new token was kept has surely used it, so the one before is valid no more. */
    private static void awaitHeartbeat(String id) {
        JsonNode last = device(id).path("seenAt");
        await(() -> !device(id).path("seenAt").equals(last));
    }

    private static JsonNode device(String id) {
        for (JsonNode device : congress.organiser().devices()) {
            if (device.get("device").asText().equals(id)) {
                return device;
            }
        }
        throw new AssertionError("There is no device " + id + ".");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
