package org.einlass.kiosk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.einlass.contract.admission.CodeOrigin;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.ScannedText;
import org.einlass.kiosk.camera.CodeRanking;

/**
 * Which of several codes in one picture is meant at an entrance: tickets before badges, what may be a ticket
 * of another system after them, addresses and cards last. One thread.
 */
final class TicketFirstRanking implements CodeRanking {
    private static final int TICKET = 3;
    private static final int BADGE = 2;
    private static final int PERHAPS = 1;
    private static final int FOREIGN = 0;

    /** More than a picture holds; a roster may have changed by the time that these are over. */
    private static final int REMEMBERED = 32;

    private final Predicate<String> known;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    /** @param known whether the roster leads from a text to somebody */
    TicketFirstRanking(Predicate<String> known) {
        this.known = known;
    }

    @Override
    public int rank(String text) {
        if (ranks.size() >= REMEMBERED) {
            ranks.clear();
        }
        Integer before = ranks.get(text);
        if (before != null && before > PERHAPS) {
            return before;
        }
        int rank = rankNow(text);
        ranks.put(text, rank);
        return rank;
    }

    private int rankNow(String text) {
        ScannedText scanned = ScannedText.of(text);
        if (scanned instanceof Code code) {
            return code.kind() == CodeKind.TICKET ? TICKET : BADGE;
        }
        if (known.test(text)) {
            return TICKET;
        }
        return CodeOrigin.of(scanned) == CodeOrigin.FOREIGN ? FOREIGN : PERHAPS;
    }
}
