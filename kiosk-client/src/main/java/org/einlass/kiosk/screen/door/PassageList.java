package org.einlass.kiosk.screen.door;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.accessibility.AccessibleRole;
import org.einlass.contract.Wording;
import org.einlass.kiosk.screen.Drawing;
import org.einlass.kiosk.screen.Lines;
import org.einlass.kiosk.screen.Theme;

/** The last five scans as initials with symbol and time, and below them what the team should know. */
final class PassageList extends Drawing {
    private static final long serialVersionUID = 1L;

    /** Share of the width that the list takes beside a notice. */
    private static final float LIST = 0.66f;

    private transient List<DoorPassage> passages = List.of();
    private String notice = "";

    PassageList() {
        super("last", AccessibleRole.LABEL);
    }

    void show(List<DoorPassage> last, List<Wording> notices, Locale language) {
        passages = last;
        notice = notices.stream().map(each -> each.in(language)).collect(Collectors.joining(" · "));
        setSpoken(Stream.concat(
                        last.stream().map(passage -> spoken(passage).in(language)),
                        Stream.of(notice).filter(text -> !text.isEmpty()))
                .collect(Collectors.joining(", ")));
        repaint();
    }

    private static Wording spoken(DoorPassage passage) {
        String key = switch (passage.tone()) {
            case ADMITTED -> "last.admitted";
            case PROVISIONAL -> "last.provisional";
            case QUESTION -> "last.question";
            default -> "last.refused";
        };
        return DoorMessages.say(passage.undone() ? "last.undone" : key, passage.initials(), passage.time());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D pen = Theme.smooth(graphics);
        float height = getHeight();
        float width = getWidth() * (notice.isEmpty() ? 1 : LIST);
        float slot = width / DoorDisplay.MOST_LISTED;
        for (int i = 0; i < passages.size(); i++) {
            paint(pen, passages.get(i), i * slot, height, slot);
        }
        pen.setColor(Theme.colour("ink.soft"));
        float size = height * 0.36f;
        float room = Math.max(1, getWidth() - width);
        Lines words = Lines.set(notice, Theme.semibold(size), room, 1.15f);
        while ((words.height() > height || !words.whole()) && size > height * 0.1f) {
            size *= 0.94f;
            words = Lines.set(notice, Theme.semibold(size), room, 1.15f);
        }
        words.draw(pen, width, (height - words.height()) / 2);
        pen.dispose();
    }

    private static void paint(Graphics2D pen, DoorPassage passage, float left, float row, float slot) {
        float side = Math.min(row * 0.6f, slot * 0.26f);
        pen.setColor(Theme.colour("ink"));
        Graphics2D symbol = (Graphics2D) pen.create();
        symbol.translate(left, (row - side) / 2);
        symbol.scale(side / 100, side / 100);
        symbol.fill((passage.undone() ? DoorSymbol.UNDONE : passage.symbol()).shape());
        symbol.dispose();
        float text = left + side * 1.25f;
        float width = Math.max(1, slot - side * 1.5f);
        Lines initials = fitted(passage.initials(), row * 0.46f, width, true);
        Lines time = fitted(passage.time(), row * 0.36f, width, false);
        float top = initials.draw(pen, text, (row - initials.height() - time.height()) / 2);
        pen.setColor(Theme.colour("ink.soft"));
        time.draw(pen, text, top);
    }

    private static Lines fitted(String words, float size, float width, boolean strong) {
        float fitting = size;
        Lines lines = Lines.set(words, strong ? Theme.semibold(fitting) : Theme.regular(fitting), width, 1.15f);
        while ((lines.lines().size() > 1 || !lines.whole()) && fitting > size / 3) {
            fitting *= 0.94f;
            lines = Lines.set(words, strong ? Theme.semibold(fitting) : Theme.regular(fitting), width, 1.15f);
        }
        return lines;
    }
}
