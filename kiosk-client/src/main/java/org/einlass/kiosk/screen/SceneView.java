package org.einlass.kiosk.screen;

import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.Wording;
import org.einlass.kiosk.camera.Quad;
import org.einlass.kiosk.screen.team.TeamCorner;
import org.jspecify.annotations.Nullable;

/**
 * The whole of the screen: the picture field with symbol or camera, and the paper with words and controls.
 * Beside each other on a broad screen, above each other on a tall one; the controls are at the bottom, within
 * everybody's reach.
 */
final class SceneView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String SYMBOL = "symbol";
    private static final String CAMERA = "camera";

    private transient Wording title;
    private final CardLayout cards = new CardLayout();
    private final JPanel field = new JPanel(cards);
    private final SymbolView symbol = new SymbolView();
    private final Preview preview = new Preview();
    private final JPanel paper = new JPanel();
    private final TitleBlock event = new TitleBlock();
    private final TextBlock text = new TextBlock();
    private final ProgressLine progress = new ProgressLine();
    private final LanguageSwitch languages;
    private final JButton done;
    private final TeamCorner team = new TeamCorner();
    private int titleWidth = 1;
    private int titleHeight;
    private Dimension laidOutFor = new Dimension();

    /** @param title the event's, above every scene */
    SceneView(Wording title, Consumer<Language> language, Runnable finished) {
        this.title = title;
        this.languages = new LanguageSwitch(language);
        this.done = Components.button("done", finished);
        field.add(symbol, SYMBOL);
        field.add(preview, CAMERA);
        setBackground(Theme.colour("paper"));
        paper.setOpaque(false);
        setFocusable(true);
    }

    /**
     * Shows a scene.
     *
     * @param stay whether it has a way to be ended by the guest
     * @param part how far it has come, 0 to 1; negative where that means nothing
     */
    void show(SceneText sceneText, ScreenMessages screenMessages, Scene.Stay stay, double part) {
        event.setText(screenMessages.say(title));
        arrangeAgainIfTitleNeedsIt();
        text.say(sceneText);
        symbol.show(sceneText, Math.max(0, part));
        progress.setVisible(part >= 0);
        progress.show(part, screenMessages.say("progress.explained", Math.round(100 * part)));
        languages.speak(screenMessages);
        done.setText(screenMessages.say("done"));
        done.getAccessibleContext().setAccessibleDescription(screenMessages.say("done.explained"));
        done.setVisible(stay != Scene.Stay.NOBODYS && stay != Scene.Stay.HINT && stay != Scene.Stay.UNTIL_DONE);
        preview.setSpoken(screenMessages.say("preview.explained"));
    }

    /** Stands above the next scene that is shown. */
    void setTitle(Wording title) {
        this.title = title;
    }

    /** Whether the camera's picture stands in place of the symbol. */
    void setCamera(boolean camera) {
        cards.show(field, camera ? CAMERA : SYMBOL);
    }

    /** The team's corner, over the paper. */
    TeamCorner team() {
        return team;
    }

    void frame(BufferedImage picture, @Nullable Quad code) {
        preview.show(picture, code);
    }

    /** Whether every word stands on the screen whole, and at what share of the wanted size. */
    float shareOfText() {
        return text.share();
    }

    @Override
    public void doLayout() {
        if (!getSize().equals(laidOutFor)) {
            laidOutFor = getSize();
            arrange(getWidth() < getHeight());
        }
        super.doLayout();
        Dimension signs = team.getPreferredSize();
        team.setBounds(getWidth() - signs.width, getHeight() - signs.height, signs.width, signs.height);
    }

    private void arrangeAgainIfTitleNeedsIt() {
        if (titleHeight != event.heightAt(titleWidth)) {
            laidOutFor = new Dimension();
            revalidate();
        }
    }

    private void arrange(boolean tall) {
        float scale = tall
                ? Math.min(getWidth() / 1080f, getHeight() / 1920f)
                : Math.min(getWidth() / 1920f, getHeight() / 1080f);
        removeAll();
        setLayout(
                tall
                        ? new MigLayout("insets 0, gap 0", "[100%!, fill]", "[44%!, fill][56%!, fill]")
                        : new MigLayout("insets 0, gap 0", "[44%!, fill][56%!, fill]", "[100%!, fill]"));
        add(team, "external");
        add(field, tall ? "wrap" : "");
        add(paper);
        team.setScreenHeight(Math.min(getWidth(), getHeight()));
        arrangePaper(scale);
    }

    private void arrangePaper(float scale) {
        int margin = Math.round(scale * Theme.size("edge"));
        int gap = Math.round(scale * Theme.size("gap"));
        int button = Math.round(scale * Theme.size("buttonHeight"));
        event.setScale(scale);
        titleWidth = Math.round(getWidth() < getHeight() ? getWidth() : 0.56f * getWidth()) - 2 * margin;
        titleHeight = event.heightAt(titleWidth);
        paper.removeAll();
        paper.setLayout(new MigLayout(
                "hidemode 2, gap 0, insets " + margin,
                "[grow, fill]" + gap + "[pref!]",
                "[" + titleHeight + "!, fill]" + gap + "[grow, fill]" + gap + "["
                        + Math.round(scale * Theme.size("bar")) + "!, fill]" + 2 * gap + "[" + button + "!, fill]"));
        paper.add(event, "span 2, grow, wmin 0, wrap");
        paper.add(text, "span 2, grow, wmin 0, hmin 0, wrap");
        paper.add(progress, "span 2, grow, wrap");
        paper.add(languages, "grow");
        paper.add(done, "w " + Math.round(scale * Theme.size("buttonWidth")) + "!");
        done.setFont(Theme.semibold(scale * Theme.size("button")));
        text.setScale(scale);
        languages.setScale(scale);
    }
}
