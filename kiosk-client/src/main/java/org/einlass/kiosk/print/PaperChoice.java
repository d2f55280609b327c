package org.einlass.kiosk.print;

import java.awt.print.Paper;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.print.PrintService;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaSize;
import javax.print.attribute.standard.MediaSizeName;

/**
 * The paper of a printer that a page is meant for. The JDK's own search takes the nearest paper however far
 * it is off, so that a 62 x 100 mm label comes out as 63.5 x 101.6 mm; this one knows a limit.
 */
final class PaperChoice {
    private static final float MM_A_POINT = 25.4f / 72;

    private PaperChoice() {}

    /**
     * The paper of {@code service} that has the page's size; empty where it has none, and the queue's default
     * holds.
     */
    static Optional<MediaSizeName> of(PrintService service, Paper page) {
        return nearest(sizes(service), (float) page.getWidth() * MM_A_POINT, (float) page.getHeight() * MM_A_POINT)
                .map(MediaSize::getMediaSizeName);
    }

    /** The papers of {@code service}; none where it does not say. */
    static List<PaperRange> offered(PrintService service) {
        return sizes(service)
                .map(size -> PaperRange.of(new PaperSize(size.getX(MediaSize.MM), size.getY(MediaSize.MM))))
                .toList();
    }

    private static Stream<MediaSize> sizes(PrintService service) {
        Object values = service.getSupportedAttributeValues(Media.class, null, null);
        return values instanceof Media[] papers
                ? Stream.of(papers)
                        .filter(MediaSizeName.class::isInstance)
                        .map(name -> MediaSize.getMediaSizeForName((MediaSizeName) name))
                        .filter(size -> size != null)
                : Stream.empty();
    }

    /** The nearest of {@code sizes} to a width and height in millimetres, within the tolerance. */
    static Optional<MediaSize> nearest(Stream<MediaSize> sizes, float width, float height) {
        return sizes.filter(size -> distance(size, width, height) <= PaperSize.TOLERANCE_MM)
                .min(Comparator.comparingDouble(size -> distance(size, width, height)));
    }

    private static double distance(MediaSize size, float width, float height) {
        double x = Math.abs(size.getX(MediaSize.MM) - Math.min(width, height));
        double y = Math.abs(size.getY(MediaSize.MM) - Math.max(width, height));
        return Math.max(x, y);
    }
}
