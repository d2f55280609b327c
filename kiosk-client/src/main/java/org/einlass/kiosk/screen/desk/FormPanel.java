package org.einlass.kiosk.screen.desk;

import java.awt.Component;
import java.awt.Container;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;

/** A form on the screen; it stays the same for as long as its form has the same number. */
abstract class FormPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Enter was pressed. */
    abstract void submit();

    /** The part where the keyboard begins. */
    abstract void focus();

    /** What is half filled in, by the names of the parts. */
    abstract Map<String, String> values();

    /** Puts it back, after the window has changed its looks. */
    abstract void restore(Map<String, String> values);

    /**
     * Lays out twice: texts that wrap ask for too much height until they know how wide they are, and a form that takes
     * another's place on the screen would keep that height.
     */
    static void layOut(Container side) {
        side.validate();
        invalidateTexts(side);
        side.validate();
    }

    static void invalidateTexts(Container parent) {
        for (Component part : parent.getComponents()) {
            if (part instanceof JTextArea) {
                part.invalidate();
            } else if (part instanceof Container container) {
                invalidateTexts(container);
            }
        }
    }

    /** Rows that scroll where they do not fit, and leave room for the bar; the keyboard stops at the rows only. */
    static JScrollPane scrolled(ScrolledRows rows, DeskLook look) {
        JScrollPane scroll = new JScrollPane(
                rows, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getViewport().setBackground(look.colour("field"));
        return new DeskParts(look).dressed(scroll);
    }
}
