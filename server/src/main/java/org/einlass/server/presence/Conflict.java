package org.einlass.server.presence;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;
import org.einlass.server.journal.JournalJson;

/**
 * What a person must look at. Derived from the facts; only its settlement is stored.
 *
 * @param id the same for the same conflict, whenever it is derived
 * @param entries the entries it is made of, in the order of their ids
 */
record Conflict(String id, Kind kind, String subject, List<EntryId> entries) {

    /** What there is to clarify. */
    enum Kind {
        /** Admitted more often than the door's rule allows. */
        DOUBLE_ADMISSION("Öfter eingelassen, als die Tür erlaubt", "Admitted more often than the door allows"),
        /** The server had refused and the device admitted. */
        VERDICTS_DIFFER("Server und Gerät entschieden verschieden", "Server and device decided differently"),
        /** Admitted provisionally, and still nobody knows the code. */
        PROVISIONAL("Vorläufig eingelassen, der Code ist unbekannt", "Admitted provisionally, the code is unknown"),
        /** The device cannot have seen the code that it says it read. */
        NOT_PROVEN("Der Code kann so nicht gelesen worden sein", "The code cannot have been read like this"),
        /** A desk wrote about a registration that nobody knows. */
        UNKNOWN_REGISTRATION("Ein Schalter nannte eine unbekannte Anmeldung", "A desk named an unknown registration"),
        /** A desk's letter cannot be opened or understood; its fact stands without it. */
        UNREADABLE_LETTER("Die Angaben eines Schalters sind nicht lesbar", "What a desk wrote cannot be read"),
        /** A desk named a category or programme that the event does not have. */
        UNKNOWN_CATEGORY("Ein Schalter nannte eine unbekannte Kategorie", "A desk named an unknown category"),
        /** Two desks put the same field right in different ways, or one saw what stood there no longer. */
        CORRECTION_CLASH("Zwei Schalter berichtigten dasselbe verschieden", "Two desks corrected the same differently"),
        /** Two came instead of one, or one instead of somebody who had no place. */
        SUBSTITUTION_CLASH("Zwei kamen an der Stelle einer Person", "Two came in the place of one");

        private final Wording words;

        Kind(String german, String english) {
            this.words = new Wording(german, english);
        }

        /** What there is to clarify, in words. */
        Wording words() {
            return words;
        }
    }

    Conflict {
        entries = List.copyOf(new TreeSet<>(entries));
    }

    static Conflict of(Kind kind, String subject, String about, List<EntryId> entries) {
        return new Conflict(JournalJson.hash(kind + " " + subject + " " + about), kind, subject, entries);
    }

    String entriesText() {
        return entries.stream().map(EntryId::toString).collect(Collectors.joining(" "));
    }
}
