package org.einlass.kiosk.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.EpochId;
import org.einlass.contract.id.TimeOrderedUuid;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.EntryHead;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.JournalEntry.PrintStage;
import org.einlass.contract.journal.Outcome;

/** Entries of a journal to test with. */
public final class SampleEntries {
    private static final Random CHANCE = new Random(7);

    private SampleEntries() {}

    public static EpochId epoch() {
        return new EpochId(TimeOrderedUuid.next(Sample.MORNING, CHANCE));
    }

    public static EntryId id() {
        return new EntryId(TimeOrderedUuid.next(Sample.MORNING, CHANCE));
    }

    /** Guest {@code number} was admitted at {@code at}. */
    public static JournalEntry admitted(long sequence, int number, Instant at) {
        EntryHead head = head(sequence, at);
        Code ticket = Sample.ticket(number);
        return new JournalEntry.Scanned(
                head,
                Sample.DOOR,
                Sample.SALT.lookupId(ticket),
                ScanProof.of(ticket, head.id()),
                null,
                Outcome.admitted(Outcome.Source.DEVICE));
    }

    /** All passages by {@code code} at the sample's door while it is live. */
    static PassageQuery passagesOf(LookupId code) {
        return passagesOf(code, Instant.EPOCH, Phase.LIVE);
    }

    public static PassageQuery passagesOf(LookupId code, Instant since, Phase phase) {
        return new PassageQuery(Sample.registration(1), Set.of(code), Sample.DOOR, since, phase);
    }

    /** The badge of guest {@code number} has come as far as {@code stage}. */
    public static JournalEntry print(long sequence, int number, PrintStage stage) {
        return print(sequence, number, id(), stage);
    }

    /** This print of guest {@code number}'s badge has come as far as {@code stage}. */
    public static JournalEntry print(long sequence, int number, EntryId print, PrintStage stage) {
        return new JournalEntry.Printed(
                head(sequence, Sample.MORNING),
                print,
                id(),
                Sample.registration(number),
                Sample.SALT.lookupId(Sample.badgeCode(number)),
                stage);
    }

    public static EntryHead head(long sequence, Instant at) {
        return new EntryHead(
                id(), sequence, Phase.LIVE, new DeviceTime(at, Sample.BOOT, Duration.ofHours(1), null, null), null);
    }
}
