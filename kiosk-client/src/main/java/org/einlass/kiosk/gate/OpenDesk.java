package org.einlass.kiosk.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.einlass.contract.admission.Entitlement;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.AreaId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.OperatorId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.journal.DeskMessage;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DeskSheet;
import org.einlass.contract.wire.DoorSheet;
import org.jspecify.annotations.Nullable;

/**
 * A desk that knows its event and at which somebody stands: what they write is in the journal when it
 * returns.
 */
record OpenDesk(Desk.Edges edges, DoorSheet sheet, OperatorId operator) {
    private static final Logger LOG = System.getLogger(Desk.class.getName());

    /** Writes an entry. @return its id */
    EntryId write(Function<EntryHead, JournalEntry> entry) {
        EntryId id = new EntryId(newId());
        edges.journal()
                .write(sequence -> entry.apply(
                        new EntryHead(id, sequence, sheet.phase(), edges.clock().stamp(), operator)));
        return id;
    }

    UUID newId() {
        return TimeOrderedUuid.next(edges.clock().now(), edges.chance());
    }

    boolean knows(AreaId area) {
        DeskSheet desk = sheet.desk();
        return desk == null
                || desk.areas().isEmpty()
                || desk.areas().stream().anyMatch(one -> one.id().equals(area));
    }

    Optional<DeskRefusal> cannotWriteLetters() {
        return sheet.desk() == null ? Optional.of(DeskRefusal.NO_LETTER_BOX) : Optional.empty();
    }

    Optional<DeskRefusal> cannotMakeCodes() {
        return cannotWriteLetters()
                .or(() -> edges.keys().tagKey().isEmpty() ? Optional.of(DeskRefusal.NO_TAG_KEY) : Optional.empty());
    }

    Optional<DeskRefusal> cannotGive(Entitlement right) {
        if (sheet.categories().stream().noneMatch(one -> one.id().equals(right.category()))) {
            return Optional.of(DeskRefusal.UNKNOWN_CATEGORY);
        }
        List<?> known =
                sheet.programmes().stream().map(DoorSheet.ProgrammeTitle::id).toList();
        return known.containsAll(right.programmes()) ? Optional.empty() : Optional.of(DeskRefusal.UNKNOWN_PROGRAMME);
    }

    Code newBadge() {
        return edges.keys().tagKey().orElseThrow().issue(CodeKind.BADGE, edges.chance());
    }

    /** Whether a code may be a badge's of this event: by its tag, as far as this desk can tell. */
    boolean mayBeBadge(Code code) {
        return code.kind() == CodeKind.BADGE
                && edges.keys().tagKey().map(key -> key.isGenuine(code)).orElse(true);
    }

    LookupId lookup(BadgeOrder order) {
        return sheet.salt().lookupId(Code.parse(order.code()).orElseThrow());
    }

    SealedDeskMessage letter(EntryHead head, DeskMessage deskMessage) {
        DeskSheet desk = sheet.desk();
        if (desk == null) {
            throw new IllegalStateException("A desk without a letter box writes no letters.");
        }
        return desk.letterBox().seal(sheet.event(), head.id(), edges.writing().apply(deskMessage), edges.chance());
    }

    /** @param arrives whether the newcomer comes in by it; at a station for badges only, nobody does */
    JournalEntry newcomer(
            EntryHead head, BadgeOrder order, Entitlement right, @Nullable RegistrationId represents, boolean arrives) {
        boolean comesIn = arrives && !sheet.isBadgeOnly();
        Boolean stays = comesIn ? null : Boolean.FALSE;
        SealedDeskMessage deskMessage = letter(head, DeskMessage.of(order.attendee(), order.code()));
        var days = right.days().stream().sorted().toList();
        return represents == null
                ? new JournalEntry.WalkedIn(
                        head,
                        order.registration(),
                        order.category(),
                        order.programmes(),
                        days,
                        lookup(order),
                        deskMessage,
                        stays)
                : new JournalEntry.Substituted(
                        head,
                        order.registration(),
                        represents,
                        order.category(),
                        order.programmes(),
                        days,
                        lookup(order),
                        deskMessage,
                        stays);
    }

    /**
     * The entry stands in the journal already: a device that cannot remember the code asks the server for it.
     */
    void keep(LocalCode localCode, BadgeOrder order) {
        try {
            edges.newcomers().keep(localCode, Code.parse(order.code()).orElseThrow(), order, sheet.salt());
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "A new code cannot be remembered on this device's disk.", full);
        }
    }

    /** The entry stands in the journal already: without this the old name stays until the server has told the new one. */
    void keep(LocalCorrections.LocalCorrection correction) {
        try {
            edges.corrections().keep(correction);
        } catch (JournalException full) {
            LOG.log(Level.ERROR, "A correction cannot be remembered on this device's disk.", full);
        }
    }
}
