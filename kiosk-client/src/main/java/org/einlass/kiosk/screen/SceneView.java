package org.einlass.kiosk.screen;

import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /** Words grow so far where a guest asks for it, and where there is room. */
    private static final float LARGE = 1.5f;

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
    private final AidBar aidBar;
    private final JButton done;
    private final TeamCorner team = new TeamCorner();
    private int titleWidth = 1;
    private int titleHeight;
    private Dimension laidOutFor = new Dimension();
    private transient ReadingAids aids = ReadingAids.NONE;

    /** @param title the event's, above every scene */
    SceneView(Wording title, Consumer<Language> language, AidBar.Actions aidActions, Runnable finished) {
        Theme.setContrast(false);
        this.title = title;
        this.aidBar = new AidBar(aidActions);
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
    void show(SceneText sceneText, ScreenMessages screenMessages, ReadingAids how, Scene.Stay stay, double part) {
        use(how);
        aidBar.show(screenMessages, how, isEndedByTime(stay));
        event.setText(screenMessages.say(title));
        arrangeAgainIfTitleNeedsIt();
        text.say(sceneText);
        symbol.show(sceneText, Math.max(0, part));
        progress.setVisible(part >= 0);
        progress.show(part, screenMessages.say("progress.explained", Math.round(100 * part)));
        languages.speak(screenMessages);
        done.setText(screenMessages.say("done"));
        done.getAccessibleContext().setAccessibleDescription(screenMessages.say("done.explained"));
        done.setVisible(isEndedByTime(stay));
        preview.setSpoken(screenMessages.say("preview.explained"));
    }

    private static boolean isEndedByTime(Scene.Stay stay) {
        return stay != Scene.Stay.NOBODYS && stay != Scene.Stay.HINT && stay != Scene.Stay.UNTIL_DONE;
    }

    private void use(ReadingAids how) {
        if (how.contrast() != aids.contrast()) {
            Theme.setContrast(how.contrast());
            setBackground(Theme.colour("paper"));
            Stream.concat(Stream.of(done), Stream.concat(languages.choices(), aidBar.buttons()))
                    .forEach(Components::recolour);
            repaint();
        }
        if (how.large() != aids.large()) {
            laidOutFor = new Dimension();
            revalidate();
        }
        aids = how;
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

    /** Whether every word stands on the screen whole, and at what share of the usual size. */
    float shareOfText() {
        return text.share() * (aids.large() ? LARGE : 1);
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
        int share = fieldPercent(tall);
        String split = "[" + share + "%!, fill][" + (100 - share) + "%!, fill]";
        setLayout(
                tall
                        ? new MigLayout("insets 0, gap 0", "[100%!, fill]", split)
                        : new MigLayout("insets 0, gap 0", split, "[100%!, fill]"));
        add(team, "external");
        add(field, "wmin 0, hmin 0" + (tall ? ", wrap" : ""));
        add(paper, "wmin 0, hmin 0");
        team.setScreenHeight(Math.min(getWidth(), getHeight()));
        arrangePaper(scale);
    }

    /** The picture field gives way to large words. */
    private int fieldPercent(boolean tall) {
        return aids.large() ? (tall ? 26 : 22) : (tall ? 40 : 44);
    }

    private void arrangePaper(float scale) {
        int margin = Math.round(scale * Theme.size("edge"));
        int gap = Math.round(scale * Theme.size("gap"));
        int button = Math.round(scale * Theme.size("buttonHeight"));
        boolean tall = getWidth() < getHeight();
        event.setScale(scale);
        titleWidth = Math.round(tall ? getWidth() : (1 - fieldPercent(false) / 100f) * getWidth()) - 2 * margin;
        titleHeight = event.heightAt(titleWidth);
        paper.removeAll();
        paper.setLayout(new MigLayout(
                "hidemode 2, gap 0, insets " + margin,
                "[grow, fill]" + gap + "[pref!]",
                "[" + titleHeight + "!, fill]" + gap + "[grow, fill]" + gap / 2 + "[]" + gap / 2 + "[fill]" + gap / 2
                        + "[" + button + "!, fill]"));
        paper.add(event, "span 2, grow, wmin 0, wrap");
        paper.add(text, "span 2, grow, wmin 0, hmin 0, wrap");
        paper.add(progress, "span 2, grow, h " + Math.round(scale * Theme.size("bar")) + "!, wrap");
        paper.add(aidBar, "span 2, grow, h " + Math.round(scale * Theme.size("aidHeight")) + "!, wrap");
        paper.add(languages, "grow");
        paper.add(done, "w " + Math.round(scale * Theme.size("buttonWidth")) + "!");
        done.setFont(Theme.semibold(scale * Theme.size("button")));
        text.setScale(aids.large() ? LARGE * scale : scale, scale);
        languages.setScale(scale);
        aidBar.setScale(scale);
    }
}
