package org.einlass.server.registration.contingent;

import org.einlass.contract.id.CategoryId;

/**
 * Places that an organisation was given in a category.
 *
 * @param organisation empty for role badges that belong to none
 * @param role what stands on its badges with a number instead of names, "Begleitung"; empty where people are named
 */
public record Contingent(String id, String organisation, CategoryId category, String role, int places) {

    /**
     * The same with how it is used.
     *
     * @param taken how many registrations hold one of its places, whether their person is named or not
     * @param unnamed how many of them wait for a name
     */
    public record Use(Contingent contingent, int taken, int unnamed) {

        /** Places that nobody holds. */
        public int getFree() {
            return Math.max(0, contingent.places() - taken);
        }

        /** Registrations beyond its places. */
        public int getOver() {
            return Math.max(0, taken - contingent.places());
        }
    }
}
