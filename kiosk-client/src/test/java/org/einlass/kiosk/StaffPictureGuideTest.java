package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.einlass.contract.counter.HelpCall;
import org.einlass.contract.counter.HelpReason;
import org.einlass.contract.id.DeviceId;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.gate.SampleEntries;
import org.einlass.kiosk.screen.Lines;
import org.einlass.kiosk.screen.Theme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the staff's picture guide in German: one page, eight pictures of the real window. Goes to target/gallery. */
@Tag("window")
@CacioTest
class StaffPictureGuideTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final int MARGIN = 60;
    private static final int GAP = 34;
    private static final int TOP = 150;
    private static final int CAPTION = 76;

    @TempDir
    private Path folder;

    private int pictures;
    private final BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = page.createGraphics();

    private void picture(DeskHands desk, String caption) throws IOException {
        String name = "guide-" + ++pictures;
        desk.photograph(name);
        BufferedImage shot =
                ImageIO.read(Path.of("target/gallery", name + ".png").toFile());
        int wide = (WIDTH - 2 * MARGIN - GAP) / 2;
        int high = wide * shot.getHeight() / shot.getWidth();
        int left = MARGIN + (pictures - 1) % 2 * (wide + GAP);
        int top = TOP + (pictures - 1) / 2 * (high + CAPTION);
        pen.drawImage(shot, left, top, wide, high, null);
        pen.setColor(Color.GRAY);
        pen.drawRect(left, top, wide, high);
        pen.setColor(Color.BLACK);
        Lines lines = Lines.anywhere(pictures + "  " + caption, Theme.semibold(24), wide, 1.2f);
        lines.draw(pen, left, top + high + 6);
        assertThat(lines.height()).as(caption).isLessThanOrEqualTo(CAPTION - 10);
        assertThat(top + high + CAPTION).as("all of it stands on the page").isLessThanOrEqualTo(HEIGHT);
    }

    @Test
    void eightPicturesStandOnOnePage() throws Exception {
        Theme.install();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        Lines.anywhere("Der Schalter in acht Bildern", Theme.semibold(54), WIDTH, 1.2f)
                .draw(pen, MARGIN, 50);
        try (FakeDeskServer server = new FakeDeskServer(GUESTS);
                DeskHands desk = new DeskHands(server, folder, new Dimension(1280, 800), "de")) {
            desk.await(() -> desk.isShowing("operator"));
            picture(desk, "Anmelden: Helferausweis scannen oder Kürzel und PIN eingeben.");
            desk.opens(GUESTS.size());
            desk.type("müller");
            desk.await(() -> desk.text("search").equals("müller") && desk.rows().size() > 2);
            picture(desk, "Suchen beim Tippen. Gleiche Namen: Organisation und Teilnahmeart vergleichen.");
            desk.scan(GUESTS.get(1).ticket().text());
            desk.await(() ->
                    desk.text("person.name").equals(GUESTS.get(1).attendee().fullName()));
            desk.press(KeyEvent.VK_ENTER);
            desk.awaitNotice("Das Namensschild ist gedruckt");
            picture(desk, "Eingabetaste: eingecheckt, das Namensschild kommt. F3 nimmt es zurück.");
            desk.press(KeyEvent.VK_F4);
            desk.awaitFocus("form.TITLE");
            picture(desk, "F4 berichtigt; das Namensschild wird neu gedruckt.");
            desk.press(KeyEvent.VK_ESCAPE);
            desk.awaitFocus("search");
            desk.press(KeyEvent.VK_F7);
            desk.awaitFocus("form.GIVEN_NAME");
            picture(desk, "F7: Jemand anderes kommt für diesen Gast. F8: nicht angemeldet.");
            desk.press(KeyEvent.VK_ESCAPE);
            desk.awaitFocus("search");
            desk.press(KeyEvent.VK_F5);
            desk.awaitFocus("form.reason");
            picture(desk, "F5: Namensschild verloren oder beschädigt, mit einer Ziffer.");
            desk.press(KeyEvent.VK_ESCAPE);
            desk.awaitFocus("search");
            desk.pressShift(KeyEvent.VK_F7);
            desk.awaitFocus("form.member.1");
            picture(desk, "Umschalt+F7: eine Delegation auf einmal.");
            desk.press(KeyEvent.VK_ESCAPE);
            desk.awaitFocus("search");
            server.calls(List.of(new HelpCall(
                    SampleEntries.id(),
                    new DeviceId("kiosk-3"),
                    "Kiosk 3",
                    HelpReason.GUEST,
                    Sample.MORNING.minus(Duration.ofMinutes(1)),
                    null,
                    null,
                    false)));
            desk.await(() -> desk.isShowing("help"));
            picture(desk, "Umschalt+F2: Ich komme. F12 sperrt den Schalter.");
        }
        pen.dispose();
        Path file = Path.of("target/gallery/staff-guide-de.png");
        ImageIO.write(page, "png", file.toFile());
        assertThat(pictures).isEqualTo(8);
        assertThat(file).isRegularFile();
    }
}
