package org.einlass.kiosk.screen.desk;

import java.util.Arrays;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.state.DeskOpening;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.screen.EventThread;

/** A desk that is locked: nothing personal, and the way to open it. */
final class LockedPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int BADGE_PIN = 4;

    private final transient DeskMessages messages;
    private final JTextArea hint;
    private final JLabel nameCaption;
    private final JTextField name;
    private final JLabel pinCaption;
    private final JPasswordField pin;
    private final JButton open;
    private final transient BiConsumer<String, String> signIn;
    private DeskOpening opening = DeskOpening.NAME;

    LockedPanel(DeskLook look, DeskMessages messages, BiConsumer<String, String> signIn) {
        this.messages = messages;
        this.signIn = signIn;
        DeskParts parts = new DeskParts(look);
        setOpaque(false);
        name = parts.field("operator", DeskLook.Role.STRONG);
        pin = parts.secret("pin", DeskLook.Role.STRONG);
        name.getAccessibleContext().setAccessibleName(messages.say("locked.name"));
        JTextArea title = parts.text("locked.title", DeskLook.Role.TITLE, true, "ink");
        title.setText(messages.say("locked.title"));
        hint = parts.text("locked.hint", DeskLook.Role.BODY, false, "ink");
        open = parts.strongButton("open", this::submit);
        open.setText(messages.say("locked.open"));
        open.setFont(look.semibold(DeskLook.Role.BODY));
        nameCaption = caption(parts, "locked.name", name);
        pinCaption = caption(parts, "locked.pin", pin);
        setLayout(new MigLayout(
                "insets 0, gap " + look.px(10) + ", hidemode 3, align center center",
                "[" + look.px(760) + "!, fill]",
                "[]" + look.px(12) + "[]" + look.px(30) + "[][]" + look.px(14) + "[][]" + look.px(24) + "[]"));
        add(title, "wmin 0, wrap");
        add(hint, "wmin 0, wrap");
        add(nameCaption, "wrap");
        add(name, "wrap");
        add(pinCaption, "wrap");
        add(pin, "wrap");
        add(open, "hmin " + look.px(72));
        pin.getDocument().addDocumentListener(new WholePin());
        arrange();
    }

    private JLabel caption(DeskParts parts, String key, JTextField field) {
        JLabel caption = parts.label(key, DeskLook.Role.BODY, false, "ink");
        caption.setText(messages.say(key));
        caption.setLabelFor(field);
        return caption;
    }

    /** Shows what the desk waits for; a field that has gone loses what was typed. */
    void show(DeskState state) {
        if (state.open() || opening != state.opening()) {
            name.setText("");
            pin.setText("");
        }
        if (opening != state.opening()) {
            opening = state.opening();
            arrange();
            if (!state.open()) {
                focus();
            }
        }
    }

    private void arrange() {
        boolean byName = opening == DeskOpening.NAME;
        boolean byPin = opening != DeskOpening.BADGE;
        hint.setText(messages.say(
                switch (opening) {
                    case NAME -> "locked.hint";
                    case BADGE -> "locked.badge";
                    case PIN -> "locked.badge.pin";
                }));
        String pinName = messages.say(byName ? "locked.pin" : "locked.pin.badge");
        pinCaption.setText(pinName);
        pin.getAccessibleContext().setAccessibleName(pinName);
        nameCaption.setVisible(byName);
        name.setVisible(byName);
        pinCaption.setVisible(byPin);
        pin.setVisible(byPin);
        open.setVisible(byPin);
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
        if (pin.isVisible()) {
            pin.requestFocusInWindow();
        }
    }

    void focus() {
        switch (opening) {
            case NAME -> name.requestFocusInWindow();
            case BADGE -> requestFocusInWindow();
            case PIN -> pin.requestFocusInWindow();
        }
    }

    /** A helper's PIN is whole with its last digit: no key more is needed. */
    private final class WholePin implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            if (opening == DeskOpening.PIN && pin.getPassword().length == BADGE_PIN) {
                EventThread.later(this::submitWhole);
            }
        }

        private void submitWhole() {
            if (opening == DeskOpening.PIN && pin.getPassword().length == BADGE_PIN) {
                submit();
            }
        }

        @Override
        public void removeUpdate(DocumentEvent event) {}

        @Override
        public void changedUpdate(DocumentEvent event) {}
    }
}
