package org.einlass.server.registration.organisation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * Another spelling of an organisation.
 *
 * @param id of the spelling, however its capitals, umlauts and blanks are written
 * @param spelling as lists have it, such as "MI"
 * @param organisation as it is counted, such as "Ministerium des Innern"
 */
public record OrganisationAlias(String id, String spelling, String organisation) {

    static OrganisationAlias of(String spelling, String organisation) {
        byte[] key = key(spelling).getBytes(StandardCharsets.UTF_8);
        return new OrganisationAlias(UUID.nameUUIDFromBytes(key).toString(), spelling, organisation);
    }

    static String key(String organisation) {
        return TextKey.of(organisation);
    }
}
