package org.einlass.kiosk.screen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JTextArea;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.AccessNeed;
import org.einlass.contract.registration.Accreditation;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.CutTexts;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who stands at the desk, with what only staff are told. Pictures go to target/forms. */
@Tag("window")
@CacioTest
class PersonPanelTest {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "forms");
    private static final AttendeeCard.Notes NOTES = new AttendeeCard.Notes(
            Accreditation.APPLIED,
            Set.of(AccessNeed.WHEELCHAIR, AccessNeed.ASSISTANT, AccessNeed.SIGN_LANGUAGE),
            "Kommt mit Kamerateam über den Lieferanteneingang, bitte die Pressestelle anrufen (Durchwahl 17)",
            "Delegation des Thüringer Ministeriums für Digitales und Infrastruktur");

    private JFrame frame;

    @AfterEach
    void close() {
        EventThread.call(() -> {
            frame.dispose();
            return null;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"GERMAN", "ENGLISH"})
    void whatOnlyStaffAreToldStandsWholeBesideTheName(Language language) throws IOException {
        frame = EventThread.call(JFrame::new);
        PersonPanel panel = EventThread.call(() -> shown(language));

        BufferedImage image = EventThread.call(() -> {
            BufferedImage picture = new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = picture.createGraphics();
            panel.printAll(graphics);
            graphics.dispose();
            return picture;
        });
        Files.createDirectories(PICTURES);
        ImageIO.write(
                image, "png", PICTURES.resolve("person-" + language + ".png").toFile());
        EventThread.call(() -> {
            JTextArea hint = part(panel, "person.hint");
            assertThat(hint.getText().lines()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(hint.getHeight()).isGreaterThanOrEqualTo(hint.getPreferredSize().height);
            assertThat(hint.getY() + hint.getHeight()).isLessThanOrEqualTo(panel.getHeight());
            assertThat(part(panel, "person.status").getText())
                    .isEqualTo(DeskMessages.in(language).say(Accreditation.APPLIED.sentence()));
            return null;
        });
    }

    private PersonPanel shown(Language language) {
        Theme.install();
        DeskKeys keys = (DeskKeys) Proxy.newProxyInstance(
                PersonPanelTest.class.getClassLoader(),
                new Class<?>[] {DeskKeys.class},
                (proxy, method, given) -> null);
        PersonPanel panel =
                new PersonPanel(DeskLook.of(1280, 800), DeskMessages.in(language), ZoneId.of("Europe/Berlin"), keys);
        frame.setUndecorated(true);
        frame.setContentPane(panel);
        frame.setSize(640, 560);
        frame.setVisible(true);
        frame.validate();
        panel.show(state());
        frame.validate();
        panel.revalidate();
        frame.validate();
        return panel;
    }

    private static DeskState state() {
        DeskState locked = DeskState.LOCKED;
        DeskPerson reporter = new DeskPerson(
                Sample.badge(1, false),
                new Wording("Presse", "Press"),
                List.of(Wording.same("EGK")),
                RegistrationStatus.WAITLISTED,
                null,
                false,
                List.of(),
                NOTES);
        return new DeskState(
                true,
                locked.opening(),
                false,
                false,
                "Ayşe",
                0,
                "",
                List.of(reporter),
                null,
                0,
                reporter,
                false,
                null,
                null,
                null,
                false,
                false,
                locked.cases(),
                locked.counter(),
                locked.help(),
                null,
                0,
                locked.corner());
    }

    private static JTextArea part(PersonPanel panel, String name) {
        return CutTexts.all(panel)
                .filter(JTextArea.class::isInstance)
                .map(JTextArea.class::cast)
                .filter(text -> name.equals(text.getName()))
                .findFirst()
                .orElseThrow();
    }
}
