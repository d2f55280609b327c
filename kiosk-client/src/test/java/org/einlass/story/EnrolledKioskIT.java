package org.einlass.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.einlass.contract.enrolment.EnrolmentOffer;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.demo.DemoCongress;
import org.einlass.demo.EnrolledByQrCode;
import org.einlass.demo.MorningPictures;
import org.einlass.kiosk.Kiosk;
import org.einlass.kiosk.KioskFactory;
import org.einlass.kiosk.KioskSettings;
import org.einlass.kiosk.PictureRun;
import org.einlass.launcher.tls.CertificateAuthority;
import org.einlass.launcher.tls.CertificateNames;
import org.einlass.proof.TlsFront;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk without settings becomes one of a real server's event over HTTPS, is copied, revoked and enrolled anew. */
final class EnrolledKioskIT {
    @TempDir
    private Path folder;

    @Test
    void aKioskEnrolsItselfAndACopyOfItsDiskIsFoundOut() throws Exception {
        try (RunningHouse house = RunningHouse.open(folder.resolve("server"))) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
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
                awaitHeartbeat(congress);
                awaitHeartbeat(congress);
                try (Kiosk copy = open(settings, Map.of("store", copied.toString()))) {
                    await(() -> device(congress).has("warning"));
                    assertThat(device(congress).at("/warning/english").asText()).contains("copied");
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
    }

    /** Somebody with a certificate of the same name stands where the enrolled kiosk looks for its server. */
    @Test
    void aManInTheMiddleHearsNothingAndTheTeamIsTold() throws Exception {
        CertificateAuthority strange = CertificateAuthority.make("Einlass event CA", Instant.now());
        try (RunningHouse house = RunningHouse.open(folder.resolve("server"));
                TlsFront middle = new TlsFront(
                        house.server().uri(),
                        strange.issue(CertificateNames.of(List.of("127.0.0.1")), Instant.now()))) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            congress.inviteGuests();
            Path store = folder.resolve("store");
            Path settings = congress.enrolByQrCode("kiosk-1", folder, store, folder.resolve("badges"));
            Path ticket = ticket(congress);
            try (Kiosk kiosk = open(settings, Map.of())) {
                kiosk.ready().get(3, TimeUnit.MINUTES);
                await(() -> kiosk.roster().isPresent());
            }
            String server = house.server().httpsUri().orElseThrow().getAuthority();

            leads(store, server, middle.address().getAuthority());
            PictureRun guests = new PictureRun();
            try (Kiosk kiosk = KioskFactory.of(KioskSettings.read(settings, Map.of()), guests)) {
                kiosk.ready().get(3, TimeUnit.MINUTES);
                assertThat(guests.step(kiosk, ticket).finding()).isEqualTo(PictureRun.Finding.ADMITTED);
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

    private Path ticket(DemoCongress congress) throws IOException {
        MorningPictures camera = new MorningPictures(folder.resolve("pictures"));
        congress.organiser().registrations().stream()
                .filter(guest -> guest.at("/particulars/status").asText().equals("CONFIRMED"))
                .limit(1)
                .forEach(guest -> camera.ticket(congress.organiser().ticket(guest), "ticket"));
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
        try (RunningHouse house = RunningHouse.open(folder.resolve("server"));
                RunningHouse other = RunningHouse.open(folder.resolve("other"))) {
            DemoCongress congress = DemoCongress.on(house.server(), house.organiserToken());
            EnrolmentOffer offer = EnrolmentOffer.parse(congress.organiser()
                            .offer("{\"kind\": \"KIOSK\", \"doors\": [\"" + DemoCongress.ENTRANCE + "\"]}"))
                    .orElseThrow();
            assertThat(offer.pins()).containsExactlyElementsOf(house.server().pins());
            URI elsewhere = other.server().httpsUri().orElseThrow();
            EnrolmentOffer led = new EnrolmentOffer(List.of(elsewhere), offer.pins(), offer.code());
            try (EnrolledByQrCode device = new EnrolledByQrCode(folder.resolve("led"))) {
                device.reads(led.text());
                assertThatThrownBy(device::shortCode).rootCause().hasMessageContaining("Another server");
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
    private static void awaitHeartbeat(DemoCongress congress) {
        JsonNode last = device(congress).path("seenAt");
        await(() -> !device(congress).path("seenAt").equals(last));
    }

    private static JsonNode device(DemoCongress congress) {
        return congress.organiser().devices().get(0);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for three minutes").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
