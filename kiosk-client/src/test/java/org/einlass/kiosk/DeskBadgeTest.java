package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.einlass.contract.code.HelperCard;
import org.einlass.contract.helper.PinLock;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.contract.wire.HeartbeatAnswer.DeviceMessage;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.helper.KeptHelpers;
import org.einlass.kiosk.team.TeamSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helpers at the desk's real window: badge and PIN, without a server, too. */
@Tag("window")
@CacioTest
class DeskBadgeTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();

    @TempDir
    private Path folder;

    private FakeDeskServer server;
    private DeskHands desk;
    private HelperCard ayse;
    private HelperCard bo;

    @BeforeEach
    void open() throws Exception {
        KeptHelpers taken = new KeptHelpers();
        var day = Sample.sheet().calendar().dayOf(Sample.MORNING);
        ayse = taken.add("h0a1b2c3d", "Ayşe Öztürk", day);
        bo = taken.add("hzzzz1111", "Bo", day);
        server = new FakeDeskServer(GUESTS);
        server.takesIn(taken.rows());
        desk = new DeskHands(server, folder, new Dimension(1280, 800), "de");
        desk.await(() -> desk.text("locked.hint").startsWith("Bitte den Helferausweis"));
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    private void switchTo(HelperCard card, String name) {
        desk.scan(card.text());
        desk.await(() -> desk.isShowing("pin"));
        desk.awaitFocus("pin");
        desk.type(KeptHelpers.PIN);
        desk.await(() -> desk.text("operator.now").contains(name));
        desk.awaitFocus("search");
    }

    @Test
    void helpersChangeByBadgeAndPinWithoutAServer() throws Exception {
        desk.photograph("desk-badge-wanted");
        switchTo(ayse, "Ayşe Öztürk");
        desk.await(() -> desk.kiosk().people().size() == GUESTS.size());
        server.fallsSilent();
        desk.type("maximiliane");
        desk.await(() -> desk.text("person.name").contains("Maximiliane Theodora"));
        desk.press(KeyEvent.VK_ENTER);
        desk.awaitNotice("Das Namensschild ist gedruckt");

        switchTo(bo, "Bo");

        assertThat(desk.text("search")).as("a badge and a PIN become no text").isEmpty();
        desk.type("maximiliane");
        desk.await(() -> desk.text("person.name").contains("Maximiliane Theodora"));
        desk.press(KeyEvent.VK_F3);
        server.comesBack();
        desk.await(() -> desk.kiosk().backlog().waiting() == 0);
        assertThat(server.entries().values())
                .extracting(entry -> entry.head().operator())
                .filteredOn(Objects::nonNull)
                .contains(new OperatorId("h0a1b2c3d"));
    }

    @Test
    void nothingPersonalStandsOnALockedScreen() throws Exception {
        switchTo(ayse, "Ayşe Öztürk");
        desk.await(() -> desk.kiosk().people().size() == GUESTS.size());
        desk.type("maximiliane");
        desk.await(() -> desk.text("person.name").contains("Maximiliane Theodora"));

        desk.scan(bo.text());
        desk.awaitFocus("pin");

        desk.photograph("desk-badge-read");
        assertThat(desk.parts())
                .filteredOn(java.awt.Component::isShowing)
                .noneMatch(part -> words(part).contains("Maximiliane")
                        || words(part).contains("Ayşe")
                        || words(part).contains("Bo "));
    }

    @Test
    void theOrganisersMessageIsReadAtAnOpenDeskOnly() throws Exception {
        DeviceMessage message = new DeviceMessage(
                new UUID(1, 2), "Bus aus Jena steht im Stau: 40 Gäste kommen um 09:30", Sample.MORNING);
        server.tells(message);
        desk.kiosk().beat();
        desk.await(() ->
                desk.kiosk().signs().stream().map(TeamSign::fault).anyMatch(fault -> fault == DeviceFault.MESSAGE));
        assertThat(desk.isShowing("corner.message")).isFalse();
        desk.kiosk().beat();
        assertThat(server.messageShown()).as("a locked desk shows no words").isNull();

        switchTo(ayse, "Ayşe Öztürk");

        desk.await(() -> desk.isShowing("corner.message"));
        assertThat(desk.text("corner.message")).contains("Bus aus Jena steht im Stau: 40 Gäste kommen um 09:30");
        desk.photograph("desk-message");
        desk.kiosk().beat();
        desk.await(() -> message.id().equals(server.messageShown()));

        server.tells(null);
        desk.kiosk().beat();
        desk.await(() -> !desk.isShowing("corner.message"));
    }

    private static String words(Object part) {
        return part instanceof JTextComponent field
                ? field.getText()
                : part instanceof JLabel label ? Objects.toString(label.getText(), "") : "";
    }

    @Test
    void fiveWrongPinsAreToldToTheServer() {
        desk.scan(ayse.text());
        for (int attempt = 0; attempt < 5; attempt++) {
            desk.awaitFocus("pin");
            desk.type("9999");
            desk.await(() -> desk.text("pin").isEmpty());
        }

        desk.awaitNotice("Zu viele falsche PINs");
        desk.await(
                () -> server.locks().stream().map(PinLock::lookup).toList().equals(List.of(ayse.lookup(Sample.EVENT))));
        assertThat(server.locks().get(0).until()).isAfter(Instant.EPOCH);
    }
}
