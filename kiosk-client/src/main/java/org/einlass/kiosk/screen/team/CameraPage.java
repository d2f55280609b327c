package org.einlass.kiosk.screen.team;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.accessibility.AccessibleRole;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Drawing;
import org.einlass.kiosk.screen.Theme;
import org.einlass.kiosk.team.CameraSight;
import org.jspecify.annotations.Nullable;

/** The live test page of the camera: its picture as it is, how many come, how bright it is, and what is read in it. */
final class CameraPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MILLIS_BETWEEN_LOOKS = 100;

    private final transient Supplier<Optional<CameraSight>> camera;
    private final Locale language;
    private final Picture picture = new Picture();
    private final JTextArea words;
    private final Timer looks;

    /** @param words an empty text of the panel's type */
    CameraPage(Supplier<Optional<CameraSight>> camera, Locale language, JTextArea words, float scale) {
        super(new MigLayout("insets 0, wrap 1", "[grow, fill]", "[]" + Math.round(20 * scale) + "[]"));
        this.camera = camera;
        this.language = language;
        this.words = words;
        looks = new Timer(MILLIS_BETWEEN_LOOKS, event -> look());
        setOpaque(false);
        add(picture, "h " + Math.round(374 * scale) + "!");
        add(words, "wmin 0, hmin " + Math.round(190 * scale));
    }

    void open() {
        look();
        looks.start();
    }

    void close() {
        looks.stop();
        picture.show(null);
    }

    private void look() {
        CameraSight sight = camera.get().orElse(null);
        if (sight == null) {
            return;
        }
        picture.show(sight.picture());
        picture.setSpoken(say("camera.picture"));
        words.setText(
                say("camera.name", sight.name()) + "\n" + (sight.picture() == null ? say("camera.dark") : is(sight)));
        words.getAccessibleContext().setAccessibleName(words.getText());
    }

    private String is(CameraSight sight) {
        BufferedImage shown = sight.picture();
        String size = shown == null ? "" : shown.getWidth() + "\u00a0×\u00a0" + shown.getHeight();
        String read = sight.read().stream()
                .map((Wording kind) -> kind.in(language))
                .distinct()
                .collect(Collectors.joining(", "));
        return say("camera.pictures", size, Math.round(sight.picturesASecond()))
                + "\n"
                + say("camera.brightness", sight.brightness())
                + "\n"
                + (read.isEmpty() ? say("camera.read.nothing") : say("camera.read", read));
    }

    private String say(String key, Object... parts) {
        return TeamCorner.WORDS.in(language, key, parts);
    }

    /** Not mirrored, so that whoever turns the camera sees which side is which; whole, so that its edges are seen. */
    private static final class Picture extends Drawing {
        private static final long serialVersionUID = 1L;

        private transient @Nullable BufferedImage image;

        Picture() {
            super("team.camera.picture", AccessibleRole.CANVAS);
            setOpaque(true);
        }

        void show(@Nullable BufferedImage next) {
            image = next;
            repaint();
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D pen = Theme.smooth(graphics);
            pen.setColor(Theme.colour("quiet"));
            pen.fillRect(0, 0, getWidth(), getHeight());
            BufferedImage shown = image;
            if (shown != null) {
                double scale =
                        Math.min((double) getWidth() / shown.getWidth(), (double) getHeight() / shown.getHeight());
                int width = (int) Math.round(shown.getWidth() * scale);
                int height = (int) Math.round(shown.getHeight() * scale);
                pen.drawImage(shown, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
            }
            pen.dispose();
        }
    }
}
