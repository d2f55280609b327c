package org.einlass.kiosk.screen;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The window of a device that is not set up yet: asks the team for the QR code of the organiser's console, or for
 * address and code, and shows the short code to be compared. All methods may be called from any thread.
 */
public final class SetUpWindow implements AutoCloseable {
    private static final float SHORTER_SIDE = 1080f;
    private static final int MARGIN_PERCENT = 8;
    private static final int EDGE = 3;
    private static final int INSET = 16;

    /** What the window shows. */
    private enum Step {
        WAITING,
        ASKING,
        COMPARING,
        DONE
    }

    private final JFrame frame = new JFrame("Einlass");
    private final JPanel paper = new JPanel();
    private final TextBlock text = new TextBlock();
    private final JLabel addressLabel = Components.label("addressLabel");
    private final JTextField address = field("address");
    private final JLabel codeLabel = Components.label("codeLabel");
    private final JTextField code = field("code");
    private final JButton go;
    private final JButton other;
    private Language language;
    private Step step = Step.WAITING;
    private String detail = "";
    private Wording fault = Wording.same("");
    private @Nullable Component typedIn;

    /** @param typed hears an address and a code that somebody typed, on the event thread */
    private SetUpWindow(Language first, BiConsumer<String, String> typed) {
        language = first;
        go = Components.button("go", () -> typed.accept(address.getText(), code.getText()));
        other = Components.button("language", this::chooseOther);
        address.addActionListener(event -> code.requestFocusInWindow());
        code.addActionListener(event -> go.doClick(0));
        addressLabel.setLabelFor(address);
        codeLabel.setLabelFor(code);
        paper.setBackground(Theme.colour("paper"));
        paper.setFocusable(true);
        frame.setContentPane(paper);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    }

    private static JTextField field(String name) {
        JTextField field = new JTextField();
        field.setName(name);
        field.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(Theme.colour("quiet"), EDGE),
                BorderFactory.createEmptyBorder(0, INSET, 0, INSET)));
        return field;
    }

    /** Opens the window over the whole of the screen. */
    public static SetUpWindow fullScreen(Language first, BiConsumer<String, String> typed) {
        return EventThread.call(() -> {
            Theme.install();
            SetUpWindow window = new SetUpWindow(first, typed);
            GraphicsDevice screen = window.frame.getGraphicsConfiguration().getDevice();
            Rectangle bounds = screen.getDefaultConfiguration().getBounds();
            window.frame.setUndecorated(true);
            window.frame.setBounds(bounds);
            window.arrange(bounds.getSize());
            window.frame.setVisible(true);
            if (screen.isFullScreenSupported()) {
                screen.setFullScreenWindow(window.frame);
            }
            window.paper.requestFocusInWindow();
            StartScreen.close();
            return window;
        });
    }

    /** Opens the window in a size, in pixels. */
    static SetUpWindow sized(Dimension size, Language first, BiConsumer<String, String> typed) {
        return EventThread.call(() -> {
            Theme.install();
            SetUpWindow window = new SetUpWindow(first, typed);
            window.paper.setPreferredSize(size);
            window.arrange(size);
            window.frame.pack();
            window.frame.setVisible(true);
            return window;
        });
    }

    private void arrange(Dimension size) {
        float scale = Math.min(size.width, size.height) / SHORTER_SIDE;
        int margin = Math.min(size.width, size.height) * MARGIN_PERCENT / 100;
        int row = Math.round(scale * Theme.size("buttonHeight"));
        int gap = Math.round(scale * Theme.size("gap"));
        paper.setLayout(new MigLayout(
                "insets " + margin + ", gap " + gap + ", fill, hidemode 2",
                "[][grow, fill][][][]",
                "[grow, fill][" + row + "!, fill][" + row + "!, fill]"));
        paper.add(text, "span, grow, wrap");
        paper.add(addressLabel, "alignx right");
        paper.add(address, "span, growx, wrap");
        paper.add(codeLabel, "alignx right");
        paper.add(code, "growx");
        String wide = "wmin " + Math.round(scale * Theme.size("buttonWidth"));
        paper.add(go, wide);
        paper.add(other, wide);
        text.setScale(scale);
        for (JComponent part : new JComponent[] {addressLabel, address, codeLabel, code, go, other}) {
            part.setFont(Theme.regular(scale * Theme.size("button")));
            part.setForeground(part instanceof JButton ? part.getForeground() : Theme.colour("ink"));
        }
        addressLabel.setHorizontalAlignment(SwingConstants.RIGHT);
        codeLabel.setHorizontalAlignment(SwingConstants.RIGHT);
        say();
    }

    /** The server is being asked. */
    public void showAsking() {
        show(Step.ASKING, "", Wording.same(""));
    }

    /** People are to compare {@code shortCode} with the organiser's screen. */
    public void showShortCode(String shortCode) {
        show(Step.COMPARING, shortCode, Wording.same(""));
    }

    /** It did not work; the window waits for another code. */
    public void showFault(Wording sentence) {
        show(Step.WAITING, "", sentence);
    }

    /** The device is enrolled under this name. */
    public void showDone(String device) {
        show(Step.DONE, device, Wording.same(""));
    }

    private void show(Step next, String words, Wording sentence) {
        EventThread.later(() -> {
            step = next;
            detail = words;
            fault = sentence;
            say();
        });
    }

    private void chooseOther() {
        language = language.other();
        say();
    }

    private void say() {
        ScreenMessages messages = ScreenMessages.in(language);
        Function<String, String> words = key -> messages.say("setUp." + key);
        text.say(
                switch (step) {
                    case WAITING -> waiting(words.apply("headline"), words.apply("sentence"), messages.say(fault));
                    case ASKING -> block(words.apply("asking"), words.apply("asking.sentence"));
                    case COMPARING -> block(detail, words.apply("compare"));
                    case DONE -> block(words.apply("done"), detail);
                });
        addressLabel.setText(words.apply("address"));
        codeLabel.setText(words.apply("code"));
        go.setText(words.apply("go"));
        other.setText(words.apply("otherLanguage"));
        offer(step == Step.WAITING);
    }

    /**
     * Fields that nobody may fill in take no keys, and nor does a button in their stead: a scanner's Enter would press it.
     * Whoever typed goes on in the same field afterwards.
     */
    private void offer(boolean fields) {
        if (fields == address.isVisible()) {
            return;
        }
        if (!fields) {
            typedIn = frame.getMostRecentFocusOwner();
            paper.requestFocusInWindow();
        }
        for (JComponent part : new JComponent[] {addressLabel, address, codeLabel, code, go}) {
            part.setVisible(fields);
        }
        Component before = typedIn;
        if (fields && before != null) {
            (before == go ? code : before).requestFocusInWindow();
        }
    }

    /** What went wrong stands before what is to be done. */
    private static SceneText waiting(String headline, String sentence, String fault) {
        return fault.isEmpty()
                ? block(headline, sentence)
                : block(headline, fault).withNote(sentence);
    }

    private static SceneText block(String headline, String sentence) {
        return SceneText.of(Tone.QUIET, Symbol.CODE, headline, sentence);
    }

    /** Closes the window; may be called twice. */
    @Override
    public void close() {
        EventThread.later(frame::dispose);
    }

    JFrame frame() {
        return frame;
    }
}
