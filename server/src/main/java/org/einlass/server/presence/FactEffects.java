package org.einlass.server.presence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.answer.AnswerTable;
import org.einlass.server.answer.ClaimTable;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventConfig;
import org.einlass.server.journal.BootClocks;
import org.einlass.server.journal.ClockSample;
import org.einlass.server.journal.EntryResolver;
import org.einlass.server.journal.FactTable;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.IssuedCode;
import org.jdbi.v3.core.Handle;

/** What follows when facts are added, better timed, or set aside: claims become free, stories are told anew. */
public final class FactEffects {
    private final FactTable factTable;
    private final AnswerTable answerTable;
    private final ClaimTable claimTable;
    private final BootClocks bootClocks;
    private final ConflictTable conflictTable;
    private final EntryResolver entryResolver;
    private final CodeTable codeTable;
    private final WalkIns walkIns;
    private final Projection projection;

    public FactEffects(
            FactTable factTable,
            AnswerTable answerTable,
            ClaimTable claimTable,
            BootClocks bootClocks,
            ConflictTable conflictTable,
            EntryResolver entryResolver,
            CodeTable codeTable,
            WalkIns walkIns,
            Projection projection) {
        this.factTable = factTable;
        this.answerTable = answerTable;
        this.claimTable = claimTable;
        this.bootClocks = bootClocks;
        this.conflictTable = conflictTable;
        this.entryResolver = entryResolver;
        this.codeTable = codeTable;
        this.walkIns = walkIns;
        this.projection = projection;
    }

    /** Keeps what a contact tells of a clock, and corrects the times of all facts that hang on it. */
    public void learn(
            Handle handle, EventId event, DeviceId device, ClockSample clockSample, AffectedSubjects affectedSubjects) {
        if (!bootClocks.isNews(handle, event, device, clockSample)) {
            return;
        }
        long errorBefore = bootClocks.wallError(handle, event, device);
        bootClocks.put(handle, event, device, clockSample);
        factTable.retime(handle, event, device, clockSample.boot(), clockSample.base(), clockSample.uncertainty());
        long errorAfter = bootClocks.wallError(handle, event, device);
        if (errorBefore != errorAfter) {
            factTable.retimeUnsure(handle, event, device, errorAfter);
        }
        touchAll(handle, event, device, affectedSubjects);
    }

    /** All that the facts of a device concern is to be told anew. */
    public void touchAll(Handle handle, EventId event, DeviceId device, AffectedSubjects affectedSubjects) {
        factTable.subjectsOf(handle, event, device).forEach(affectedSubjects::subject);
        factTable.countsOf(handle, event, device).forEach(area -> touchCounts(affectedSubjects, area));
    }

    private static void touchCounts(AffectedSubjects affectedSubjects, org.einlass.contract.id.AreaId area) {
        for (Phase phase : Phase.values()) {
            affectedSubjects.count(new AreaPresence.Key(phase, area));
        }
    }

    /** Notes whom a new fact concerns, and does what it does by its own id. */
    public void note(
            Handle handle,
            EventConfig eventConfig,
            JournalEntry entry,
            FactTable.ResolvedReferences filing,
            Instant now,
            AffectedSubjects affectedSubjects) {
        EventId event = eventConfig.event();
        if (filing.subject() != null) {
            affectedSubjects.subject(filing.subject());
        }
        if (entry instanceof JournalEntry.Undone undone) {
            undo(handle, event, undone.entry(), now, affectedSubjects);
        } else if (entry instanceof JournalEntry.Counted counted) {
            touchCounts(affectedSubjects, counted.area());
        } else if (entry instanceof JournalEntry.Settled settled) {
            conflictTable.subject(handle, event, settled.conflict()).ifPresent(affectedSubjects::subject);
        } else if (entry instanceof JournalEntry.Overridden overridden) {
            factTable.subjectsBehind(handle, event, overridden.scan()).forEach(affectedSubjects::subject);
        } else {
            settleIn(handle, eventConfig, entry, affectedSubjects);
        }
    }

    /** What a desk wrote: the rows it asks for stand from now on, and its codes lead there. */
    private void settleIn(
            Handle handle, EventConfig eventConfig, JournalEntry entry, AffectedSubjects affectedSubjects) {
        if (entry instanceof JournalEntry.Newcomer
                || entry instanceof JournalEntry.Corrected
                || entry instanceof JournalEntry.BadgeReissued) {
            settleIn(handle, eventConfig, EntryResolver.registration(entry), affectedSubjects);
        }
        if (entry instanceof JournalEntry.Substituted substituted) {
            settleIn(handle, eventConfig, substituted.represents(), affectedSubjects);
        }
    }

    private void settleIn(
            Handle handle, EventConfig eventConfig, RegistrationId registration, AffectedSubjects affectedSubjects) {
        affectedSubjects.subject(registration.toString());
        walkIns.settleIn(handle, eventConfig, registration)
                .forEach(code -> adopt(handle, eventConfig.event(), code, registration.toString(), affectedSubjects));
    }

    private void undo(Handle handle, EventId event, EntryId undone, Instant now, AffectedSubjects affectedSubjects) {
        factTable.subjectsBehind(handle, event, undone).forEach(affectedSubjects::subject);
        factTable.areaBehind(handle, event, undone).ifPresent(area -> touchCounts(affectedSubjects, area));
        boolean reported = factTable.find(handle, event, undone).isPresent();
        if (!reported && answerTable.subject(handle, event, undone).isPresent()) {
            answerTable.confirm(handle, event, undone, Verdict.REFUSED);
            claimTable.release(handle, event, List.of(undone), now);
        }
    }

    /** A code leads to this person from now on; so do the facts that were made with it before. */
    public void adopt(
            Handle handle, EventId event, LookupId lookup, String subject, AffectedSubjects affectedSubjects) {
        factTable.adopt(handle, event, lookup, subject);
        Optional<IssuedCode> known = codeTable.find(handle, event, lookup);
        for (JournalEntry.Scanned scan : factTable.notCompared(handle, event, lookup)) {
            entryResolver
                    .proven(event, lookup, known, scan)
                    .ifPresent(proven ->
                            factTable.compared(handle, event, scan.head().id(), proven));
        }
        affectedSubjects.subject(subject);
        affectedSubjects.subject("?" + lookup.hex());
    }

    /** Tells all stories anew that were touched, and lets the readers of the feed know. */
    public void follow(
            Transaction transaction, EventConfig eventConfig, AffectedSubjects affectedSubjects, Instant now) {
        for (String subject : affectedSubjects.subjects()) {
            if (projection.retell(transaction.handle(), eventConfig, subject, now)) {
                transaction.changed(eventConfig.event(), "registration", subject, now.toEpochMilli());
            }
            transaction.changed(eventConfig.event(), "passage", subject, now.toEpochMilli());
        }
        affectedSubjects.counts().forEach(area -> {
            projection.recount(transaction.handle(), eventConfig, area, now);
            transaction.changed(eventConfig.event(), "area", area.area().text(), now.toEpochMilli());
        });
    }
}
