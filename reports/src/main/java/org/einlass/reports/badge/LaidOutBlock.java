package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import org.einlass.reports.Millimetres;
import org.einlass.reports.page.Ink;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;

/** The set fields of a block, from top to bottom, and those that found no room. */
record LaidOutBlock(PageFrame frame, List<LaidOutField> fields, List<Field> leftOut) {

    LaidOutBlock {
        fields = List.copyOf(fields);
        leftOut = List.copyOf(leftOut);
    }

    boolean nameAsWanted() {
        return fields.stream()
                .filter(set -> set.field().kind() == FieldKind.NAME)
                .allMatch(set -> set.size() >= set.field().wanted());
    }

    /** Points; 0 where the block holds no name. */
    double nameCapHeight() {
        return fields.stream()
                .filter(set -> set.field().kind() == FieldKind.NAME)
                .mapToDouble(LaidOutField::capHeight)
                .max()
                .orElse(0);
    }

    /** The paragraphs at their places: those of the top stacked downwards, those of the bottom upwards. */
    List<PageElement> marks(Ink ink) {
        List<PageElement> marks = new ArrayList<>();
        double y = frame.y();
        for (int i = 0; i < fields.size(); i++) {
            LaidOutField set = fields.get(i);
            if (i > 0) {
                y += Millimetres.toPoints(set.field().gap());
            }
            if (set.field().anchor() == Field.Anchor.BOTTOM) {
                y = Math.max(y, frame.bottom() - heightFrom(i));
            }
            marks.add(set.at(frame, y, ink));
            y += set.height();
        }
        return marks;
    }

    private double heightFrom(int first) {
        double height = fields.get(first).height();
        for (LaidOutField set : fields.subList(first + 1, fields.size())) {
            height += Millimetres.toPoints(set.field().gap()) + set.height();
        }
        return height;
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        leftOut.forEach(field -> remarks.add(new Remark(Remark.Kind.LEFT_OUT, field.kind(), "")));
        fields.stream()
                .filter(set -> set.size() < set.field().wanted())
                .forEach(set ->
                        remarks.add(new Remark(Remark.Kind.SMALL, set.field().kind(), "")));
        return remarks;
    }
}
