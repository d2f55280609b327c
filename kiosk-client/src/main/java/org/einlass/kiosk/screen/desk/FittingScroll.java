package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;

/**
 * Rows whose texts become smaller, down to {@value #SMALLEST} of their size, where there is not room for all of them,
 * and that scroll only where that does not help. The keyboard stops at the rows only.
 */
final class FittingScroll extends JScrollPane {
    private static final long serialVersionUID = 1L;
    private static final float SMALLEST = 0.6f;
    private static final float STEP = 0.05f;

    private final ScrolledRows rows;
    private transient Dimension fittedRoom = new Dimension();
    private transient List<String> fittedWords = List.of();

    FittingScroll(ScrolledRows rows, DeskLook look) {
        super(rows, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        this.rows = rows;
        rows.setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder());
        setOpaque(false);
        getViewport().setOpaque(false);
        new DeskParts(look).dressed(this);
    }

    @Override
    public void doLayout() {
        super.doLayout();
        Dimension room = getSize();
        List<JComponent> texts = new ArrayList<>();
        collect(rows, texts);
        List<String> words = texts.stream().map(FittingScroll::words).toList();
        if (room.equals(fittedRoom) && words.equals(fittedWords)) {
            return;
        }
        fittedRoom = room;
        fittedWords = words;
        float share = 1;
        while (!fits(texts, share, room) && share > SMALLEST) {
            share -= STEP;
        }
        super.doLayout();
        // where a bar has come, the rows are narrower than they were measured
        getViewport().validate();
        FormPanel.invalidateTexts(rows);
        super.doLayout();
        getViewport().setViewPosition(new Point());
    }

    private boolean fits(List<JComponent> texts, float share, Dimension room) {
        texts.forEach(text -> shrink(text, share));
        rows.setSize(Math.max(1, room.width), Math.max(1, room.height));
        rows.validate();
        FormPanel.invalidateTexts(rows);
        rows.validate();
        return rows.getPreferredSize().height <= room.height;
    }

    private static void shrink(JComponent text, float share) {
        if (text instanceof FittingButton button) {
            button.shrink(share);
        } else {
            Font full = DeskParts.fullFont(text);
            text.setFont(share < 1 ? full.deriveFont(full.getSize2D() * share) : full);
        }
    }

    private static String words(JComponent text) {
        String words = text instanceof JTextArea area ? area.getText() : ((FittingButton) text).getText();
        return text.isVisible() ? words : "";
    }

    private static void collect(Container parent, List<JComponent> texts) {
        for (Component part : parent.getComponents()) {
            if (part instanceof JTextArea || part instanceof FittingButton) {
                texts.add((JComponent) part);
            } else if (part instanceof Container container) {
                collect(container, texts);
            }
        }
    }
}
