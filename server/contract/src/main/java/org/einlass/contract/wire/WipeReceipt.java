package org.einlass.contract.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.Wording;

/**
 * A device has carried out an order to wipe. May be sent again.
 *
 * @param destroyed what is no more, in the words of {@link Destroyed}; others from later programs
 * @param kept what it could not destroy and a person has to remove, in the words of {@link Kept}; empty from
 *     programs that do not say it yet
 */
public record WipeReceipt(List<String> destroyed, List<String> kept) {

    public WipeReceipt {
        destroyed = List.copyOf(Objects.requireNonNullElse(destroyed, List.of()));
        kept = List.copyOf(Objects.requireNonNullElse(kept, List.of()));
    }

    /** What a device was entrusted with. */
    public enum Destroyed {
        ROSTER("roster", new Wording("die Liste der Anmeldungen", "the list of registrations")),
        DATA_KEY("data-key", new Wording("der Schlüssel zu den Namen", "the key to the names")),
        TAG_KEY("tag-key", new Wording("der Schlüssel zu den Codes", "the key to the codes")),
        NEWCOMERS("newcomers", new Wording("hier Aufgenommene", "people registered there")),
        CORRECTIONS("corrections", new Wording("hier Berichtigtes", "what was corrected there")),
        DOOR_SHEET("door-sheet", new Wording("die Regeln der Tür", "the door's rules"));

        private final String word;
        private final Wording wording;

        Destroyed(String word, Wording wording) {
            this.word = word;
            this.wording = wording;
        }

        public Wording wording() {
            return wording;
        }

        /** Empty for a word of a later version. */
        public static Optional<Destroyed> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    /** What lies outside a device's own folder, so that it is left for a person to remove. */
    public enum Kept {
        BADGE_FOLDER(
                "badge-folder",
                new Wording(
                        "Seiten in dem Ordner, in den es statt auf Papier druckt",
                        "pages in the folder into which it prints instead of onto paper")),
        SETTINGS_TOKEN(
                "settings-token",
                new Wording("der Schlüssel in seiner Einstellungsdatei", "the token in its settings file")),
        SETTINGS_PIN(
                "settings-pin",
                new Wording("die PIN des Teams in seiner Einstellungsdatei", "the team's PIN in its settings file"));

        private final String word;
        private final Wording wording;

        Kept(String word, Wording wording) {
            this.word = word;
            this.wording = wording;
        }

        /** As the receipt says it. */
        public String word() {
            return word;
        }

        public Wording wording() {
            return wording;
        }

        /** Empty for a word of a later version. */
        public static Optional<Kept> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }
}
