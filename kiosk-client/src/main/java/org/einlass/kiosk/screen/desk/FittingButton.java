package org.einlass.kiosk.screen.desk;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.JButton;
import org.jspecify.annotations.Nullable;

/** A button whose word becomes smaller where it would be cut, down to {@value #LEAST} of its size. */
final class FittingButton extends JButton {
    private static final long serialVersionUID = 1L;
    private static final float LEAST = 0.7f;
    private static final float STEP = 0.97f;

    private @Nullable Font wanted;
    private float share = 1;

    @Override
    public void setFont(Font font) {
        wanted = font;
        super.setFont(font);
        fit();
    }

    /** Makes the word as large as this share of its size, where it is not to be smaller still. */
    void shrink(float wantedShare) {
        share = wantedShare;
        fit();
    }

    @Override
    public void setText(String text) {
        super.setText(text);
        fit();
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        fit();
    }

    private void fit() {
        Font full = wanted;
        if (full == null || getText() == null) {
            return;
        }
        Insets edge = getInsets();
        int room = getWidth() == 0 ? Integer.MAX_VALUE : getWidth() - edge.left - edge.right;
        Font fitting = share < 1 ? full.deriveFont(full.getSize2D() * share) : full;
        while (widthIn(fitting) > room && fitting.getSize2D() > LEAST * full.getSize2D()) {
            fitting = fitting.deriveFont(fitting.getSize2D() * STEP);
        }
        if (!fitting.equals(getFont())) {
            super.setFont(fitting);
        }
    }

    private int widthIn(Font font) {
        FontMetrics metrics = getFontMetrics(font);
        return metrics.stringWidth(getText());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(getBackground());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        super.paintComponent(graphics);
    }
}
