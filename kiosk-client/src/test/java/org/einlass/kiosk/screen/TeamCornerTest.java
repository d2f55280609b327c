package org.einlass.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.text.JTextComponent;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Heartbeat.DeviceFault;
import org.einlass.kiosk.screen.team.TeamMenu;
import org.einlass.kiosk.team.CameraSight;
import org.einlass.kiosk.team.TeamPin;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The team's corner of a kiosk: signs for everybody, words for the team. */
@Tag("window")
@CacioTest
class TeamCornerTest {
    private static final Wording JAM = new Wording(
            "Drucker „Ost“: Papierstau. Bitte die Klappe öffnen.", "Printer “Ost”: paper jam. Please open the lid.");

    @AutoClose
    private SampleWindow shown;

    @BeforeEach
    void open() {
        shown = new SampleWindow(SampleScenes.TITLE);
    }

    @Test
    void showsOneDotWhileAllIsWellAndASignForEachFaultAtTheLowerRight() throws IOException {
        shown.window.show(new Scene.Idle());
        assertThat(corner().getAccessibleContext().getAccessibleName()).isEqualTo("Alles in Ordnung");
        int narrow = bounds().width;
        photograph("kiosk-team-well");

        shown.window.showFaults(List.of(DeviceFault.values()).subList(0, 8));

        assertThat(EventThread.<String>call(
                        () -> corner().getAccessibleContext().getAccessibleName()))
                .isEqualTo("Team gebraucht: Server, Gästeliste, Journal, Drucker, Kamera, Scanner, Uhr, Tür");
        EventThread.call(() -> {
            frame().validate();
            return null;
        });
        Rectangle wide = bounds();
        assertThat(wide.width).isGreaterThan(narrow);
        assertThat(wide.x + wide.width).isEqualTo(1280);
        assertThat(wide.y + wide.height).isEqualTo(800);
        photograph("kiosk-team-faults");
    }

    @Test
    void wordsStandBehindThePin() throws IOException {
        shown.window.openTeam(new TeamPin("4711", InstantSource.system()), new RecordedTeamMenu(List.of(JAM), done));
        photograph("kiosk-team-pin");
        type("4712");
        assertThat(text("team.sentence")).isEqualTo("Das war nicht die PIN. Bitte noch einmal.");
        assertThat(text("team.words")).doesNotContain("Papierstau");

        type("4711");

        assertThat(text("team.words")).isEqualTo(JAM.german());
        photograph("kiosk-team-words");
        click("team.close");
        assertThat(EventThread.call(() -> frame().getRootPane().getGlassPane().isVisible()))
                .isFalse();
    }

    @Test
    void withoutAPinNoWordIsShown() {
        shown.window.openTeam(new TeamPin("", InstantSource.system()), new RecordedTeamMenu(List.of(JAM), done));

        assertThat(text("team.words")).contains("keine Team-PIN").doesNotContain("Papierstau");
        assertThat(isShown("team.leave")).isFalse();
    }

    @Test
    void onlyThePinLetsTheTeamLeaveOrSetTheDeviceUpAgain() {
        shown.window.openTeam(new TeamPin("4711", InstantSource.system()), new RecordedTeamMenu(List.of(JAM), done));
        assertThat(isShown("team.leave")).isFalse();
        type("0815");
        assertThat(isShown("team.leave")).isFalse();

        type("4711");
        click("team.setUpAgain");

        assertThat(done).containsExactly("set up again");
        assertThat(EventThread.call(() -> frame().getRootPane().getGlassPane().isVisible()))
                .isFalse();
        shown.window.openTeam(new TeamPin("4711", InstantSource.system()), new RecordedTeamMenu(List.of(JAM), done));
        type("4711");
        click("team.leave");
        assertThat(done).containsExactly("set up again", "leave");
    }

    @Test
    void theCameraIsLookedAtLiveBehindThePin() throws IOException {
        BufferedImage hall = CameraPicture.of(1280, 720);
        shown.window.openTeam(new TeamPin("4711", InstantSource.system()), new MenuWithCamera(hall));
        type("4711");

        click("team.camera");

        assertThat(text("team.camera.words"))
                .contains("Kamera: HD Pro Webcam C920")
                .contains("Bilder: 15 in der Sekunde, " + hall.getWidth())
                .contains("Helligkeit: 47\u00a0%")
                .contains("Gelesen: ein Ticket von uns");
        photograph("kiosk-team-camera");
        click("team.close");
    }

    @Test
    void withoutACameraThereIsNoneToLookAt() {
        shown.window.openTeam(new TeamPin("4711", InstantSource.system()), new RecordedTeamMenu(List.of(), done));
        type("4711");

        assertThat(isShown("team.camera")).isFalse();
        assertThat(isShown("team.leave")).isTrue();
    }

    /** A device with a camera, before which somebody holds a ticket. */
    private record MenuWithCamera(BufferedImage picture) implements TeamMenu {
        @Override
        public List<Wording> words() {
            return List.of();
        }

        @Override
        public Optional<CameraSight> camera() {
            return Optional.of(new CameraSight(
                    "HD Pro Webcam C920",
                    picture,
                    15.2,
                    47,
                    List.of(new Wording("ein Ticket von uns", "a ticket of ours"))));
        }

        @Override
        public void setUpAgain() {}

        @Override
        public void leave() {}
    }

    private final List<String> done = new CopyOnWriteArrayList<>();

    private boolean isShown(String name) {
        return EventThread.call(() -> find(name).isShowing());
    }

    private javax.swing.JFrame frame() {
        return shown.window.frame();
    }

    private void type(String digits) {
        digits.chars().forEach(digit -> click("team.key." + (char) digit));
    }

    private void click(String name) {
        EventThread.call(() -> {
            ((AbstractButton) find(name)).doClick(0);
            return name;
        });
    }

    private String text(String name) {
        return EventThread.call(() -> ((JTextComponent) find(name)).getText());
    }

    private Component corner() {
        return EventThread.call(() -> find("team"));
    }

    private Rectangle bounds() {
        return EventThread.call(() -> find("team").getBounds());
    }

    private Component find(String name) {
        return all(frame().getRootPane())
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static Stream<Component> all(Container container) {
        return Arrays.stream(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), all(inner)) : Stream.of(part));
    }

    private void photograph(String name) throws IOException {
        BufferedImage picture = EventThread.call(() -> {
            Dimension size = frame().getRootPane().getSize();
            frame().validate();
            BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            frame().getRootPane().print(pen);
            pen.dispose();
            return image;
        });
        Path folder = Files.createDirectories(Path.of("target/gallery"));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}
