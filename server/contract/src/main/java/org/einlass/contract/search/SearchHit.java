package org.einlass.contract.search;

import java.util.Set;
import org.einlass.contract.id.RegistrationId;

/**
 * One registration that was found.
 *
 * @param rank 1 for the best
 * @param fields where the words of the query were found
 * @param complete whether all words of the query were found; where no registration has them all, the nearest
 *     are shown
 */
public record SearchHit<K>(RegistrationId id, K key, int rank, Set<SearchField> fields, boolean complete) {

    public SearchHit {
        fields = Set.copyOf(fields);
    }
}
