package org.einlass.reports.badge;

import java.util.List;
import java.util.function.Function;
import org.einlass.reports.PrintedPages;

/** What came of setting a badge: pages, or the request to choose a badge name. */
public sealed interface LaidOutBadge {

    /** Does one thing or the other. */
    <T> T fold(Function<Ready, T> ready, Function<NeedsBadgeName, T> needsBadgeName);

    /**
     * The badge is set and may be printed.
     *
     * @param remarks what a person may want to know; usually empty
     * @param capHeight of the name, millimetres
     */
    record Ready(PrintedPages pages, List<Remark> remarks, double capHeight) implements LaidOutBadge {

        public Ready {
            remarks = List.copyOf(remarks);
        }

        @Override
        public <T> T fold(Function<Ready, T> ready, Function<NeedsBadgeName, T> needsBadgeName) {
            return ready.apply(this);
        }
    }

    /**
     * The name does not go on this badge as it is. Nothing is printed; the desk chooses a badge name.
     *
     * @param missing the characters that no font has, for {@link Reason#CHARACTERS_MISSING}
     */
    record NeedsBadgeName(Reason reason, String missing) implements LaidOutBadge {

        @Override
        public <T> T fold(Function<Ready, T> ready, Function<NeedsBadgeName, T> needsBadgeName) {
            return needsBadgeName.apply(this);
        }

        /** One sentence for the desk, with the next step. */
        public String german() {
            return switch (reason) {
                case EMPTY -> "Der Name ist leer. Bitte einen Namen für das Namensschild eintragen.";
                case TOO_LONG ->
                    "Der Name passt auch in der kleinsten Schrift nicht. Bitte einen kürzeren Namen für das Namensschild wählen.";
                case CHARACTERS_MISSING ->
                    "Die Zeichen „" + missing
                            + "“ hat keine Schrift. Bitte den Namen in lateinischer Schrift eintragen.";
            };
        }

        /** One sentence for the desk, with the next step. */
        public String english() {
            return switch (reason) {
                case EMPTY -> "The name is empty. Please enter a badge name.";
                case TOO_LONG ->
                    "The name does not fit, even in the smallest type. Please choose a shorter badge name.";
                case CHARACTERS_MISSING ->
                    "No font has the characters \"" + missing + "\". Please enter the name in Latin letters.";
            };
        }
    }

    /** Why a name is not printed as it is. */
    enum Reason {
        EMPTY,
        TOO_LONG,
        CHARACTERS_MISSING
    }
}
