package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.counter.SentGuest;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.gate.ShownOutcome;
import org.einlass.kiosk.team.TeamSign;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A desk opens its counter by one key, reads who comes and why, and kiosks name the open counter only. */
@Tag("window")
@CacioTest
class DeskCounterTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final SampleGuest FIRST = GUESTS.get(1);
    private static final SampleGuest SECOND = GUESTS.get(2);

    @TempDir
    private Path folder;

    private static ExpectedGuests.Guest coming(RegistrationId registration, SentGuest.Cause cause, Refusal refusal) {
        EntryId scan = SampleEntries.id();
        return new ExpectedGuests.Guest(
                scan, registration, "Kiosk 3", cause, refusal, Sample.MORNING.minus(Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource({"de, 1280, 800", "en, 1920, 1080"})
    void readsWhoComesAndWhyUntilTheyStandThere(String language, int width, int height) throws Exception {
        String prefix = "desk-" + language + "-" + width + "-";
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(width, height), language)) {
            desk.opens(GUESTS.size());
            server.sends(List.of(
                    coming(FIRST.badge().registration(), SentGuest.Cause.REFUSED, Refusal.CANCELLED),
                    coming(null, SentGuest.Cause.REFUSED, Refusal.UNKNOWN),
                    coming(SECOND.badge().registration(), SentGuest.Cause.NO_BADGE, null)));
            assertThat(desk.isShowing("expected")).isFalse();
            desk.press(KeyEvent.VK_F1);
            desk.await(() -> server.counter() != null && server.counter().open());
            assertThat(server.counter().name()).isEqualTo("4");
            desk.await(() -> desk.isShowing("expected"));
            desk.photograph(prefix + "expected");

            desk.pressShift(KeyEvent.VK_F1);
            desk.await(() -> desk.text("person.name").equals(FIRST.attendee().fullName()));
            assertThat(desk.text("notice")).isNotBlank();
            desk.photograph(prefix + "expected-called");
            desk.scan(SECOND.ticket().text());
            desk.await(() -> desk.text("person.name").equals(SECOND.attendee().fullName()));
            desk.await(() -> desk.size("expected") == 1);
            desk.await(() -> server.counter().served().contains(SECOND.badge().registration())
                    || !server.counter().ended().isEmpty());

            desk.press(KeyEvent.VK_F1);
            desk.await(() -> !server.counter().open());
            desk.await(() -> !desk.isShowing("expected"));
        }
    }

    @Test
    void theOrganiserOpensAndClosesItAndTheKeyStillDoes() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            desk.opens(GUESTS.size());
            server.wants(new CounterOrder(new UUID(0, 1), true));
            desk.kiosk().beat();
            desk.awaitNotice("Die Leitung hat Schalter 4 geöffnet");
            desk.await(() -> server.counter() != null && server.counter().open());

            server.wants(new CounterOrder(new UUID(0, 2), false));
            desk.kiosk().beat();
            desk.awaitNotice("Die Leitung hat Schalter 4 geschlossen");
            desk.await(() -> !server.counter().open());

            desk.press(KeyEvent.VK_F1);
            desk.kiosk().beat();
            desk.await(() -> server.counter().open());
            assertThat(desk.text("notice")).contains("Schalter 4 ist offen");
        }
    }

    @Test
    void theCardSaysWhereSomebodyArrivedElsewhere() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            desk.opens(GUESTS.size());
            server.arrived(new GuestArrival(Sample.MORNING, "Kiosk 3"));
            desk.scan(FIRST.ticket().text());

            desk.await(() -> desk.text("person.arrival").equals("Angekommen am 4.7. um 09:12 Uhr: Kiosk 3"));
            desk.photograph("desk-de-1280-elsewhere");
            server.fallsSilent();
            desk.scan(SECOND.ticket().text());
            desk.await(() -> desk.text("person.arrival").startsWith("An diesem Schalter noch nicht"));
        }
    }

    @Test
    void withoutAServerTheKeyIsObeyedWhenItComesBack() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            desk.opens(GUESTS.size());
            server.fallsSilent();
            desk.press(KeyEvent.VK_F1);
            desk.awaitNotice("Schalter 4 ist offen");

            server.comesBack();

            desk.await(() -> server.counter() != null && server.counter().open());
        }
    }

    @Test
    void aKioskNamesTheOpenCounterAndWithoutOneOrAServerTheOneOfItsSettings() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                Kiosk kiosk = kiosk(server)) {
            kiosk.ready().get(1, TimeUnit.MINUTES);
            SentGuest guest = new SentGuest(SampleEntries.id(), SentGuest.Cause.REFUSED, Refusal.BLOCKED);
            assertThat(where(kiosk, guest)).as("none is open").isEmpty();
            try (DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
                desk.opens(GUESTS.size());
                desk.press(KeyEvent.VK_F1);
                desk.await(() -> server.counter() != null && server.counter().open());

                assertThat(where(kiosk, guest)).contains("4");
                assertThat(server.sent()).contains(guest);
                server.fallsSilent();
                assertThat(where(kiosk, guest)).as("the server is silent").isEmpty();
            }
        }
    }

    @Test
    void theTeamsSignComesWithTheFaultAndGoesWithIt() throws Exception {
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                Kiosk kiosk = kiosk(server)) {
            kiosk.ready().get(1, TimeUnit.MINUTES);
            await(() -> kiosk.signs().isEmpty());
            server.fallsSilent();
            await(() -> faults(kiosk).contains(DeviceFault.SERVER));

            server.comesBack();

            await(() -> kiosk.signs().isEmpty());
            assertThat(faults(kiosk)).isEmpty();
        }
    }

    private static List<DeviceFault> faults(Kiosk kiosk) {
        return kiosk.signs().stream().map(TeamSign::fault).toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static Optional<String> where(Kiosk kiosk, SentGuest guest) throws Exception {
        return kiosk.guestQuestions().counterFor(guest).get(1, TimeUnit.MINUTES);
    }

    private Kiosk kiosk(FakeDeskServer server) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("kiosk.properties"),
                String.join(
                        "\n",
                        "server = " + server.address(),
                        "event = " + Sample.EVENT,
                        "door = " + Sample.DOOR,
                        "token = " + FakeDeskServer.TOKEN,
                        "store = " + folder.resolve("kiosk-store")));
        return KioskFactory.of(KioskSettings.read(settings, Map.of()), new NobodyWatches());
    }

    private static final class NobodyWatches implements KioskView {
        @Override
        public void reading(EntryId scan) {}

        @Override
        public void passed(ShownOutcome shownOutcome) {}

        @Override
        public void unable(EntryId scan, Trouble trouble) {}

        @Override
        public void printing(EntryId scan) {}

        @Override
        public void printed(EntryId scan, String where) {}

        @Override
        public void notPrinted(EntryId scan, Wording sentence) {}
    }
}
