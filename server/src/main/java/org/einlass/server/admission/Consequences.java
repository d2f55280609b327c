package org.einlass.server.admission;

import java.time.Instant;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EventId;
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
    private final Reissues reissues = new Reissues();
    private final Projection projection;

    Consequences(Facts facts, Answers answers, Claims claims, Boots boots, Conflicts conflicts, Projection projection) {
        this.facts = facts;
        this.answers = answers;
        this.claims = claims;
        this.boots = boots;
        this.conflicts = conflicts;
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
    void note(
            Handle handle,
            EventId event,
            JournalEntry entry,
            Facts.Filing filing,
            CorrectedTime time,
            Instant now,
            Touched touched) {
        if (filing.subject() != null) {
            touched.subject(filing.subject());
        }
        if (entry instanceof JournalEntry.Undone undone) {
            undo(handle, event, undone.entry(), now, touched);
        } else if (entry instanceof JournalEntry.Counted counted) {
            touchCounts(touched, counted.area());
        } else if (entry instanceof JournalEntry.Settled settled) {
            conflicts.subject(handle, event, settled.conflict()).ifPresent(touched::subject);
        } else if (entry instanceof JournalEntry.BadgeReissued reissued) {
            reissues.reissue(handle, event, reissued, time);
            adopt(handle, event, reissued.badge(), reissued.registration().toString(), touched);
        } else if (entry instanceof JournalEntry.Overridden overridden) {
            facts.subjectBehind(handle, event, overridden.scan()).ifPresent(touched::subject);
        }
    }

    private void undo(Handle handle, EventId event, EntryId undone, Instant now, Touched touched) {
        facts.subjectBehind(handle, event, undone).ifPresent(touched::subject);
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
        touched.subject(subject);
        touched.subject("?" + lookup.hex());
    }

    /** Tells all stories anew that were touched, and lets the readers of the feed know. */
    void follow(Transaction transaction, Plan plan, Touched touched, Instant now) {
        for (String subject : touched.subjects()) {
            projection.retell(transaction.handle(), plan, subject, now);
            transaction.changed(plan.event(), "passage", subject, now.toEpochMilli());
        }
        touched.counts().forEach(area -> {
            projection.recount(transaction.handle(), plan, area, now);
            transaction.changed(plan.event(), "area", area.area().text(), now.toEpochMilli());
        });
    }
}
