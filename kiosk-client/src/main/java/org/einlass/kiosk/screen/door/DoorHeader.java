package org.einlass.kiosk.screen.door;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.accessibility.AccessibleRole;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Drawing;
import org.einlass.kiosk.screen.Lines;
import org.einlass.kiosk.screen.Theme;

/** Which door this is, and the session of now, in large letters above the verdict. */
final class DoorHeader extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final float SMALLEST = 0.55f;
    private static final float STEP = 0.94f;
    /** Share of the height that the door's title takes at most beside a place. */
    private static final float TITLE = 0.55f;

    private String door = "";
    private String place = "";

    DoorHeader() {
        super("door", AccessibleRole.LABEL);
    }

    void show(Wording title, Wording below, Locale language) {
        door = title.in(language);
        place = below.in(language);
        setSpoken(Stream.of(door, place).filter(part -> !part.isEmpty()).collect(Collectors.joining(" – ")));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        float height = getHeight();
        Lines second = fitted(place, false, height * 0.3f, height * (1 - TITLE));
        Lines first = fitted(door, true, height * 0.46f, height - Math.max(second.height(), height * 0.3f));
        pen.setColor(Theme.colour("ink"));
        float top = first.draw(pen, 0, (height - first.height() - second.height()) / 2);
        pen.setColor(Theme.colour("ink.soft"));
        second.draw(pen, 0, top);
        pen.dispose();
    }

    /** As large as the room allows, on as many lines as it takes; what is too long even so ends in an ellipsis. */
    private Lines fitted(String text, boolean strong, float largest, float room) {
        float size = largest;
        Lines lines = set(text, strong, size);
        while (lines.height() > room && size > largest * SMALLEST) {
            size *= STEP;
            lines = set(text, strong, size);
        }
        int fitting = 0;
        int tooLong = text.length();
        Lines cut = lines;
        while (lines.height() > room && tooLong - fitting > 1) {
            int middle = (fitting + tooLong) / 2;
            Lines shorter = set(text.substring(0, middle).strip() + "…", strong, size);
            cut = shorter.height() > room ? cut : shorter;
            fitting = shorter.height() > room ? fitting : middle;
            tooLong = shorter.height() > room ? middle : tooLong;
        }
        return cut;
    }

    private Lines set(String text, boolean strong, float size) {
        return Lines.anywhere(
                text, strong ? Theme.semibold(size) : Theme.regular(size), Math.max(1, getWidth()), 1.12f);
    }
}
