package org.einlass.kiosk.screen.desk;

import java.util.Arrays;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** A desk that is locked: nothing personal, and the way to open it. */
final class LockedPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JTextField name;
    private final JPasswordField pin;
    private final transient BiConsumer<String, String> signIn;

    LockedPanel(DeskLook look, DeskMessages messages, BiConsumer<String, String> signIn) {
        this.signIn = signIn;
        DeskParts parts = new DeskParts(look);
        setOpaque(false);
        name = parts.field("operator", DeskLook.Role.STRONG);
        pin = parts.secret("pin", DeskLook.Role.STRONG);
        name.getAccessibleContext().setAccessibleName(messages.say("locked.name"));
        pin.getAccessibleContext().setAccessibleName(messages.say("locked.pin"));
        JTextArea title = parts.text("locked.title", DeskLook.Role.TITLE, true, "ink");
        title.setText(messages.say("locked.title"));
        JTextArea hint = parts.text("locked.hint", DeskLook.Role.BODY, false, "ink");
        hint.setText(messages.say("locked.hint"));
        JButton open = parts.strongButton("open", this::submit);
        open.setText(messages.say("locked.open"));
        open.setFont(look.semibold(DeskLook.Role.BODY));
        setLayout(new MigLayout(
                "insets 0, gap " + look.px(10) + ", align center center",
                "[" + look.px(760) + "!, fill]",
                "[]" + look.px(12) + "[]" + look.px(30) + "[][]" + look.px(14) + "[][]" + look.px(24) + "[]"));
        add(title, "wmin 0, wrap");
        add(hint, "wmin 0, wrap");
        add(caption(parts, "locked.name", messages, name), "wrap");
        add(name, "wrap");
        add(caption(parts, "locked.pin", messages, pin), "wrap");
        add(pin, "wrap");
        add(open, "hmin " + look.px(72));
    }

    private static JLabel caption(DeskParts parts, String key, DeskMessages messages, JTextField field) {
        JLabel caption = parts.label(key, DeskLook.Role.BODY, false, "ink");
        caption.setText(messages.say(key));
        caption.setLabelFor(field);
        return caption;
    }

    /** Enter goes from the name to the PIN, and from the PIN opens the desk. */
    void enter() {
        if (name.hasFocus() && pin.getPassword().length == 0) {
            pin.requestFocusInWindow();
            return;
        }
        submit();
    }

    private void submit() {
        char[] secret = pin.getPassword();
        signIn.accept(name.getText(), new String(secret));
        Arrays.fill(secret, ' ');
        pin.setText("");
        pin.requestFocusInWindow();
    }

    void focus() {
        name.requestFocusInWindow();
    }
}
