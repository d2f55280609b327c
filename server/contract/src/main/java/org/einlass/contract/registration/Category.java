package org.einlass.contract.registration;

import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;

/**
 * What a badge shows in its band, and whether its bearer counts as a visitor.
 *
 * @param colour the band's colour as {@code #rrggbb}; never the only sign, the word stands in the band
 */
public record Category(CategoryId id, Wording title, String colour, boolean countsAsVisitor) {

    public Category {
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("The colour of category " + id + " is not of the form #rrggbb.");
        }
    }
}
