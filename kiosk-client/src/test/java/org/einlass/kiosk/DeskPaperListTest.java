package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.camera.CameraFrame;
import org.einlass.kiosk.camera.CodeReader;
import org.einlass.kiosk.camera.FoundCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list to be ticked by hand, which a desk makes without being asked, on its real window. */
@Tag("window")
@CacioTest
class DeskPaperListTest {
    private static final List<SampleGuest> GUESTS = SampleGuests.demo();
    private static final List<SampleGuest> EXPECTED = GUESTS.stream()
            .filter(guest -> guest.status() == RegistrationStatus.CONFIRMED)
            .toList();
    private static final int DPI = 200;
    private static final double MILLIMETRES = 25.4;

    @TempDir
    private Path folder;

    private FakeDeskServer server;
    private DeskHands desk;

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    @Test
    void isThereWithoutBeingAskedSaysItsAgeAndIsPrintedByOneKeyWithoutAServer() throws Exception {
        server = new FakeDeskServer(GUESTS);
        desk = new DeskHands(server, folder, new Dimension(1280, 800), "de");
        desk.opens(GUESTS.size());
        desk.await(() -> desk.text("corner").contains("Papierliste von "));
        server.fallsSilent();

        desk.pressShift(KeyEvent.VK_F9);

        desk.await(() -> desk.badges() == 1);
        desk.awaitNotice("Die Papierliste ist beim Drucker");
        String text = desk.badgeTexts().get(0);
        assertThat(text).contains("Papierliste zum Abhaken").contains("Uhrzeit: ....");
        assertThat(EXPECTED)
                .allSatisfy(guest -> assertThat(text).contains(guest.attendee().familyName()));
        assertThat(server.documents()).as("the server is not asked").isEmpty();
        List<String> codes = readByOurReader();
        assertThat(codes)
                .hasSize(EXPECTED.size())
                .containsExactlyInAnyOrderElementsOf(
                        EXPECTED.stream().map(guest -> guest.badge().code()).toList());
        SampleGuest first = EXPECTED.stream()
                .filter(guest -> guest.badge().code().equals(codes.get(0)))
                .findFirst()
                .orElseThrow();
        desk.scan(codes.get(0));
        desk.await(() -> desk.text("person.name").equals(first.attendee().fullName()));
    }

    /** What the product's own reader reads of each line, as a camera over the paper sees it. */
    private List<String> readByOurReader() throws Exception {
        List<String> codes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("badges"))) {
            Path file = files.filter(one -> one.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow();
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                Files.createDirectories(Path.of("target/gallery"));
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, DPI);
                    if (page == 0) {
                        ImageIO.write(picture, "png", new File("target/gallery/paper-list-de.png"));
                    }
                    codes.addAll(lines(picture));
                }
            }
        }
        return codes;
    }

    private static List<String> lines(BufferedImage page) {
        CodeReader reader = new CodeReader();
        List<String> codes = new ArrayList<>();
        int side = (int) Math.round(21 / MILLIMETRES * DPI);
        for (double left : new double[] {81, 176}) {
            for (int row = 0; row < 15; row++) {
                BufferedImage seen = page.getSubimage(
                        (int) Math.round(left / MILLIMETRES * DPI),
                        (int) Math.round((36 + row * 16.4 - 2) / MILLIMETRES * DPI),
                        side,
                        side);
                reader.read(CameraFrame.of("paper", seen), Duration.ofSeconds(2)).stream()
                        .map(FoundCode::text)
                        .findFirst()
                        .ifPresent(codes::add);
            }
        }
        return codes;
    }
}
