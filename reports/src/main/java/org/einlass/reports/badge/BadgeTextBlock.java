package org.einlass.reports.badge;

import java.util.List;

/** Fields that share one rectangle, from top to bottom. */
public record BadgeTextBlock(Place place, List<Field> fields) {

    public BadgeTextBlock {
        fields = List.copyOf(fields);
    }
}
