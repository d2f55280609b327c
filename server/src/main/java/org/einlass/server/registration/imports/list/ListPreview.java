package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;

/**
 * How a file was read, for the organiser to look over.
 *
 * @param encoding as people know it
 * @param mapping each heading that is read, and as what
 * @param notes what was done beyond the plain, one sentence each
 * @param headings fingerprint of the headings: the same export made again has the same one
 */
public record ListPreview(String encoding, Map<String, Wording> mapping, List<Wording> notes, String headings) {

    public ListPreview {
        mapping = Map.copyOf(mapping);
        notes = List.copyOf(notes);
    }
}
