package org.einlass.kiosk.screen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.text.JTextComponent;
import org.einlass.contract.Wording;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.DoorSheet.ProgrammeTitle;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.screen.EventThread;
import org.einlass.kiosk.screen.Language;
import org.einlass.kiosk.screen.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A walk over every part of every form of the desk, in both languages, both looks and all sizes of type: each part
 * says what it is, is read at 4.5 to 1 at least, stands whole in the form, is reached by Tab, and shows that it has
 * the focus. Pictures go to target/forms.
 */
@Tag("window")
@CacioTest
class FormWalkTest {
    private static final Path PICTURES = Path.of(System.getProperty("basedir", "."), "target", "forms");
    private static final double READABLE = 4.5;
    private static final int SEEN = 200;
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2022, 7, 4), LocalDate.of(2022, 9, 28));

    private JFrame frame;

    @AfterEach
    void close() {
        EventThread.call(() -> {
            frame.dispose();
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GERMAN, 1280, 800, false, 0",
        "ENGLISH, 1280, 800, true, 2",
        "GERMAN, 1920, 1080, true, 1",
        "GERMAN, 1280, 800, false, 2",
        "ENGLISH, 1920, 1080, false, 0"
    })
    void everyPartOfEveryFormIsNamedReadableReachedAndSeen(
            Language language, int width, int height, boolean contrast, int larger) throws Exception {
        DeskLook look = look(width, height, contrast, larger);
        frame = EventThread.call(JFrame::new);
        for (DeskForm.Kind kind : DeskForm.Kind.values()) {
            FormPanel panel = EventThread.call(() -> opened(kind, language, look, width, height));
            String place = kind + " in " + language + ", larger by " + larger;
            List<Component> stops = reachedByTab(panel);
            assertThat(stops).as(place).isNotEmpty().allSatisfy(part -> {
                assertThat(part.getAccessibleContext().getAccessibleName())
                        .as(place + ": " + part.getName())
                        .isNotBlank();
                showsItsFocus(part, place);
            });
            EventThread.call(() -> {
                parts(panel).forEach(part -> isReadable(part, place));
                standsWhole(panel, place);
                return null;
            });
            save(panel, kind + "-" + language + "-" + width + (contrast ? "-contrast" : "") + "-" + larger);
        }
    }

    private static DeskLook look(int width, int height, boolean contrast, int larger) {
        DeskLook look = DeskLook.of(width, height);
        for (int step = 0; step < larger; step++) {
            look = look.withNextSize();
        }
        return contrast ? look.withOtherContrast() : look;
    }

    /** In the space that the desk's window leaves beside the list and above the keys. */
    private FormPanel opened(DeskForm.Kind kind, Language language, DeskLook look, int width, int height) {
        Theme.install();
        DeskPane.Actions actions = (DeskPane.Actions) Proxy.newProxyInstance(
                FormWalkTest.class.getClassLoader(),
                new Class<?>[] {DeskPane.Actions.class},
                (proxy, method, arguments) -> null);
        DeskPane pane = new DeskPane("Einlass", look, DeskMessages.in(language), ZoneId.of("Europe/Berlin"), actions);
        FormPanel panel = pane.panel(form(kind));
        if (!frame.isDisplayable()) {
            frame.setUndecorated(true);
        }
        frame.setContentPane(panel);
        frame.setSize(width / 2, height * 13 / 20);
        frame.setVisible(true);
        frame.validate();
        return panel;
    }

    private static DeskForm form(DeskForm.Kind kind) {
        DeskPerson person = person(1);
        return switch (kind) {
            case CORRECTION, SUBSTITUTION, WALK_IN -> fields(kind, kind == DeskForm.Kind.WALK_IN ? null : person);
            case ROLE -> role();
            case GROUP ->
                DeskForm.builder(1, kind)
                        .about(person)
                        .members(Stream.of(1, 2, 3).map(FormWalkTest::person).toList())
                        .build();
            case PAPER -> DeskForm.builder(1, kind).about(person).time("09:12").build();
            case DOCUMENT, MORE_DOCUMENTS ->
                DeskForm.builder(1, kind).about(person).days(DAYS, DAYS.get(1)).build();
            case QUESTION ->
                DeskForm.builder(1, kind)
                        .about(person)
                        .question(new OrganiserQuestion(
                                "Essen",
                                new Wording("Was möchten Sie essen?", "What would you like to eat?"),
                                List.of(new Wording("vegan", "vegan"), new Wording("mit Fleisch", "with meat"))))
                        .build();
            case REPRINT, UNCLEAR, LET_IN, SUPPLY, SPARE ->
                DeskForm.builder(1, kind).about(person).build();
        };
    }

    private static DeskForm role() {
        return DeskForm.builder(1, DeskForm.Kind.ROLE)
                .fields(
                        List.of(
                                AttendeeField.FUNCTION,
                                AttendeeField.GIVEN_NAME,
                                AttendeeField.FAMILY_NAME,
                                AttendeeField.ORGANISATION),
                        Map.of(AttendeeField.FUNCTION, "Veranstaltungstechnik"))
                .categories(Sample.sheet().categories())
                .time("1")
                .build();
    }

    private static DeskForm fields(DeskForm.Kind kind, DeskPerson about) {
        Map<AttendeeField, String> initial = new EnumMap<>(AttendeeField.class);
        initial.put(AttendeeField.FAMILY_NAME, "von Beispiel-Mustermann");
        List<AttendeeField> asked = kind == DeskForm.Kind.CORRECTION
                ? List.of(
                        AttendeeField.TITLE,
                        AttendeeField.GIVEN_NAME,
                        AttendeeField.PARTICLE,
                        AttendeeField.FAMILY_NAME,
                        AttendeeField.FUNCTION,
                        AttendeeField.ORGANISATION,
                        AttendeeField.BADGE_NAME)
                : List.of(AttendeeField.GIVEN_NAME, AttendeeField.FAMILY_NAME, AttendeeField.ORGANISATION);
        boolean fresh = kind == DeskForm.Kind.WALK_IN;
        ProgrammeId programme = new ProgrammeId("egk");
        return DeskForm.builder(1, kind)
                .about(about)
                .fields(asked, initial)
                .categories(fresh ? Sample.sheet().categories() : List.of())
                .programmes(
                        fresh ? List.of(new ProgrammeTitle(programme, Wording.same("EGK"))) : List.of(),
                        Set.of(programme))
                .build();
    }

    private static DeskPerson person(int number) {
        return new DeskPerson(
                Sample.badge(number, false),
                new Wording("Teilnehmer", "Attendee"),
                List.of(Wording.same("EGK")),
                RegistrationStatus.CONFIRMED,
                Instant.EPOCH,
                false);
    }

    private static Stream<Component> parts(Container container) {
        return Arrays.stream(container.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }

    /** Every control that can be used; Tab must reach each of them. */
    private static List<Component> reachedByTab(FormPanel panel) throws Exception {
        return EventThread.call(() -> {
            List<Component> controls = parts(panel)
                    .filter(part -> part instanceof AbstractButton
                            || part instanceof JComboBox
                            || (part instanceof JTextComponent text && text.isEditable()))
                    .filter(part -> part.getName() != null && part.isShowing())
                    .toList();
            Container root = panel.getFocusCycleRootAncestor();
            Set<Component> reached = new LinkedHashSet<>();
            for (Component next = controls.get(0); next != null && reached.add(next); ) {
                next = root.getFocusTraversalPolicy().getComponentAfter(root, next);
            }
            assertThat(reached.stream().map(Component::getName).toList())
                    .containsAll(controls.stream().map(Component::getName).toList());
            return controls;
        });
    }

    private static void showsItsFocus(Component part, String place) {
        EventThread.call(() -> {
            KeyboardFocusManager.getCurrentKeyboardFocusManager().clearFocusOwner();
            return null;
        });
        await(() -> !part.isFocusOwner());
        BufferedImage before = EventThread.call(() -> painted(part));
        EventThread.call(part::requestFocusInWindow);
        await(part::isFocusOwner);
        BufferedImage after = EventThread.call(() -> painted(part));
        int changed = 0;
        for (int y = 0; y < Math.min(before.getHeight(), after.getHeight()); y++) {
            for (int x = 0; x < Math.min(before.getWidth(), after.getWidth()); x++) {
                Color old = new Color(before.getRGB(x, y));
                Color now = new Color(after.getRGB(x, y));
                changed += contrast(old, now) >= 3 ? 1 : 0;
            }
        }
        assertThat(changed).as(place + ": the focus at " + part.getName()).isGreaterThan(SEEN);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!EventThread.call(condition::getAsBoolean) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(EventThread.call(condition::getAsBoolean)).isTrue();
    }

    private static BufferedImage painted(Component part) {
        BufferedImage image = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        part.paint(pen);
        pen.dispose();
        return image;
    }

    private static void isReadable(Component part, String place) {
        boolean written = part instanceof JLabel || part instanceof AbstractButton || part instanceof JTextComponent;
        if (written && part.isShowing() && part.isEnabled() && part.getName() != null) {
            assertThat(contrast(part.getForeground(), ground(part)))
                    .as(place + ": " + part.getName())
                    .isGreaterThanOrEqualTo(READABLE);
        }
    }

    private static Color ground(Component part) {
        Component ground = part;
        while (ground instanceof JComponent inner && !inner.isOpaque() && !isFilled(ground)) {
            ground = ground.getParent();
        }
        return ground.getBackground();
    }

    private static boolean isFilled(Component part) {
        return part instanceof AbstractButton && !(part instanceof JCheckBox);
    }

    /** What does not fit scrolls; nothing stands over the form's edge, and no word of a button is cut. */
    private static void standsWhole(FormPanel panel, String place) {
        parts(panel)
                .filter(AbstractButton.class::isInstance)
                .filter(part -> part.getName() != null && part.isShowing())
                .forEach(part -> assertThat(part.getPreferredSize().width)
                        .as(place + ": " + part.getName())
                        .isLessThanOrEqualTo(part.getWidth()));
        parts(panel)
                .filter(part -> part.getParent() == panel && part.isVisible() && !(part instanceof JScrollPane))
                .forEach(part -> assertThat(part.getY() + part.getHeight())
                        .as(place + ": " + part.getName())
                        .isLessThanOrEqualTo(panel.getHeight()));
    }

    /** By WCAG 2.2, section "contrast ratio". */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int band) {
        double share = band / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static void save(FormPanel panel, String name) throws IOException {
        BufferedImage image = EventThread.call(() -> painted(panel));
        Files.createDirectories(PICTURES);
        ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
    }
}
