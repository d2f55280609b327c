package org.einlass.kiosk.screen.desk;

import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.jspecify.annotations.Nullable;

/** The sentence about what was done last: a symbol, a colour and words. */
final class NoticeLine extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DeskLook look;
    private final transient DeskMessages messages;
    private final JLabel symbol;
    private final JTextArea sentence;
    private final JLabel waiting;

    NoticeLine(DeskLook look, DeskMessages messages) {
        this.look = look;
        this.messages = messages;
        DeskParts parts = new DeskParts(look);
        symbol = parts.label("notice.symbol", DeskLook.Role.STRONG, true, "ink");
        sentence = parts.text("notice", DeskLook.Role.BODY, true, "ink");
        waiting = parts.label("notice.waiting", DeskLook.Role.BODY, false, "ink");
        waiting.setText(messages.say("notice.waiting"));
        setLayout(new MigLayout("insets 0, gap 0, hidemode 3", "[pref!][grow, fill][pref!]", "[]"));
        add(symbol, "wmin " + look.px(40));
        add(sentence, "wmin 0");
        add(waiting, "gapleft " + look.px(20));
        setBorder(BorderFactory.createEmptyBorder(look.px(10), look.px(20), look.px(10), look.px(20)));
        show(null, false);
    }

    /**
     * Shows what was done last.
     *
     * @param undelivered whether the server has not all of it yet; it is safe on this device then
     */
    void show(@Nullable DeskNotice notice, boolean undelivered) {
        String tone = notice == null ? "none" : notice.tone().name().toLowerCase(Locale.ROOT);
        setBackground(look.colour("notice." + tone));
        symbol.setForeground(look.colour("notice." + tone + ".on"));
        sentence.setForeground(look.colour("notice." + tone + ".on"));
        symbol.setText(notice == null ? "" : messages.say("notice." + tone));
        symbol.setVisible(notice != null);
        sentence.setText(notice == null ? messages.say("notice.none") : messages.say(notice.sentence()));
        waiting.setForeground(look.colour("notice." + tone + ".on"));
        waiting.setVisible(undelivered && notice != null && notice.tone() == DeskNotice.Tone.DONE);
        getAccessibleContext()
                .setAccessibleName(sentence.getText() + (waiting.isVisible() ? " " + waiting.getText() : ""));
    }
}
