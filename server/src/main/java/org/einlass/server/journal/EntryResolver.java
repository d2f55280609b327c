package org.einlass.server.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.IssuedCode;
import org.jspecify.annotations.Nullable;

/** Finds out what an entry is about: whom, which door, which other entry, and whether its proof is right. */
public final class EntryResolver {
    private static final String LETTER = "letter";

    private final CodeTable codeTable;

    public EntryResolver(CodeTable codeTable) {
        this.codeTable = codeTable;
    }

    /** The look-up ids of codes that an entry names as those it read. */
    static Optional<LookupId> code(JournalEntry entry) {
        if (entry instanceof JournalEntry.Scanned scanned) {
            return Optional.ofNullable(scanned.code());
        }
        if (entry instanceof JournalEntry.Overridden overridden) {
            return Optional.of(overridden.code());
        }
        return entry instanceof JournalEntry.EnteredFromPaper line
                ? Optional.ofNullable(line.code())
                : Optional.empty();
    }

    /**
     * Resolves an entry.
     *
     * @param codes the codes that entries name, as far as somebody was given them
     * @param trusted whether the sender may let somebody in whom no door read: a desk may, a door that was stolen
     *     must not
     */
    ResolvedReferences resolve(
            EventId event,
            EpochId epoch,
            ReceivedEntry receivedEntry,
            Map<LookupId, IssuedCode> codes,
            boolean trusted,
            Instant now) {
        JournalEntry entry = Objects.requireNonNull(receivedEntry.entry(), "understood");
        About about = about(event, entry, codes, trusted);
        return new ResolvedReferences(
                epoch.toString(),
                type(entry),
                about.door(),
                about.lookup() == null ? null : about.lookup().hex(),
                about.subject(),
                about.refers(),
                about.proven(),
                receivedEntry.content(),
                withoutLetter(receivedEntry),
                now.toEpochMilli());
    }

    /** Letters lie beside the facts, so that they can be erased. */
    private static String withoutLetter(ReceivedEntry entry) {
        return entry.body() instanceof ObjectNode fields && fields.has(LETTER)
                ? JournalJson.text(fields.deepCopy().without(LETTER))
                : entry.text();
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

    private About about(EventId event, JournalEntry entry, Map<LookupId, IssuedCode> codes, boolean trusted) {
        if (entry instanceof JournalEntry.Scanned scanned) {
            return scanned(event, scanned, codes);
        }
        if (entry instanceof JournalEntry.Overridden overridden) {
            String subject = subject(codes, overridden.code());
            String scan = overridden.scan().toString();
            return new About(
                    overridden.door().text(), overridden.code(), subject, scan, trusted ? null : Boolean.FALSE);
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
        if (entry instanceof JournalEntry.GuestEntry answered) {
            return about(answered.registration(), answered.scan());
        }
        if (entry instanceof JournalEntry.Substituted substituted) {
            String represents = substituted.represents().toString();
            return new About(null, null, substituted.registration().toString(), represents, null);
        }
        if (entry instanceof JournalEntry.EnteredFromPaper line) {
            return line(line, codes);
        }
        return about(registration(entry), null);
    }

    /** The registration that a desk wrote about, or that answered. */
    public static RegistrationId registration(JournalEntry entry) {
        if (entry instanceof JournalEntry.Newcomer newcomer) {
            return newcomer.registration();
        }
        if (entry instanceof JournalEntry.Corrected corrected) {
            return corrected.registration();
        }
        if (entry instanceof JournalEntry.GuestEntry answered) {
            return answered.registration();
        }
        return ((JournalEntry.BadgeReissued) entry).registration();
    }

    private static About line(JournalEntry.EnteredFromPaper line, Map<LookupId, IssuedCode> codes) {
        LookupId code = line.code();
        String subject = code == null ? String.valueOf(line.registration()) : subject(codes, code);
        return new About(line.door().text(), code, subject, null, null);
    }

    private static About about(RegistrationId registration, @Nullable EntryId scan) {
        return new About(null, null, registration.toString(), scan == null ? null : scan.toString(), null);
    }

    private About scanned(EventId event, JournalEntry.Scanned scanned, Map<LookupId, IssuedCode> codes) {
        LookupId lookup = scanned.code();
        if (lookup == null) {
            return new About(scanned.door().text(), null, null, null, null);
        }
        Optional<IssuedCode> known = Optional.ofNullable(codes.get(lookup));
        Boolean proven = proven(event, lookup, known, scanned).orElse(null);
        return new About(scanned.door().text(), lookup, subject(codes, lookup), null, proven);
    }

    /** Whether a scan's proof is right; empty where nobody here knows the code itself. */
    public Optional<Boolean> proven(
            EventId event, LookupId lookup, Optional<IssuedCode> known, JournalEntry.Scanned scanned) {
        return known.filter(code -> !code.sealed().isEmpty()).map(code -> proves(event, lookup, code, scanned));
    }

    /** A scan's proof is what makes it more than a claim of whoever holds the device. */
    private boolean proves(EventId event, LookupId lookup, IssuedCode code, JournalEntry.Scanned scanned) {
        ScanProof proof = scanned.proof();
        return proof != null
                && proof.shows(
                        codeTable.open(event, lookup, code), scanned.head().id());
    }

    /** The registration that a code leads to, or a stand-in for a code that nobody knows. */
    private static String subject(Map<LookupId, IssuedCode> codes, LookupId lookup) {
        return Optional.ofNullable(codes.get(lookup))
                .map(IssuedCode::registration)
                .map(RegistrationId::toString)
                .orElse("?" + lookup.hex());
    }

    private static String type(JournalEntry entry) {
        if (entry instanceof JournalEntry.Printed printed) {
            return "printed " + printed.stage();
        }
        return entry.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
