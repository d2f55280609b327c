package org.einlass.kiosk;

import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.kiosk.camera.CodeRanking;

/** Which of several codes in one picture is meant at an entrance: tickets before badges, ours before all others. */
final class TicketFirstRanking implements CodeRanking {
    private static final int TICKET = 2;
    private static final int BADGE = 1;
    private static final int FOREIGN = 0;

    @Override
    public int rank(String text) {
        return Code.parse(text)
                .map(code -> code.kind() == CodeKind.TICKET ? TICKET : BADGE)
                .orElse(FOREIGN);
    }
}
