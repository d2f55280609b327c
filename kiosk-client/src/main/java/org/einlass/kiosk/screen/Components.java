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
    private static final String BUTTON = "arc: 999; borderWidth: 3; focusedBorderColor: $Kiosk.focus;"
            + "borderColor: $Kiosk.quiet; hoverBorderColor: $Kiosk.quiet; pressedBorderColor: $Kiosk.quiet;";
    private static final String PLAIN = "background: $Kiosk.paper; foreground: $Kiosk.quiet;"
            + "hoverBackground: $Kiosk.paper; pressedBackground: $Kiosk.line; focusedBackground: $Kiosk.paper;";
    private static final String CHOSEN = "selectedBackground: $Kiosk.chosen; selectedForeground: $Kiosk.ink;";
    private static final String STRONG = "background: $Kiosk.quiet; foreground: $Kiosk.quiet.on;"
            + "hoverBackground: $Kiosk.quiet; pressedBackground: $Kiosk.ink; focusedBackground: $Kiosk.quiet;";

    private Components() {}

    public static JLabel label(String name) {
        return plain(new JLabel(), name);
    }

    /** One of several choices. */
    public static JToggleButton choice(String name, Runnable action) {
        JToggleButton button = plain(new JToggleButton(), name);
        button.putClientProperty(FlatClientProperties.STYLE, BUTTON + PLAIN + CHOSEN);
        return obeying(button, action);
    }

    public static JButton button(String name, Runnable action) {
        JButton button = plain(new JButton(), name);
        button.putClientProperty(FlatClientProperties.STYLE, BUTTON + STRONG);
        return obeying(button, action);
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
