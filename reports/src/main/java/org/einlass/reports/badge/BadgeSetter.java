package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.Picture;
import org.einlass.reports.page.PlacedLine;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.page.StructureRole;
import org.einlass.reports.typography.CleanText;
import org.einlass.reports.typography.LaidOutLine;
import org.einlass.reports.typography.Typesetter;
import org.einlass.reports.typography.Weight;

/**
 * Sets one badge by one layout: everything but paper. Prepared once for a layout; immutable, for any thread.
 */
final class BadgeSetter {
    private static final double MARK_SIZE = 8;
    private static final double MARK_FROM_THE_RIGHT = 4;
    private static final double MARK_BASELINE = 4;

    private final BadgeLayout layout;
    private final Typesetter typesetter = Typesetter.standard();
    private final BlockSetter blocks = new BlockSetter(typesetter);
    private final BandSetter bands = new BandSetter(typesetter);
    private final List<PageElement> ground;
    private final List<Remark> groundRemarks;

    BadgeSetter(BadgeLayout layout) {
        this.layout = layout;
        List<PageElement> marks = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Ink.parse(layout.background()).ifPresent(ink -> marks.add(PageElement.Ornament.area(paper(), ink)));
        for (Logo logo : layout.pictures()) {
            picture(logo)
                    .ifPresentOrElse(
                            marks::add,
                            () -> remarks.add(new Remark(Remark.Kind.PICTURE_UNREADABLE, FieldKind.EVENT, "")));
        }
        this.ground = List.copyOf(marks);
        this.groundRemarks = List.copyOf(remarks);
    }

    private PageFrame paper() {
        BadgeFormat format = layout.format();
        return new PageFrame(0, 0, Millimetres.toPoints(format.width()), Millimetres.toPoints(format.height()));
    }

    private static Optional<PageElement> picture(Logo logo) {
        try {
            return Picture.read(Base64.getDecoder().decode(logo.picture()))
                    .map(picture -> new PageElement.Photo(logo.place().points(), logo.alternative(), picture));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The badge's two sides, or why its name does not go on it. */
    Sides set(Badge badge) {
        String name = badge.name().text();
        if (name.isEmpty()) {
            return Sides.refused(LaidOutBadge.Reason.EMPTY, "");
        }
        String missing = typesetter.missing(Weight.BOLD, name);
        if (!missing.isEmpty()) {
            return Sides.refused(LaidOutBadge.Reason.CHARACTERS_MISSING, missing);
        }
        List<Remark> remarks = new ArrayList<>(groundRemarks);
        Map<FieldKind, String> texts = texts(badge, remarks);
        List<PageElement> marks = new ArrayList<>(ground);
        double capHeight = 0;
        for (BadgeTextBlock block : layout.blocks()) {
            Optional<LaidOutBlock> set = blocks.set(block, badge.name(), texts);
            if (set.isEmpty()) {
                return Sides.refused(LaidOutBadge.Reason.TOO_LONG, "");
            }
            marks.addAll(set.get().marks(Ink.BLACK));
            remarks.addAll(set.get().remarks());
            capHeight = Math.max(capHeight, set.get().nameCapHeight());
        }
        marks.addAll(bands.set(layout.band(), badge.category(), badge.language(), badge.noPhotographs()));
        if (!badge.code().isEmpty()) {
            marks.add(QrCode.in(
                    layout.code().points(), badge.code(), "QR-Code dieses Namensschilds / QR code of this badge"));
        }
        mark(badge.mark()).ifPresent(marks::add);
        List<PageElement> back = back(badge.name(), texts, remarks);
        return new Sides(marks, back, remarks, Millimetres.ofPoints(capHeight), Optional.empty());
    }

    /** A badge's place in its box, above everything else in the right-hand corner. */
    private Optional<PageElement> mark(String text) {
        String drawable = typesetter.drawable(Weight.REGULAR, text);
        if (drawable.isEmpty()) {
            return Optional.empty();
        }
        LaidOutLine line = typesetter.line(drawable, LaidOutLine.Joint.END, Weight.REGULAR, MARK_SIZE);
        double right = Millimetres.toPoints(layout.format().width() - MARK_FROM_THE_RIGHT);
        double left = right - typesetter.width(drawable, Weight.REGULAR, MARK_SIZE);
        double baseline = Millimetres.toPoints(MARK_BASELINE);
        return Optional.of(new PageElement.Paragraph(
                StructureRole.TEXT, Ink.BLACK, List.of(new PlacedLine(line, left, baseline))));
    }

    /** Whether the layout has a back side. */
    boolean hasBack() {
        return !layout.back().isEmpty();
    }

    private List<PageElement> back(BadgeName name, Map<FieldKind, String> texts, List<Remark> remarks) {
        List<PageElement> marks = new ArrayList<>();
        for (BadgeTextBlock block : layout.back()) {
            Optional<LaidOutBlock> set = blocks.set(block, name, texts);
            if (set.isEmpty()) {
                remarks.add(new Remark(Remark.Kind.LEFT_OUT, FieldKind.NAME, ""));
            }
            set.ifPresent(present -> marks.addAll(present.marks(Ink.BLACK)));
            set.ifPresent(present -> remarks.addAll(present.remarks()));
        }
        return marks;
    }

    /** What no font draws is left out of lesser fields, and said. */
    private Map<FieldKind, String> texts(Badge badge, List<Remark> remarks) {
        Map<FieldKind, String> texts = new EnumMap<>(FieldKind.class);
        for (FieldKind kind : FieldKind.values()) {
            String text = kind == FieldKind.NOTE ? CleanText.of(layout.note()) : kind.of(badge);
            List<String> lines = text.lines().toList();
            String missing = typesetter.missing(Weight.REGULAR, String.join(" ", lines));
            if (!missing.isEmpty()) {
                remarks.add(new Remark(Remark.Kind.CHARACTERS_MISSING, kind, missing));
            }
            texts.put(
                    kind,
                    lines.stream()
                            .map(line -> typesetter.drawable(Weight.REGULAR, line))
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining(FieldKind.AGENDA_END)));
        }
        return texts;
    }

    /** A set badge, or the reason why there is none. */
    record Sides(
            List<PageElement> front,
            List<PageElement> back,
            List<Remark> remarks,
            double capHeight,
            Optional<LaidOutBadge.NeedsBadgeName> refusal) {

        static Sides refused(LaidOutBadge.Reason reason, String missing) {
            return new Sides(
                    List.of(), List.of(), List.of(), 0, Optional.of(new LaidOutBadge.NeedsBadgeName(reason, missing)));
        }
    }
}
