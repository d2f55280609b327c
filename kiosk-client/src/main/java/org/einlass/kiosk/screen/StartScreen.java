package org.einlass.kiosk.screen;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.einlass.kiosk.words.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the screen from the first moment of the program until its real window is there: that it starts, in both
 * languages. It is made of what a Java machine has ready, without the look of the other windows, which takes many times
 * as long to load. It takes no keys.
 */
public final class StartScreen {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.screen.scenes");
    private static final String FAMILY = "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf";
    private static final String LOOK = "look/FlatLightLaf.properties";
    private static final int SHORTER_SIDE = 1080;
    private static final int SENTENCE = 64;
    private static final int EDGE = 84;

    /** The share of the picture field, as on the scenes that follow. */
    private static final double BROAD = 0.44;

    private static final double TALL = 0.40;

    /** Event thread only. */
    private static @Nullable Frame shown;

    private static boolean ended;

    private StartScreen() {}

    /**
     * Opens it where this machine has one monitor only: on which of several it belongs, only the settings say. From any
     * thread; returns at once.
     *
     * @param then is run on the event thread once it can be seen, or at once where it is not opened
     */
    public static void open(Runnable then) {
        EventQueue.invokeLater(() -> {
            if (Monitors.names().size() > 1) {
                then.run();
            } else {
                show("", then);
            }
        });
    }

    /** Opens it on the monitor that a setting names, where it is not there yet. From any thread; returns at once. */
    public static void openOn(String monitor) {
        EventQueue.invokeLater(() -> show(monitor, () -> {}));
    }

    /** The real window is there, or there will be none. From any thread; returns at once. */
    public static void close() {
        EventQueue.invokeLater(() -> {
            ended = true;
            Frame open = shown;
            if (open != null) {
                open.dispose();
                shown = null;
            }
        });
    }

    private static void show(String monitor, Runnable then) {
        if (shown != null || ended) {
            then.run();
            return;
        }
        Picture frame = new Picture(then);
        GraphicsConfiguration place = Monitors.named(monitor).orElseGet(frame::getGraphicsConfiguration);
        frame.setUndecorated(true);
        frame.setFocusableWindowState(false);
        frame.setBounds(place.getBounds());
        shown = frame;
        frame.setVisible(true);
    }

    /** What is seen, in a window of {@code width} x {@code height} pixels. */
    static void paint(Graphics graphics, int width, int height) {
        Graphics2D pen = (Graphics2D) graphics;
        Properties look = look();
        boolean tall = width < height;
        Rectangle field = tall
                ? new Rectangle(0, 0, width, (int) Math.round(TALL * height))
                : new Rectangle(0, 0, (int) Math.round(BROAD * width), height);
        pen.setColor(colour(look, "pause"));
        pen.fill(field);
        pen.setColor(colour(look, "paper"));
        pen.fill(
                tall
                        ? new Rectangle(0, field.height, width, height - field.height)
                        : new Rectangle(field.width, 0, width - field.width, height));
        float scale = Math.min(width, height) / (float) SHORTER_SIDE;
        int left = Math.round(scale * EDGE) + (tall ? 0 : field.width);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(colour(look, "ink"));
        Font font = font();
        float size = scale * SENTENCE;
        int room = width - left - Math.round(scale * EDGE);
        List<String> lines =
                List.of(WORDS.in(Locale.GERMAN, "start.headline"), WORDS.in(Locale.ENGLISH, "start.headline"));
        float widest = (float) lines.stream()
                .mapToDouble(line -> pen.getFontMetrics(font.deriveFont(size)).stringWidth(line))
                .max()
                .orElse(1);
        pen.setFont(font.deriveFont(Math.min(size, size * room / widest)));
        int line = pen.getFontMetrics().getHeight();
        int first = tall ? field.height + 2 * line : height / 2;
        for (int index = 0; index < lines.size(); index++) {
            pen.drawString(lines.get(index), left, first + index * line);
        }
    }

    private static Properties look() {
        Properties look = new Properties();
        try (InputStream file = Objects.requireNonNull(StartScreen.class.getResourceAsStream(LOOK))) {
            look.load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The program's own colours cannot be read.", unreadable);
        }
        return look;
    }

    private static Color colour(Properties look, String name) {
        return Color.decode(look.getProperty("Kiosk." + name));
    }

    /** The family of all screens; Java's own letters where it cannot be read, since this screen may not fail. */
    private static Font font() {
        try (InputStream file = StartScreen.class.getResourceAsStream(FAMILY)) {
            if (file != null) {
                return Font.createFont(Font.TRUETYPE_FONT, file);
            }
        } catch (IOException | FontFormatException unreadable) {
            System.getLogger(StartScreen.class.getName())
                    .log(System.Logger.Level.DEBUG, "the start is written in Java's own letters", unreadable);
        }
        return new Font(Font.DIALOG, Font.BOLD, SENTENCE);
    }

    /** The window. Other work of the start begins when it has been painted: it would delay the picture. */
    private static final class Picture extends Frame {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Runnable then;

        Picture(Runnable then) {
            this.then = then;
            setBackground(colour(look(), "paper"));
        }

        /** Without wiping first, which would be seen as a flash. */
        @Override
        public void update(Graphics graphics) {
            paint(graphics);
        }

        @Override
        public void paint(Graphics graphics) {
            StartScreen.paint(graphics, getWidth(), getHeight());
            Toolkit.getDefaultToolkit().sync();
            Runnable waiting = then;
            then = null;
            if (waiting != null) {
                EventQueue.invokeLater(waiting);
            }
        }
    }
}
