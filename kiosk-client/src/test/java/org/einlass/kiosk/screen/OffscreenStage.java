package org.einlass.kiosk.screen;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;
import org.einlass.contract.Wording;
import org.einlass.kiosk.camera.Quad;
import org.jspecify.annotations.Nullable;

/** The screen without a window or display: laid out, directed and painted into a picture. */
final class OffscreenStage {
    private final SceneView view;
    private final SceneController sceneController;

    OffscreenStage(
            Language language, Dimension size, SceneTimeouts sceneTimeouts, SceneTimer timer, Runnable guestEnded) {
        this(SampleScenes.TITLE, language, size, sceneTimeouts, timer, guestEnded);
    }

    private OffscreenStage(
            Wording title,
            Language language,
            Dimension size,
            SceneTimeouts sceneTimeouts,
            SceneTimer timer,
            Runnable guestEnded) {
        view = new SceneView(title, chosen -> {}, new NoAids(), () -> {});
        sceneController =
                new SceneController(view, language, sceneTimeouts, timer, Scene.Idle::new, guest -> guestEnded.run());
        view.setSize(size);
        layOut(view);
    }

    private boolean isChosen(String name) {
        return all(view)
                .anyMatch(part ->
                        name.equals(part.getName()) && part instanceof AbstractButton button && button.isSelected());
    }

    /** Nobody touches anything. */
    private static final class NoAids implements AidBar.Actions {
        @Override
        public void otherSize() {}

        @Override
        public void otherContrast() {}

        @Override
        public void moreTime() {}

        @Override
        public void privacy() {}

        @Override
        public void help() {}
    }

    /** A guest has asked for large words, high contrast or both. */
    void aid(boolean large, boolean contrast) {
        EventThread.call(() -> {
            if (large != isChosen("aid.large")) {
                sceneController.otherSize();
            }
            if (contrast != isChosen("aid.contrast")) {
                sceneController.otherContrast();
            }
            layOut(view);
            return null;
        });
    }

    static OffscreenStage of(Language language, Dimension size) {
        return EventThread.call(() -> {
            Theme.install();
            return new OffscreenStage(language, size, SceneTimeouts.usual(), (pause, then) -> () -> {}, () -> {});
        });
    }

    /** The same at an event of another title. */
    static OffscreenStage of(Wording title, Language language, Dimension size) {
        return EventThread.call(() -> {
            Theme.install();
            return new OffscreenStage(
                    title, language, size, SceneTimeouts.usual(), (pause, then) -> () -> {}, () -> {});
        });
    }

    /** Where a component stands on the screen; empty where it is not shown. */
    Optional<Rectangle> boundsOf(String name) {
        return EventThread.call(() -> all(view)
                .filter(part -> name.equals(part.getName()) && part.isVisible())
                .map(part -> SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), view))
                .findFirst());
    }

    void show(Scene scene) {
        EventThread.call(() -> {
            sceneController.apply(new SceneController.Change(new Scene.Idle(), null));
            sceneController.apply(new SceneController.Change(scene, null));
            layOut(view);
            return scene;
        });
    }

    void look(BufferedImage picture, @Nullable Quad code) {
        EventThread.call(() -> {
            view.frame(picture, code);
            sceneController.setCamera(true);
            layOut(view);
            return picture;
        });
    }

    float shareOfText() {
        return EventThread.call(view::shareOfText);
    }

    /** The upper edge of a component, in pixels of the screen. */
    int topOf(String name) {
        return EventThread.call(() -> all(view)
                .filter(part -> name.equals(part.getName()))
                .mapToInt(part -> SwingUtilities.convertPoint(part, 0, 0, view).y)
                .findFirst()
                .orElseThrow());
    }

    BufferedImage picture() {
        return EventThread.call(() -> {
            BufferedImage picture = new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = picture.createGraphics();
            view.print(pen);
            pen.dispose();
            return picture;
        });
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), all(inner)) : Stream.of(part));
    }

    /** What a window does by itself. */
    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
