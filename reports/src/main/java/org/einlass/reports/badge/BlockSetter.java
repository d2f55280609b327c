package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.einlass.reports.Millimetres;
import org.einlass.reports.badge.FieldSetter.Tightness;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.typography.Typesetter;

/**
 * Sets the fields of one block into its rectangle. The name gets what the other fields leave; when that is
 * too little, the others become small, then the name takes more lines, then optional fields give way in their
 * order.
 */
final class BlockSetter {

    private final FieldSetter fields;
    private final NameSetter names;

    BlockSetter(Typesetter typesetter) {
        this.fields = new FieldSetter(typesetter);
        this.names = new NameSetter(typesetter);
    }

    /** The block with every field that has a text and finds room; empty where the name does not fit. */
    Optional<LaidOutBlock> set(BadgeTextBlock block, BadgeName name, Map<FieldKind, String> texts) {
        List<Field> present = new ArrayList<>(block.fields().stream()
                .filter(field -> !texts.getOrDefault(field.kind(), "").isEmpty())
                .toList());
        List<Field> leftOut = new ArrayList<>();
        while (true) {
            Optional<LaidOutBlock> set = attempt(block, present, leftOut, name, texts);
            Optional<Field> next = nextToGiveWay(present);
            if (set.isPresent() || next.isEmpty()) {
                return set;
            }
            present.remove(next.get());
            leftOut.add(next.get());
        }
    }

    /** Fields that stay whatever happens only give way to the edge of the paper, after all others. */
    private static Optional<Field> nextToGiveWay(List<Field> present) {
        return present.stream()
                .filter(field -> field.kind() != FieldKind.NAME)
                .min(Comparator.comparingInt(field -> field.givesWay() == 0 ? Integer.MAX_VALUE : field.givesWay()));
    }

    private Optional<LaidOutBlock> attempt(
            BadgeTextBlock block,
            List<Field> present,
            List<Field> leftOut,
            BadgeName name,
            Map<FieldKind, String> texts) {
        Optional<LaidOutBlock> easy = attempt(block, present, leftOut, name, texts, Tightness.EASY);
        if (easy.filter(LaidOutBlock::nameAsWanted).isPresent()) {
            return easy;
        }
        Optional<LaidOutBlock> tight = attempt(block, present, leftOut, name, texts, Tightness.TIGHT);
        boolean worthIt = tight.isPresent()
                && tight.get().nameCapHeight()
                        > easy.map(LaidOutBlock::nameCapHeight).orElse(-1.0);
        return worthIt ? tight : easy;
    }

    private Optional<LaidOutBlock> attempt(
            BadgeTextBlock block,
            List<Field> present,
            List<Field> leftOut,
            BadgeName name,
            Map<FieldKind, String> texts,
            Tightness tightness) {
        PageFrame pageFrame = block.place().points();
        List<LaidOutField> others = new ArrayList<>();
        for (Field field : present) {
            if (field.kind() != FieldKind.NAME) {
                Optional<LaidOutField> set =
                        fields.set(field, texts.getOrDefault(field.kind(), ""), pageFrame.width(), tightness);
                if (set.isEmpty()) {
                    return Optional.empty();
                }
                others.add(set.get());
            }
        }
        double left = pageFrame.height()
                - gaps(present)
                - others.stream().mapToDouble(LaidOutField::height).sum();
        return left < 0 ? Optional.empty() : withName(pageFrame, present, leftOut, others, name, left);
    }

    private Optional<LaidOutBlock> withName(
            PageFrame pageFrame,
            List<Field> present,
            List<Field> leftOut,
            List<LaidOutField> others,
            BadgeName name,
            double height) {
        List<LaidOutField> all = new ArrayList<>(others);
        for (int i = 0; i < present.size(); i++) {
            if (present.get(i).kind() == FieldKind.NAME) {
                Optional<LaidOutField> set = names.set(present.get(i), name, pageFrame.width(), height);
                if (set.isEmpty()) {
                    return Optional.empty();
                }
                all.add(i, set.get());
            }
        }
        return Optional.of(new LaidOutBlock(pageFrame, all, leftOut));
    }

    private static double gaps(List<Field> fields) {
        return fields.stream()
                .skip(1)
                .mapToDouble(field -> Millimetres.toPoints(field.gap()))
                .sum();
    }
}
