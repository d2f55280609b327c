package org.einlass.reports.badge;

import java.util.List;

/** Fields that share one rectangle, from top to bottom. */
public record TextBlock(Place place, List<Field> fields) {

    public TextBlock {
        fields = List.copyOf(fields);
    }
}
