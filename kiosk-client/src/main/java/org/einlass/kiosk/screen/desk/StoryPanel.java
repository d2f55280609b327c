package org.einlass.kiosk.screen.desk;

import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.desk.ClarificationStory;
import org.einlass.contract.desk.StoryWords;

/** The stories of a case side by side: where, when and what. */
final class StoryPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient DeskLook look;
    private final transient DeskMessages messages;
    private final transient StoryWords words;
    private transient List<ClarificationStory> shown = List.of();

    StoryPanel(DeskLook look, DeskMessages messages, StoryWords words) {
        this.look = look;
        this.messages = messages;
        this.words = words;
        setOpaque(false);
        setLayout(new MigLayout("insets 0, wrap 2, gap " + look.px(16), "[grow, fill, sg][grow, fill, sg]"));
    }

    void show(List<ClarificationStory> stories) {
        if (stories.equals(shown)) {
            return;
        }
        shown = stories;
        removeAll();
        for (int number = 0; number < stories.size(); number++) {
            add(story(number + 1, stories.get(number)), "wmin 0, aligny top, growy");
        }
        revalidate();
        repaint();
    }

    private JPanel story(int number, ClarificationStory story) {
        DeskParts parts = new DeskParts(look);
        JPanel card = new JPanel(new MigLayout("insets 0, gap " + look.px(4), "[grow, fill]"));
        card.setBackground(look.colour("paper"));
        card.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(14), look.px(18), look.px(14), look.px(18))));
        String name = "story." + number;
        card.add(text(parts, name + ".where", true, messages.say(words.where(story))), "wmin 0, wrap");
        card.add(text(parts, name + ".when", false, messages.say(words.when(story))), "wmin 0, wrap");
        card.add(text(parts, name + ".what", false, messages.say(words.what(story))), "wmin 0");
        card.getAccessibleContext().setAccessibleName(messages.say("case.story", number));
        return card;
    }

    private static JTextArea text(DeskParts parts, String name, boolean strong, String words) {
        JTextArea text = parts.text(name, DeskLook.Role.BODY, strong, "ink");
        text.setText(words);
        return text;
    }
}
