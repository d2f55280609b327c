package org.einlass.server.admission;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds out what an entry is about: whom, which door, which other entry, and whether its proof is right. */
final class Filer {
    private final Codes codes;

    Filer(Codes codes) {
        this.codes = codes;
    }

    Facts.Filing file(Handle handle, EventId event, EpochId epoch, Reported reported, JournalEntry entry, Instant now) {
        About about = about(handle, event, entry);
        return new Facts.Filing(
                epoch.toString(),
                type(entry),
                about.door(),
                about.lookup() == null ? null : about.lookup().hex(),
                about.subject(),
                about.refers(),
                about.proven(),
                reported.content(),
                JournalJson.text(reported.body()),
                now.toEpochMilli());
    }

    private record About(
            @Nullable String door,
            @Nullable LookupId lookup,
            @Nullable String subject,
            @Nullable String refers,
            @Nullable Boolean proven) {

        static About entry(String refers) {
            return new About(null, null, null, refers, null);
        }
    }

    private About about(Handle handle, EventId event, JournalEntry entry) {
        if (entry instanceof JournalEntry.Scanned scanned) {
            return scanned(handle, event, scanned);
        }
        if (entry instanceof JournalEntry.Overridden overridden) {
            String subject = subject(codes.find(handle, event, overridden.code()), overridden.code());
            String scan = overridden.scan().toString();
            return new About(overridden.door().text(), overridden.code(), subject, scan, null);
        }
        if (entry instanceof JournalEntry.Undone undone) {
            return About.entry(undone.entry().toString());
        }
        if (entry instanceof JournalEntry.Counted counted) {
            return About.entry(counted.area().text());
        }
        if (entry instanceof JournalEntry.Settled settled) {
            return About.entry(settled.conflict());
        }
        if (entry instanceof JournalEntry.Printed printed) {
            return about(printed.registration(), printed.scan());
        }
        return about(((JournalEntry.BadgeReissued) entry).registration(), null);
    }

    private static About about(RegistrationId registration, @Nullable EntryId scan) {
        return new About(null, null, registration.toString(), scan == null ? null : scan.toString(), null);
    }

    private About scanned(Handle handle, EventId event, JournalEntry.Scanned scanned) {
        LookupId lookup = scanned.code();
        if (lookup == null) {
            return new About(scanned.door().text(), null, null, null, null);
        }
        Optional<KnownCode> known = codes.find(handle, event, lookup);
        Boolean proven = known.filter(code -> !code.sealed().isEmpty())
                .map(code -> proves(event, lookup, code, scanned))
                .orElse(null);
        return new About(scanned.door().text(), lookup, subject(known, lookup), null, proven);
    }

    /** A scan's proof is what makes it more than a claim of whoever holds the device. */
    private boolean proves(EventId event, LookupId lookup, KnownCode code, JournalEntry.Scanned scanned) {
        ScanProof proof = scanned.proof();
        return proof != null
                && proof.shows(codes.open(event, lookup, code), scanned.head().id());
    }

    /** The registration that a code leads to, or a stand-in for a code that nobody knows. */
    static String subject(Optional<KnownCode> known, LookupId lookup) {
        return known.map(KnownCode::registration).map(RegistrationId::toString).orElse("?" + lookup.hex());
    }

    private static String type(JournalEntry entry) {
        if (entry instanceof JournalEntry.Printed printed) {
            return "printed " + printed.stage();
        }
        return entry.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
