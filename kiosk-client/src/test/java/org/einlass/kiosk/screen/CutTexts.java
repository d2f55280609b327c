package org.einlass.kiosk.screen;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextArea;
import javax.swing.JToolTip;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicArrowButton;
import javax.swing.plaf.basic.BasicHTML;

/**
 * Finds texts of a screen that nobody can read whole, and texts that are drawn as markup. A text may be shortened
 * only where a tip and the accessible name say all of it. Event thread only, where nothing else is said.
 */
public final class CutTexts {
    /** Little compression takes a third of the time. */
    private static final float QUICKLY = 0.85f;

    private final List<String> found = new ArrayList<>();

    private CutTexts() {}

    /** What is wrong with the texts in here, a line each; empty where nothing is. */
    public static List<String> in(Container screen) {
        CutTexts texts = new CutTexts();
        all(screen).filter(Component::isShowing).forEach(texts::look);
        return texts.found;
    }

    /** All parts in a container, the container's own and theirs. */
    public static Stream<Component> all(Container container) {
        return Arrays.stream(container.getComponents())
                .flatMap(part ->
                        part instanceof Container inner ? Stream.concat(Stream.of(part), all(inner)) : Stream.of(part));
    }

    /** Writes a picture of the screen. */
    public static void save(Container screen, Path file) throws IOException {
        write(picture(screen), file);
    }

    /** What the screen shows now. */
    public static BufferedImage picture(Container screen) {
        BufferedImage picture = new BufferedImage(screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        screen.printAll(pen);
        pen.dispose();
        return picture;
    }

    /** Writes a picture; from any thread. */
    public static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam fast = writer.getDefaultWriteParam();
        fast.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        fast.setCompressionQuality(QUICKLY);
        try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), fast);
        } finally {
            writer.dispose();
        }
    }

    private void look(Component part) {
        if (part instanceof BasicArrowButton) {
            return;
        }
        if (part instanceof JLabel label) {
            needs(label, label.getText(), label.getPreferredSize().width, tip(label, new Point(1, 1)));
            readsNoMarkup(label);
        } else if (part instanceof AbstractButton button) {
            needs(button, button.getText(), button.getPreferredSize().width, null);
            readsNoMarkup(button);
        } else if (part instanceof JTextArea area && !area.isEditable()) {
            stands(area, area.getText());
        } else if (part instanceof JList<?> list) {
            rows(list);
        } else if (part instanceof JComboBox<?> choice) {
            chosen(choice);
        }
    }

    private void needs(JComponent part, String text, int width, String tip) {
        if (text == null || text.isEmpty()) {
            return;
        }
        boolean told =
                text.equals(tip) && text.equals(part.getAccessibleContext().getAccessibleName());
        if (width > part.getWidth() && !told) {
            found.add(part.getName() + " has " + part.getWidth() + " of " + width + " pixels for: " + text);
        }
        stands(part, text);
    }

    /** What scrolls may lie behind the edge of its window, but not beside it. */
    private void stands(JComponent part, String text) {
        if (text.isEmpty()) {
            return;
        }
        Dimension wanted = part.getPreferredSize();
        if (part.getHeight() < wanted.height - 1) {
            found.add(part.getName() + " has " + part.getHeight() + " of " + wanted.height + " pixels of height for: "
                    + text);
        }
        Rectangle visible = part.getVisibleRect();
        Container window = SwingUtilities.getAncestorOfClass(JViewport.class, part);
        boolean stands = window == null
                ? visible.getSize().equals(part.getSize())
                : SwingUtilities.convertRectangle(part, new Rectangle(part.getSize()), window)
                                .getMaxX()
                        <= window.getWidth();
        if (!stands) {
            found.add(part.getName() + " shows " + visible.getSize() + " of " + part.getSize() + " for: " + text);
        }
    }

    private void rows(JList<?> list) {
        readsNoMarkupInTips(list);
        for (int row = 0; row < list.getModel().getSize(); row++) {
            Rectangle cell = list.getCellBounds(row, row);
            Component drawn = drawn(list, row);
            drawn.setSize(cell.getSize());
            drawn.doLayout();
            String tip = tip(list, new Point(cell.x + 1, cell.y + 1));
            boolean told =
                    tip != null && tip.equals(drawn.getAccessibleContext().getAccessibleName());
            all((Container) drawn)
                    .filter(JLabel.class::isInstance)
                    .map(JLabel.class::cast)
                    .forEach(label -> {
                        readsNoMarkup(label);
                        int width = label.getPreferredSize().width;
                        if (width > label.getWidth() && !(told && tip.contains(label.getText()))) {
                            found.add(label.getName() + " has " + label.getWidth() + " of " + width + " pixels for: "
                                    + label.getText());
                        }
                    });
        }
    }

    private static <T> Component drawn(JList<T> list, int row) {
        T value = list.getModel().getElementAt(row);
        return list.getCellRenderer().getListCellRendererComponent(list, value, row, false, false);
    }

    private <T> void chosen(JComboBox<T> choice) {
        String whole = String.valueOf(choice.getSelectedItem());
        if (choice.getPreferredSize().width > choice.getWidth() && !whole.equals(tip(choice, new Point(1, 1)))) {
            found.add(choice.getName() + " is too narrow, and no tip says: " + whole);
        }
        readsNoMarkupInTips(choice);
        for (int row = 0; row < choice.getItemCount(); row++) {
            JComponent drawn = (JComponent) choice.getRenderer()
                    .getListCellRendererComponent(new JList<>(), choice.getItemAt(row), row, false, false);
            readsNoMarkup(drawn);
        }
    }

    private static String tip(JComponent part, Point at) {
        return part.getToolTipText(new MouseEvent(part, MouseEvent.MOUSE_MOVED, 0, 0, at.x, at.y, 0, false));
    }

    private void readsNoMarkup(JComponent part) {
        if (!Boolean.TRUE.equals(part.getClientProperty("html.disable"))) {
            found.add(part.getName() + " of " + part.getClass() + " would read markup");
        }
        if (part.getClientProperty(BasicHTML.propertyKey) != null) {
            found.add(part.getName() + " is drawn as markup");
        }
        if (part.getToolTipText() != null || tip(part, new Point(1, 1)) != null) {
            readsNoMarkupInTips(part);
        }
    }

    private void readsNoMarkupInTips(JComponent part) {
        JToolTip tip = part.createToolTip();
        if (!Boolean.TRUE.equals(tip.getClientProperty("html.disable"))) {
            found.add("the tip of " + part.getName() + " would read markup");
        }
    }
}
