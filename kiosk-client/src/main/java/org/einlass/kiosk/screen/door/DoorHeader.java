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
    private static final float SMALLEST = 0.3f;
    private static final float STEP = 0.04f;

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
        float size = 1;
        Lines first = title(size);
        Lines second = below(size);
        while (!fits(first, second) && size > SMALLEST) {
            size -= STEP;
            first = title(size);
            second = below(size);
        }
        pen.setColor(Theme.colour("ink"));
        float top = first.draw(pen, 0, (getHeight() - first.height() - second.height()) / 2);
        pen.setColor(Theme.colour("ink.soft"));
        second.draw(pen, 0, top);
        pen.dispose();
    }

    private Lines title(float size) {
        return Lines.anywhere(door, Theme.semibold(size * getHeight() * 0.44f), Math.max(1, getWidth()), 1.1f);
    }

    private Lines below(float size) {
        return Lines.anywhere(place, Theme.regular(size * getHeight() * 0.3f), Math.max(1, getWidth()), 1.15f);
    }

    private boolean fits(Lines first, Lines second) {
        return first.whole() && second.whole() && first.height() + second.height() <= getHeight();
    }
}
