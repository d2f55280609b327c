package org.einlass.server.admission;

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
import org.einlass.server.database.Transaction;
import org.jdbi.v3.core.Handle;

/** What follows when facts are added, better timed, or set aside: claims become free, stories are told anew. */
final class Consequences {
    private final Facts facts;
    private final Answers answers;
    private final Claims claims;
    private final Boots boots;
    private final Conflicts conflicts;
    private final Filer filer;
    private final Codes codes;
    private final Newcomers newcomers;
    private final Projection projection;

    Consequences(
            Facts facts,
            Answers answers,
            Claims claims,
            Boots boots,
            Conflicts conflicts,
            Filer filer,
            Codes codes,
            Newcomers newcomers,
            Projection projection) {
        this.facts = facts;
        this.answers = answers;
        this.claims = claims;
        this.boots = boots;
        this.conflicts = conflicts;
        this.filer = filer;
        this.codes = codes;
        this.newcomers = newcomers;
        this.projection = projection;
    }

    /** Keeps what a contact tells of a clock, and corrects the times of all facts that hang on it. */
    void learn(Handle handle, EventId event, DeviceId device, Contact contact, Touched touched) {
        if (!boots.isNews(handle, event, device, contact)) {
            return;
        }
        long errorBefore = boots.wallError(handle, event, device);
        boots.put(handle, event, device, contact);
        facts.retime(handle, event, device, contact.boot(), contact.base(), contact.uncertainty());
        long errorAfter = boots.wallError(handle, event, device);
        if (errorBefore != errorAfter) {
            facts.retimeUnsure(handle, event, device, errorAfter);
        }
        touchAll(handle, event, device, touched);
    }

    /** All that the facts of a device concern is to be told anew. */
    void touchAll(Handle handle, EventId event, DeviceId device, Touched touched) {
        facts.subjectsOf(handle, event, device).forEach(touched::subject);
        facts.countsOf(handle, event, device).forEach(area -> touchCounts(touched, area));
    }

    private static void touchCounts(Touched touched, org.einlass.contract.id.AreaId area) {
        for (Phase phase : Phase.values()) {
            touched.count(new Stay.Key(phase, area));
        }
    }

    /** Notes whom a new fact concerns, and does what it does by its own id. */
    void note(Handle handle, Plan plan, JournalEntry entry, Facts.Filing filing, Instant now, Touched touched) {
        EventId event = plan.event();
        if (filing.subject() != null) {
            touched.subject(filing.subject());
        }
        if (entry instanceof JournalEntry.Undone undone) {
            undo(handle, event, undone.entry(), now, touched);
        } else if (entry instanceof JournalEntry.Counted counted) {
            touchCounts(touched, counted.area());
        } else if (entry instanceof JournalEntry.Settled settled) {
            conflicts.subject(handle, event, settled.conflict()).ifPresent(touched::subject);
        } else if (entry instanceof JournalEntry.Overridden overridden) {
            facts.subjectsBehind(handle, event, overridden.scan()).forEach(touched::subject);
        } else {
            settleIn(handle, plan, entry, touched);
        }
    }

    /** What a desk wrote: the rows it asks for stand from now on, and its codes lead there. */
    private void settleIn(Handle handle, Plan plan, JournalEntry entry, Touched touched) {
        if (entry instanceof JournalEntry.Newcomer
                || entry instanceof JournalEntry.Corrected
                || entry instanceof JournalEntry.BadgeReissued) {
            settleIn(handle, plan, Filer.registration(entry), touched);
        }
        if (entry instanceof JournalEntry.Substituted substituted) {
            settleIn(handle, plan, substituted.represents(), touched);
        }
    }

    private void settleIn(Handle handle, Plan plan, RegistrationId registration, Touched touched) {
        touched.subject(registration.toString());
        newcomers
                .settleIn(handle, plan, registration)
                .forEach(code -> adopt(handle, plan.event(), code, registration.toString(), touched));
    }

    private void undo(Handle handle, EventId event, EntryId undone, Instant now, Touched touched) {
        facts.subjectsBehind(handle, event, undone).forEach(touched::subject);
        facts.areaBehind(handle, event, undone).ifPresent(area -> touchCounts(touched, area));
        boolean reported = facts.find(handle, event, undone).isPresent();
        if (!reported && answers.subject(handle, event, undone).isPresent()) {
            answers.confirm(handle, event, undone, Verdict.REFUSED);
            claims.release(handle, event, List.of(undone), now);
        }
    }

    /** A code leads to this person from now on; so do the facts that were made with it before. */
    void adopt(Handle handle, EventId event, LookupId lookup, String subject, Touched touched) {
        facts.adopt(handle, event, lookup, subject);
        Optional<KnownCode> known = codes.find(handle, event, lookup);
        for (JournalEntry.Scanned scan : facts.notCompared(handle, event, lookup)) {
            filer.proven(event, lookup, known, scan)
                    .ifPresent(
                            proven -> facts.compared(handle, event, scan.head().id(), proven));
        }
        touched.subject(subject);
        touched.subject("?" + lookup.hex());
    }

    /** Tells all stories anew that were touched, and lets the readers of the feed know. */
    void follow(Transaction transaction, Plan plan, Touched touched, Instant now) {
        for (String subject : touched.subjects()) {
            if (projection.retell(transaction.handle(), plan, subject, now)) {
                transaction.changed(plan.event(), "registration", subject, now.toEpochMilli());
            }
            transaction.changed(plan.event(), "passage", subject, now.toEpochMilli());
        }
        touched.counts().forEach(area -> {
            projection.recount(transaction.handle(), plan, area, now);
            transaction.changed(plan.event(), "area", area.area().text(), now.toEpochMilli());
        });
    }
}
