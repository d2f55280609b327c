package org.einlass.kiosk.screen.door;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import javax.accessibility.AccessibleRole;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Drawing;
import org.einlass.kiosk.screen.Lines;
import org.einlass.kiosk.screen.Theme;
import org.jspecify.annotations.Nullable;

/** The head count of the room against its limit: number, colour, shape and word. */
final class RoomGauge extends Drawing {
    private static final long serialVersionUID = 1L;

    private transient @Nullable DoorRoom room;
    private String number = "";
    private String word = "";

    RoomGauge() {
        super("room", AccessibleRole.LABEL);
        setOpaque(true);
    }

    void show(@Nullable DoorRoom shown, Locale language) {
        room = shown;
        number = shown == null ? "" : number(shown).in(language);
        word = shown == null ? "" : word(shown).in(language);
        setSpoken(number + (word.isEmpty() ? "" : " – " + word));
        repaint();
    }

    private static Wording number(DoorRoom shown) {
        String people = shown.people() == null ? "–" : (shown.alone() ? "≈ " : "") + shown.people();
        return Wording.same(shown.permitted() == null ? people : people + " / " + shown.permitted());
    }

    private static Wording word(DoorRoom shown) {
        Wording level = switch (shown.level()) {
            case CALM -> DoorMessages.say("room.calm");
            case NEARLY_FULL -> DoorMessages.say("room.nearlyFull");
            case FULL -> DoorMessages.say("room.full");
            case UNKNOWN -> shown.people() == null ? DoorMessages.say("room.unknown") : DoorMessages.say("room.people");
        };
        return shown.alone() ? DoorMessages.say("room.alone", level) : level;
    }

    private static String tone(DoorRoom shown) {
        return switch (shown.level()) {
            case UNKNOWN -> "door.room.unknown";
            case CALM -> "door.room.calm";
            case NEARLY_FULL -> "door.room.nearlyFull";
            case FULL -> "door.room.full";
        };
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        DoorRoom shown = room;
        Graphics2D pen = Theme.smooth(graphics);
        pen.setColor(shown == null ? Theme.colour("paper") : Theme.colour(tone(shown)));
        pen.fillRect(0, 0, getWidth(), getHeight());
        if (shown != null) {
            paint(pen, shown, Theme.colour(tone(shown) + ".on"));
        }
        pen.dispose();
    }

    private void paint(Graphics2D pen, DoorRoom shown, Color ink) {
        float height = getHeight();
        float side = height * 0.5f;
        float margin = height * 0.14f;
        pen.setColor(ink);
        Graphics2D sign = (Graphics2D) pen.create();
        sign.translate(margin, (height - side) / 2);
        sign.scale(side / 100, side / 100);
        paintSign(sign, shown.level());
        sign.dispose();
        float left = shown.level() == DoorRoom.Level.UNKNOWN ? margin : 2 * margin + side;
        float width = Math.max(1, getWidth() - left - margin);
        Lines figures = fitted(number, true, 0.48f * height, width);
        Lines words = fitted(word, false, 0.22f * height, width);
        float top = figures.draw(pen, left, (height - figures.height() - words.height()) / 2);
        words.draw(pen, left, top);
    }

    private static Lines fitted(String text, boolean strong, float size, float width) {
        float fitting = size;
        Lines lines = set(text, strong, fitting, width);
        while ((lines.lines().size() > 1 || !lines.whole()) && fitting > size / 3) {
            fitting *= 0.94f;
            lines = set(text, strong, fitting, width);
        }
        return lines;
    }

    private static Lines set(String text, boolean strong, float size, float width) {
        return Lines.set(text, strong ? Theme.semibold(size) : Theme.regular(size), width, 1.1f);
    }

    /** A circle, a triangle, an octagon: told apart without colour. */
    private static void paintSign(Graphics2D pen, DoorRoom.Level level) {
        switch (level) {
            case CALM -> pen.fill(new Ellipse2D.Double(8, 8, 84, 84));
            case NEARLY_FULL -> pen.fill(polygon(50, 6, 98, 94, 2, 94));
            case FULL -> pen.fill(polygon(30, 2, 70, 2, 98, 30, 98, 70, 70, 98, 30, 98, 2, 70, 2, 30));
            case UNKNOWN -> {}
        }
    }

    private static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
