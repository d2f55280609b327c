package org.einlass.kiosk.screen;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.einlass.kiosk.camera.Quad;

/** The screen without a window or display: laid out, directed and painted into a picture. */
final class OffscreenStage {
    private final SceneView view;
    private final Director director;

    OffscreenStage(Language language, Dimension size, Pace pace, Alarm alarm, Runnable guestEnded) {
        view = new SceneView(SampleScenes.TITLE, chosen -> {}, () -> {});
        director = new Director(view, language, pace, alarm, guestEnded);
        view.setSize(size);
        layOut(view);
    }

    static OffscreenStage of(Language language, Dimension size) {
        return EventThread.call(() -> {
            Look.install();
            return new OffscreenStage(language, size, Pace.usual(), (pause, then) -> () -> {}, () -> {});
        });
    }

    void show(Scene scene) {
        EventThread.call(() -> {
            director.apply(new Director.Change(scene));
            layOut(view);
            return scene;
        });
    }

    void look(BufferedImage picture, Quad code) {
        EventThread.call(() -> {
            view.frame(picture, code);
            director.setCamera(true);
            layOut(view);
            return picture;
        });
    }

    float shareOfText() {
        return EventThread.call(view::shareOfText);
    }

    SceneView view() {
        return view;
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
