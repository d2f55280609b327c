package org.einlass.contract.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.Wording;

/**
 * A device has carried out an order to wipe. May be sent again.
 *
 * @param destroyed what is no more, in the device's words: {@code roster}, {@code door-sheet}
 * @param kept what it could not destroy and a person has to remove, in the words of {@link Kept}; empty from
 *     programs that do not say it yet
 */
public record WipeReceipt(List<String> destroyed, List<String> kept) {

    public WipeReceipt {
        destroyed = List.copyOf(Objects.requireNonNullElse(destroyed, List.of()));
        kept = List.copyOf(Objects.requireNonNullElse(kept, List.of()));
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
