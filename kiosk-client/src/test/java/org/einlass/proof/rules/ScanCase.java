package org.einlass.proof.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.einlass.contract.admission.ReuseRule;

/** One row of the table: a scan with everything that its decision may depend on. */
record ScanCase(
        DoorKind door, ReuseRule reuse, RuleVariant variant, CodeShown code, Right right, Before before, boolean sure) {

    /** With codes other than tickets, what happened before matters in the same way; these stand for all. */
    private static final Set<Before> FEW =
            EnumSet.of(Before.NOTHING, Before.ADMITTED, Before.ADMITTED_YESTERDAY, Before.ADMITTED_AT_ANOTHER_DEVICE);

    /** All rows of one door under one rule, for a clock that is sure or not. */
    static List<ScanCase> at(DoorKind door, ReuseRule reuse, RuleVariant variant, boolean sure) {
        List<ScanCase> rows = new ArrayList<>();
        for (CodeShown code : CodeShown.values()) {
            for (Right right : code.leadsToARegistration() ? Right.values() : new Right[] {Right.EVERY_DAY}) {
                for (Before before : befores(code)) {
                    rows.add(new ScanCase(door, reuse, variant, code, right, before, sure));
                }
            }
        }
        return rows;
    }

    private static Set<Before> befores(CodeShown code) {
        if (code == CodeShown.TICKET) {
            return EnumSet.allOf(Before.class);
        }
        return code.leadsToARegistration() ? FEW : EnumSet.of(Before.NOTHING);
    }

    ScanCase with(ReuseRule other) {
        return new ScanCase(door, other, variant, code, right, before, sure);
    }

    ScanCase with(RuleVariant other) {
        return new ScanCase(door, reuse, other, code, right, before, sure);
    }

    ScanCase with(CodeShown other) {
        return new ScanCase(door, reuse, variant, other, right, before, sure);
    }

    ScanCase with(Before other) {
        return new ScanCase(door, reuse, variant, code, right, other, sure);
    }

    /** The same scan by a clock that is sure, on a right without days. */
    ScanCase withoutTime() {
        return new ScanCase(door, reuse, variant.withoutTime(), code, right.withoutTime(), before, true);
    }
}
