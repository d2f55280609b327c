package org.einlass.kiosk.screen.desk;

import java.awt.Dimension;
import java.awt.event.MouseEvent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JToolTip;
import javax.swing.ListCellRenderer;
import javax.swing.ListModel;
import org.jspecify.annotations.Nullable;

/**
 * A list as wide as its window. What is too long for a row ends in dots; a tip under the mouse and the row's
 * accessible name say it in full.
 */
final class FittingList<T> extends JList<T> {
    private static final long serialVersionUID = 1L;

    FittingList(ListModel<T> model) {
        super(model);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public JToolTip createToolTip() {
        return DeskParts.tip(this);
    }

    /** A row of such a list. */
    abstract static class Row<T> extends JPanel implements ListCellRenderer<T> {
        private static final long serialVersionUID = 1L;

        private String words = "";
        private int width;

        /**
         * Says what this row stands for at the moment.
         *
         * @param whole all that is on the row, none of it shortened
         */
        final void says(JList<?> list, String whole) {
            words = whole;
            width = list.getWidth();
            getAccessibleContext().setAccessibleName(whole);
        }

        /** All of the row where a part of it is cut, else nothing. */
        @Override
        public final @Nullable String getToolTipText(@Nullable MouseEvent event) {
            setSize(new Dimension(width, getPreferredSize().height));
            doLayout();
            return DeskParts.isCut(this) ? words : null;
        }
    }
}
