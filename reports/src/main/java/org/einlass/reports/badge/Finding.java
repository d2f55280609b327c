package org.einlass.reports.badge;

import java.util.List;
import java.util.Optional;

/**
 * What the pre-flight says about one badge.
 *
 * @param index of the badge in the list that was given, from 0
 * @param refusal why the desk must choose a badge name; empty where the badge can be printed
 * @param remarks what else a person may want to know
 * @param capHeight of the name, millimetres; 0 where it is not set
 */
public record Finding(
        int index, Optional<LaidOutBadge.NeedsBadgeName> refusal, List<Remark> remarks, double capHeight) {

    public Finding {
        remarks = List.copyOf(remarks);
    }

    /** Whether the name stands smaller than the layout wants it. */
    public boolean nameIsSmall() {
        return remarks.stream()
                .anyMatch(remark -> remark.kind() == Remark.Kind.SMALL && remark.field() == FieldKind.NAME);
    }
}
