package org.einlass.kiosk.screen;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.AbstractButton;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/**
 * Makes every component that holds a text: none reads markup, all look alike, buttons obey Enter as well as
 * Space.
 *
 * <p>A touch does not take the focus, so its mark shows only to those who use keys.
 */
public final class Components {
    private static final String BUTTON = "arc: 999; borderWidth: 3; focusedBorderColor: $focus;"
            + "borderColor: $control; hoverBorderColor: $control; pressedBorderColor: $control;";
    private static final String PLAIN = "background: $paper; foreground: $control;"
            + "hoverBackground: $paper; pressedBackground: $line; focusedBackground: $paper;";
    private static final String CHOSEN = "selectedBackground: $chosen; selectedForeground: $chosen.on;";
    private static final String STRONG = "background: $control; foreground: $control.on;"
            + "hoverBackground: $control; pressedBackground: $pressed; focusedBackground: $control;";
    private static final String STYLE = "einlass.style";

    private Components() {}

    public static JLabel label(String name) {
        return plain(new JLabel(), name);
    }

    /** One of several choices. */
    public static JToggleButton choice(String name, Runnable action) {
        JToggleButton button = plain(new JToggleButton(), name);
        style(button, BUTTON + PLAIN + CHOSEN);
        return obeying(button, action);
    }

    public static JButton button(String name, Runnable action) {
        JButton button = plain(new JButton(), name);
        style(button, BUTTON + STRONG);
        return obeying(button, action);
    }

    /** A button that stands behind the others. */
    public static JButton quietButton(String name, Runnable action) {
        JButton button = plain(new JButton(), name);
        style(button, BUTTON + PLAIN);
        return obeying(button, action);
    }

    private static void style(AbstractButton button, String style) {
        button.putClientProperty(STYLE, style);
        recolour(button);
    }

    /** Gives a button of this class the colours that hold now. */
    static void recolour(AbstractButton button) {
        if (button.getClientProperty(STYLE) instanceof String style) {
            button.putClientProperty(FlatClientProperties.STYLE, style.replace("$", "$" + Theme.key("")));
        }
    }

    private static <C extends JComponent> C plain(C component, String name) {
        component.putClientProperty("html.disable", true);
        component.setName(name);
        return component;
    }

    private static <B extends AbstractButton> B obeying(B button, Runnable action) {
        button.addActionListener(event -> action.run());
        button.setRequestFocusEnabled(false);
        InputMap keys = button.getInputMap();
        keys.put(KeyStroke.getKeyStroke("ENTER"), "pressed");
        keys.put(KeyStroke.getKeyStroke("released ENTER"), "released");
        return button;
    }
}
