package org.einlass.proof.rules;

import java.util.EnumSet;
import java.util.Set;
import org.einlass.contract.admission.Direction;

/** The doors of the table; there is one of each kind for each reuse rule. */
enum DoorKind {
    ENTRY(Direction.ENTRY, true, EnumSet.allOf(RuleVariant.class)),
    ENTRY_WITHOUT_PRINTER(
            Direction.ENTRY, false, EnumSet.of(RuleVariant.OPEN, RuleVariant.OTHER_CATEGORY, RuleVariant.STAFFED)),
    EXIT(
            Direction.EXIT,
            true,
            EnumSet.of(
                    RuleVariant.OPEN,
                    RuleVariant.OTHER_CATEGORY,
                    RuleVariant.TOO_LATE,
                    RuleVariant.LATER_DAY,
                    RuleVariant.STAFFED));

    final Direction direction;
    final boolean prints;
    private final Set<RuleVariant> variants;

    DoorKind(Direction direction, boolean prints, Set<RuleVariant> variants) {
        this.direction = direction;
        this.prints = prints;
        this.variants = variants;
    }

    boolean has(RuleVariant variant) {
        return variants.contains(variant);
    }
}
