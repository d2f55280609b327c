package org.einlass.server.rest.problem;

import java.util.Collection;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;

/** Says which names exist to somebody who used another one. */
public final class KnownNames {
    private static final Wording NONE = new Wording("Bitte weglassen.", "Leave it out.");

    private KnownNames() {}

    /** What to do instead: one of the names, in the order of the alphabet. */
    public static Wording remedy(Collection<String> names) {
        if (names.isEmpty()) {
            return NONE;
        }
        String list = names.stream().sorted().collect(Collectors.joining(", "));
        return new Wording("Bekannt sind: " + list + ".", "Known are: " + list + ".");
    }
}
