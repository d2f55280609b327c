package org.einlass.kiosk.screen.desk;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** Rows as wide as the window that they scroll in; they scroll downwards only. */
class ScrolledRows extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;

    private final int step;

    /** @param step of the wheel, in pixels */
    ScrolledRows(int step) {
        this.step = step;
    }

    @Override
    public final Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public final int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return step;
    }

    @Override
    public final int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    public final boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public final boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
