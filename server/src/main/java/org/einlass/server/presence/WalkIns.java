package org.einlass.server.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.Fact;
import org.einlass.server.journal.FactTable;
import org.einlass.server.journal.SealedDeskMessages;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.DeskRegistrationTable;
import org.einlass.server.registration.ErasedRegistrations;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Registrations and codes that desks made while nobody else knew of them. Whatever comes first, the same rows
 * stand.
 */
public final class WalkIns {
    /** Stands for a name in a letter that nobody can open. */
    private static final Attendee NAMELESS = Attendee.of("", "?", "");

    private static final int FIRST = 1;
    private static final int REISSUED = 2;

    private final FactTable factTable;
    private final SealedDeskMessages sealedDeskMessages;
    private final CodeTable codeTable;

    public WalkIns(FactTable factTable, SealedDeskMessages sealedDeskMessages, CodeTable codeTable) {
        this.factTable = factTable;
        this.sealedDeskMessages = sealedDeskMessages;
        this.codeTable = codeTable;
    }

    /**
     * Makes the rows that the facts about {@code registration} ask for and that are not there yet; none for
     * somebody who was erased.
     *
     * @return the codes that lead to it from now on
     */
    List<LookupId> register(Handle handle, EventConfig eventConfig, RegistrationId registration) {
        EventId event = eventConfig.event();
        if (!ErasedRegistrations.among(handle, event, List.of(registration.toString()))
                .isEmpty()) {
            return List.of();
        }
        List<Fact> brought = factTable.brought(handle, event, registration.toString());
        Map<EntryId, Optional<DeskMessage>> opened = sealedDeskMessages.of(
                handle, event, brought.stream().map(Fact::id).toList());
        Optional<String> status = DeskRegistrationTable.status(handle, event, registration);
        if (status.isEmpty()) {
            Optional<Fact> maker = brought.stream()
                    .filter(fact -> fact.entry() instanceof JournalEntry.Newcomer)
                    .min(Fact::compareTo);
            if (maker.isEmpty()
                    || !make(handle, event, (JournalEntry.Newcomer) maker.get().entry(), opened)) {
                return List.of();
            }
        } else {
            keep(handle, event, registration, DeskEdits.FieldState.untouched(status.get()));
        }
        List<LookupId> added = new ArrayList<>();
        for (Fact fact : brought) {
            lead(handle, eventConfig, registration, fact, letter(opened, fact.id()))
                    .ifPresent(added::add);
        }
        return added;
    }

    private static @Nullable DeskMessage letter(Map<EntryId, Optional<DeskMessage>> opened, EntryId entry) {
        return opened.getOrDefault(entry, Optional.empty()).orElse(null);
    }

    private static void keep(Handle handle, EventId event, RegistrationId registration, DeskEdits.FieldState kept) {
        handle.createUpdate("""
                insert into desk_fields (event, registration, field, base, effective)
                values (:event, :id, 'status', :base, :effective)
                on conflict do nothing
                """)
                .bind("event", event.text())
                .bind("id", registration.toString())
                .bind("base", kept.base())
                .bind("effective", kept.effective())
                .execute();
    }

    /** @return false where the event has no category that anybody could be of */
    private boolean make(
            Handle handle, EventId event, JournalEntry.Newcomer newcomer, Map<EntryId, Optional<DeskMessage>> opened) {
        Optional<String> category = DeskRegistrationTable.category(
                handle, event, newcomer.category().text());
        if (category.isEmpty()) {
            return false;
        }
        DeskMessage deskMessage = letter(opened, newcomer.head().id());
        Attendee told = deskMessage == null ? null : deskMessage.attendee();
        Attendee attendee = told == null || told.isUnnamed() ? NAMELESS : told;
        RegistrationId registration = newcomer.registration();
        DeskRegistrationTable.insert(handle, event, newcomer, attendee, category.get());
        newcomer.programmes()
                .forEach(
                        programme -> DeskRegistrationTable.addProgramme(handle, event, registration, programme.text()));
        newcomer.days().forEach(day -> DeskRegistrationTable.addDay(handle, event, registration, day.toString()));
        if (newcomer instanceof JournalEntry.Substituted substituted) {
            DeskRegistrationTable.takeOver(handle, event, registration, substituted.represents());
        }
        keep(
                handle,
                event,
                registration,
                new DeskEdits.FieldState(DeskEdits.NOTHING, RegistrationStatus.CONFIRMED.name(), Set.of()));
        return true;
    }

    /** A code leads to the registration, with its text where the letter tells it. */
    private Optional<LookupId> lead(
            Handle handle,
            EventConfig eventConfig,
            RegistrationId registration,
            Fact fact,
            @Nullable DeskMessage deskMessage) {
        boolean first = fact.entry() instanceof JournalEntry.Newcomer;
        LookupId lookup = first
                ? ((JournalEntry.Newcomer) fact.entry()).badge()
                : ((JournalEntry.BadgeReissued) fact.entry()).badge();
        Code code = Optional.ofNullable(deskMessage)
                .map(DeskMessage::badge)
                .flatMap(Code::parse)
                .filter(told -> eventConfig.salt().lookupId(told).equals(lookup))
                .orElse(null);
        boolean added = codeTable.addFromDesk(
                handle, eventConfig.event(), lookup, code, registration, first ? FIRST : REISSUED, fact.at());
        return added ? Optional.of(lookup) : Optional.empty();
    }
}
