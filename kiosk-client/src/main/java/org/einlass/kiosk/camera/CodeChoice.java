package org.einlass.kiosk.camera;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What to make of the codes in one picture.
 *
 * @param meant the one code the guest means; empty where there is none, or several that are equally ours
 * @param rivals the codes between which nobody can choose, so the guest is asked for one at a time; else
 *     empty
 */
public record CodeChoice(Optional<FoundCode> meant, List<FoundCode> rivals) {

    public CodeChoice {
        rivals = List.copyOf(rivals);
    }

    /**
     * The same text twice (a ticket and its copy) counts once. Of foreign codes alone the biggest is meant.
     */
    public static CodeChoice of(List<FoundCode> codes, CodeRanking ranking) {
        int highest =
                codes.stream().mapToInt(code -> ranking.rank(code.text())).max().orElse(0);
        List<FoundCode> best = codes.stream()
                .filter(code -> ranking.rank(code.text()) == highest)
                .toList();
        boolean alike = best.stream().map(FoundCode::text).distinct().count() <= 1;
        if (highest > 0 && !alike) {
            return new CodeChoice(Optional.empty(), best);
        }
        return new CodeChoice(
                best.stream()
                        .max(Comparator.comparingDouble(code -> code.corners().area())),
                List.of());
    }

    /** Whether the guest has to be asked for one code at a time. */
    public boolean asksForOneAtATime() {
        return !rivals.isEmpty();
    }
}
