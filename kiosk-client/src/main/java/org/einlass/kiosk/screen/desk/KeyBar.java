package org.einlass.kiosk.screen.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A key for each action, with its word, along the window's lower edge. */
final class KeyBar extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DeskParts parts;
    private final transient DeskMessages messages;
    private final JComponent window;
    private final Map<String, JButton> buttons = new LinkedHashMap<>();

    /** @param window in which the keys work, wherever the focus is */
    KeyBar(DeskLook look, DeskMessages messages, JComponent window) {
        DeskLook keys = look.forKeys();
        this.parts = new DeskParts(keys);
        this.messages = messages;
        this.window = window;
        setOpaque(false);
        setLayout(new MigLayout(
                "insets 0, gap " + look.px(10) + ", hidemode 3, wrap " + inARow(keys), "[grow, fill, sg]"));
    }

    /** So many that no word is cut on a laptop's screen. */
    private static int inARow(DeskLook look) {
        return switch (look.size()) {
            case NORMAL -> 8;
            case LARGE, LARGEST -> 6;
        };
    }

    /** One more key, while its button can be seen and pressed. */
    void add(String name, String stroke, Runnable action) {
        JButton button = parts.button(name, action);
        button.setText(messages.say(name));
        button.getAccessibleContext().setAccessibleDescription(messages.say(name + ".explained"));
        buttons.put(name, button);
        add(button, "wmin 0");
        DeskParts.bind(window, stroke, () -> {
            if (button.isVisible() && button.isEnabled()) {
                action.run();
            }
        });
    }

    JButton button(String name) {
        return Objects.requireNonNull(buttons.get(name), name);
    }

    void setOffered(boolean offered, String... names) {
        for (String name : names) {
            button(name).setVisible(offered);
        }
    }
}
