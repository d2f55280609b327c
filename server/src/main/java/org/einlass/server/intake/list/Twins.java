package org.einlass.server.intake.list;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.einlass.contract.wire.ImportReport.RowProblem;

/** Finds rows of one file that could not be told apart later: the first one counts, the others are problems. */
final class Twins {
    private final Columns columns;
    private final Locale language;
    private final Map<GuestKey, Long> lineOfKey = new HashMap<>();
    private final Map<String, Long> lineOfCode = new HashMap<>();

    Twins(Columns columns, Locale language) {
        this.columns = columns;
        this.language = language;
    }

    /** Whether neither key nor external code stood in an earlier row; if one did, hands over the problem. */
    boolean isNew(GuestRow guest, Consumer<RowProblem> problems) {
        Long sameKey = lineOfKey.get(guest.key());
        if (sameKey != null) {
            problems.accept(sameKey(guest, sameKey));
            return false;
        }
        Long sameCode = guest.externalCode() == null
                ? null
                : lineOfCode.get(guest.externalCode().text());
        if (sameCode != null) {
            problems.accept(
                    Complaint.sameCode(sameCode).at(guest.line(), columns.heading(Column.TICKET_CODE), language));
            return false;
        }
        remember(guest);
        return true;
    }

    private void remember(GuestRow guest) {
        lineOfKey.put(guest.key(), guest.line());
        if (guest.externalCode() != null) {
            lineOfCode.put(guest.externalCode().text(), guest.line());
        }
    }

    private RowProblem sameKey(GuestRow guest, long first) {
        Complaint complaint = guest.key().isOwn() ? Complaint.sameKey(first) : Complaint.samePerson(first);
        return complaint.at(guest.line(), guest.key().isOwn() ? columns.heading(Column.KEY) : null, language);
    }
}
