package org.einlass.server.registration.imports.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.einlass.server.registration.imports.text.TextKey;

/**
 * Finds rows of one file that could not be told apart later: the first one counts, the others are problems.
 */
final class DuplicateRows {
    private final ListColumns listColumns;
    private final Locale language;
    private final Map<RowKey, Long> lineOfKey = new HashMap<>();
    private final Map<RowKey, Set<String>> mailsOfKey = new HashMap<>();
    private final Map<String, Long> lineOfCode = new HashMap<>();
    private final Map<String, Long> lineOfName = new HashMap<>();
    private final Map<String, Set<String>> mailsOfName = new HashMap<>();
    private final Map<String, RowKey> keyOfMail = new HashMap<>();
    private final Map<RowKey, RegistrationStatus> statusOfKey = new HashMap<>();

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
        Long sameSpelled = looseName(guest).map(lineOfName::get).orElse(null);
        if (sameSpelled != null && !isNamesakeByMail(guest)) {
            problems.accept(RowError.samePerson(sameSpelled).at(guest.line(), null, language));
            return false;
        }
        RowKey sameMail = namedBy(guest).map(keyOfMail::get).orElse(null);
        if (sameMail != null) {
            problems.accept(sameMail(guest, sameMail));
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

    /** Name and organisation however they are spelled: "Jörg Müller" and "Joerg Mueller" of one town are one. */
    private static Optional<String> looseName(AttendeeRow guest) {
        Attendee attendee = guest.attendee();
        boolean known = guest.key().isFingerprint()
                && guest.externalCode() == null
                && !guest.isUnnamed()
                && !attendee.givenName().isEmpty();
        return known
                ? Optional.of(TextKey.of(attendee.givenName()) + "\0"
                        + TextKey.of(attendee.particle() + attendee.familyName()) + "\0"
                        + TextKey.of(attendee.organisation()))
                : Optional.empty();
    }

    private boolean isNamesakeByMail(AttendeeRow guest) {
        Set<String> mails = looseName(guest).map(mailsOfName::get).orElse(Set.of());
        return !guest.mail().isEmpty() && !mails.contains("") && !mails.contains(guest.mail());
    }

    private void remember(AttendeeRow guest) {
        looseName(guest).ifPresent(name -> {
            lineOfName.putIfAbsent(name, guest.line());
            mailsOfName.computeIfAbsent(name, none -> new HashSet<>()).add(guest.mail());
        });
        lineOfKey.put(guest.key(), guest.line());
        statusOfKey.put(guest.key(), guest.status());
        namedBy(guest).ifPresent(named -> keyOfMail.putIfAbsent(named, guest.key()));
        mailsOfKey.computeIfAbsent(guest.key(), none -> new HashSet<>()).add(guest.mail());
        if (guest.externalCode() != null) {
            lineOfCode.put(guest.externalCode().text(), guest.line());
        }
    }

    /** Mail address and name of somebody who is known by nothing else; empty where an address or a name is missing. */
    private static Optional<String> namedBy(AttendeeRow guest) {
        Attendee attendee = guest.attendee();
        boolean known = guest.key().isFingerprint()
                && guest.externalCode() == null
                && !guest.mail().isEmpty()
                && !attendee.givenName().isEmpty();
        return known
                ? Optional.of(guest.mail() + "\0" + TextKey.of(attendee.givenName()) + "\0"
                        + TextKey.of(attendee.particle() + attendee.familyName()))
                : Optional.empty();
    }

    private RowProblem sameMail(AttendeeRow guest, RowKey first) {
        long line = lineOfKey.getOrDefault(first, guest.line());
        RowError rowError =
                guest.status() == statusOfKey.get(first) ? RowError.sameMail(line) : RowError.otherStatus(line);
        return rowError.at(guest.line(), null, language);
    }

    private RowProblem sameKey(AttendeeRow guest, long first) {
        RowError same = guest.status() == statusOfKey.get(guest.key())
                ? RowError.samePerson(first)
                : RowError.otherStatus(first);
        RowError rowError = guest.key().isOwn() ? RowError.sameKey(first) : same;
        return rowError.at(guest.line(), guest.key().isOwn() ? listColumns.heading(KnownHeading.KEY) : null, language);
    }
}
