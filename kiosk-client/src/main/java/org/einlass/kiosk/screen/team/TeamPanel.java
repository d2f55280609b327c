package org.einlass.kiosk.screen.team;

import java.awt.CardLayout;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Components;
import org.einlass.kiosk.screen.Theme;
import org.einlass.kiosk.team.TeamPin;

/**
 * What a touch of the team's corner opens at a kiosk, over the whole of the screen: digits for the PIN, and behind it the
 * words. It closes by itself when nobody touches it. Event thread only.
 */
public final class TeamPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_MILLIS = 30_000;
    private static final String PIN = "pin";
    private static final String WORDS = "words";
    private static final String CAMERA = "camera";

    /** Whoever turns a camera on its stand needs both hands for a while. */
    private static final int CAMERA_MILLIS = 180_000;

    private final transient TeamPin pin;
    private final transient TeamMenu menu;
    private final Locale language;
    private final CardLayout cards = new CardLayout();
    private final JPanel middle = new JPanel(cards);
    private final JTextArea sentence;
    private final JTextArea list;
    private final JPanel acts;
    private final JButton cameraButton;
    private final CameraPage cameraPage;
    private final StringBuilder digits = new StringBuilder();
    private final Timer end;
    private final transient Runnable closed;

    /**
     * A panel that is over everything else.
     *
     * @param menu asked when the PIN was right
     * @param closed run when it is to go away
     */
    public TeamPanel(TeamPin pin, TeamMenu menu, Locale language, float scale, Runnable closed) {
        this.pin = pin;
        this.menu = menu;
        this.language = language;
        this.closed = closed;
        end = new Timer(LONGEST_MILLIS, event -> close());
        end.setRepeats(false);
        sentence = text("team.sentence", Math.round(28 * scale), false);
        list = text("team.words", Math.round(28 * scale), false);
        setOpaque(false);
        addMouseListener(new MouseAdapter() {});
        JPanel box = new JPanel(new MigLayout("insets " + Math.round(48 * scale), "[grow, fill]", "[][grow, fill][]"));
        box.setBackground(Theme.colour("paper"));
        box.setBorder(BorderFactory.createLineBorder(Theme.colour("quiet"), Math.max(1, Math.round(3 * scale))));
        JTextArea title = text("team.title", Math.round(44 * scale), true);
        title.setText(say(pin.isSet() ? "pin.title" : "words.title"));
        middle.setOpaque(false);
        middle.add(keypad(scale), PIN);
        cameraButton = button("team.camera", say("menu.camera"), this::showCamera, scale);
        cameraPage =
                new CameraPage(menu::camera, language, text("team.camera.words", Math.round(28 * scale), false), scale);
        acts = acts(scale);
        middle.add(behindThePin(scale), WORDS);
        middle.add(cameraPage, CAMERA);
        box.add(title, "wmin 0, wrap");
        box.add(middle, "wmin 0, wrap");
        box.add(button("team.close", say("close"), this::close, scale), "h " + Math.round(84 * scale) + "!");
        setLayout(new MigLayout("insets 0, align center center", "[]", "[]"));
        add(box, "w " + Math.round(760 * scale) + "!");
        open();
    }

    private void open() {
        sentence.setText(say(pin.isSet() ? "pin.sentence" : "pin.none"));
        list.setText(say("pin.none"));
        cards.show(middle, pin.isSet() ? PIN : WORDS);
        end.restart();
    }

    private String say(String key) {
        return TeamCorner.WORDS.in(language, key);
    }

    private JPanel behindThePin(float scale) {
        JPanel all = new JPanel(new MigLayout("insets 0", "[grow, fill]", "[grow, fill][]"));
        all.setOpaque(false);
        all.add(list, "wmin 0, wrap");
        all.add(acts, "gaptop " + Math.round(24 * scale));
        return all;
    }

    /** Shown to whoever has entered the PIN, and where there is none to nobody. */
    private JPanel acts(float scale) {
        JPanel both = new JPanel(new MigLayout("insets 0, wrap 1", "[grow, fill]"));
        both.setOpaque(false);
        both.setVisible(false);
        String height = "h " + Math.round(84 * scale) + "!";
        both.add(cameraButton, height + ", hidemode 3");
        both.add(button("team.setUpAgain", say("menu.setUpAgain"), () -> act(menu::setUpAgain), scale), height);
        both.add(button("team.leave", say("menu.leave"), () -> act(menu::leave), scale), height);
        return both;
    }

    private void act(Runnable wanted) {
        close();
        wanted.run();
    }

    private JPanel keypad(float scale) {
        JPanel pad = new JPanel(new MigLayout(
                "insets 0, wrap 3, gap " + Math.round(14 * scale), "[grow, fill, sg][grow, fill, sg][grow, fill, sg]"));
        pad.setOpaque(false);
        pad.add(sentence, "span 3, wmin 0");
        List<String> keys = new ArrayList<>(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"));
        keys.add(say("pin.clear"));
        keys.add("0");
        for (String key : keys) {
            boolean digit = key.length() == 1;
            pad.add(
                    button("team.key." + (digit ? key : "clear"), key, () -> press(digit ? key : ""), scale),
                    "h " + Math.round(84 * scale) + "!");
        }
        return pad;
    }

    private JButton button(String name, String words, Runnable action, float scale) {
        JButton button = Components.button(name, action);
        button.setText(words);
        button.setFont(Theme.semibold(30 * scale));
        button.getAccessibleContext().setAccessibleDescription(words);
        return button;
    }

    private static JTextArea text(String name, int pixels, boolean strong) {
        JTextArea text = new JTextArea();
        text.setName(name);
        text.setEditable(false);
        text.setFocusable(false);
        text.setOpaque(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setFont(strong ? Theme.semibold(pixels) : Theme.regular(pixels));
        text.setForeground(Theme.colour("ink"));
        return text;
    }

    /** A digit; nothing begins anew. */
    private void press(String digit) {
        end.restart();
        if (digit.isEmpty()) {
            digits.setLength(0);
            return;
        }
        digits.append(digit);
        if (digits.length() >= pin.length()) {
            TeamPin.Attempt attempt = pin.enter(digits.toString());
            digits.setLength(0);
            switch (attempt) {
                case OPENED -> showWords();
                case WRONG -> sentence.setText(say("pin.wrong"));
                case BARRED -> sentence.setText(say("pin.barred"));
                case NONE -> sentence.setText(say("pin.none"));
            }
        }
    }

    private void showWords() {
        List<Wording> all = menu.words();
        list.setText(
                all.isEmpty()
                        ? say("corner.well")
                        : all.stream().map(one -> one.in(language)).collect(Collectors.joining("\n\n")));
        list.getAccessibleContext().setAccessibleName(list.getText());
        acts.setVisible(true);
        cameraButton.setVisible(menu.camera().isPresent());
        cards.show(middle, WORDS);
        end.restart();
        revalidate();
        repaint();
    }

    private void showCamera() {
        cameraPage.open();
        cards.show(middle, CAMERA);
        end.setInitialDelay(CAMERA_MILLIS);
        end.restart();
    }

    private void close() {
        end.stop();
        cameraPage.close();
        closed.run();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Theme.colour("line"));
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
