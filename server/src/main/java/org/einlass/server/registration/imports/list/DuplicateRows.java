package org.einlass.server.registration.imports.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.einlass.contract.wire.ImportReport.RowProblem;

/**
 * Finds rows of one file that could not be told apart later: the first one counts, the others are problems.
 */
final class DuplicateRows {
    private final ListColumns listColumns;
    private final Locale language;
    private final Map<RowKey, Long> lineOfKey = new HashMap<>();
    private final Map<RowKey, Set<String>> mailsOfKey = new HashMap<>();
    private final Map<String, Long> lineOfCode = new HashMap<>();

    DuplicateRows(ListColumns listColumns, Locale language) {
        this.listColumns = listColumns;
        this.language = language;
    }

    /** Whether neither key nor external code stood in an earlier row; if one did, hands over the problem. */
    boolean isNew(AttendeeRow guest, Consumer<RowProblem> problems) {
        Long sameKey = lineOfKey.get(guest.key());
        if (sameKey != null && (guest.key().isOwn() || guest.externalCode() == null) && !isNamesake(guest)) {
            problems.accept(sameKey(guest, sameKey));
            return false;
        }
        Long sameCode = guest.externalCode() == null
                ? null
                : lineOfCode.get(guest.externalCode().text());
        if (sameCode != null) {
            problems.accept(RowError.sameCode(sameCode)
                    .at(guest.line(), listColumns.heading(KnownHeading.TICKET_CODE), language));
            return false;
        }
        remember(guest);
        return true;
    }

    /** Two of one name in one organisation, each with a mail address of their own, are two people. */
    private boolean isNamesake(AttendeeRow guest) {
        Set<String> mails = mailsOfKey.getOrDefault(guest.key(), Set.of());
        return guest.key().isFingerprint()
                && !guest.mail().isEmpty()
                && !mails.contains("")
                && !mails.contains(guest.mail());
    }

    private void remember(AttendeeRow guest) {
        lineOfKey.put(guest.key(), guest.line());
        mailsOfKey.computeIfAbsent(guest.key(), none -> new HashSet<>()).add(guest.mail());
        if (guest.externalCode() != null) {
            lineOfCode.put(guest.externalCode().text(), guest.line());
        }
    }

    private RowProblem sameKey(AttendeeRow guest, long first) {
        RowError rowError = guest.key().isOwn() ? RowError.sameKey(first) : RowError.samePerson(first);
        return rowError.at(guest.line(), guest.key().isOwn() ? listColumns.heading(KnownHeading.KEY) : null, language);
    }
}
