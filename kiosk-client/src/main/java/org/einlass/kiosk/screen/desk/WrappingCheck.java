package org.einlass.kiosk.screen.desk;

import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** What is chosen or not, with as many lines of words as they need: no name of a person or programme is cut. */
final class WrappingCheck extends JCheckBox {
    private static final long serialVersionUID = 1L;

    private final JTextArea words;
    private final int gap;

    /** @param words stand beside the box; they leave the mouse to it, so that a touch of them chooses */
    WrappingCheck(JTextArea words, int gap) {
        this.words = words;
        this.gap = gap;
        setLayout(null);
        getAccessibleContext().setAccessibleName(words.getText());
        add(words);
    }

    private int indent() {
        Icon box = UIManager.getIcon("CheckBox.icon");
        return (box == null ? 0 : box.getIconWidth()) + gap;
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension box = super.getPreferredSize();
        Insets edge = getInsets();
        Dimension beside = words.getPreferredSize();
        return new Dimension(
                edge.left + indent() + beside.width + edge.right,
                Math.max(box.height, edge.top + beside.height + edge.bottom));
    }

    @Override
    public Dimension getMinimumSize() {
        Insets edge = getInsets();
        return new Dimension(edge.left + 2 * indent() + edge.right, getPreferredSize().height);
    }

    @Override
    public void doLayout() {
        Insets edge = getInsets();
        int before = words.getWidth();
        int width = Math.max(1, getWidth() - edge.left - edge.right - indent());
        words.setBounds(edge.left + indent(), edge.top, width, Math.max(1, getHeight() - edge.top - edge.bottom));
        if (before != width) {
            revalidate();
        }
    }
}
