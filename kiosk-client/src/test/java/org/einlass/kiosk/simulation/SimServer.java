package org.einlass.kiosk.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.admission.Admission;
import org.einlass.contract.admission.Moment;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.admission.Verdict;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.journal.Outcome;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.JournalReceipt.EntryReceipt;
import org.einlass.contract.wire.JournalReceipt.Fate;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.kiosk.gate.Sample;
import org.einlass.kiosk.sync.Outbox;
import org.einlass.kiosk.sync.WireJson;
import org.jspecify.annotations.Nullable;

/** The server's side of DESIGN 4 in memory, with the contract's own rules: answers, claims, facts; can be restored. */
final class SimServer {
    private final InstantSource clock;
    private final DoorSheet sheet;
    private final Map<LookupId, SimGuest> guests;
    private final Mistake mistake;
    private Books books = new Books();
    private Books backup = new Books();
    private UUID incarnation = new UUID(0, 1);

    /** All that a restore brings back to an earlier state. */
    private static final class Books {
        private final Map<EntryId, ScanAnswer> answers = new HashMap<>();
        private final Map<LookupId, EntryId> claims = new HashMap<>();
        private final Map<EntryId, JournalEntry> facts = new LinkedHashMap<>();

        Books copy() {
            Books copy = new Books();
            copy.answers.putAll(answers);
            copy.claims.putAll(claims);
            copy.facts.putAll(facts);
            return copy;
        }
    }

    SimServer(InstantSource clock, DoorSheet sheet, Map<LookupId, SimGuest> guests, Mistake mistake) {
        this.clock = clock;
        this.sheet = sheet;
        this.guests = guests;
        this.mistake = mistake;
    }

    void backUp() {
        backup = books.copy();
    }

    void restore() {
        books = backup.copy();
        incarnation = new UUID(0, incarnation.getLeastSignificantBits() + 1);
    }

    UUID incarnation() {
        return incarnation;
    }

    List<JournalEntry> facts() {
        return new ArrayList<>(books.facts.values());
    }

    DoorSheet sheet() {
        return new DoorSheet(
                sheet.event(),
                sheet.eventTitle(),
                sheet.zone(),
                sheet.dayStart(),
                sheet.phase(),
                sheet.salt(),
                sheet.categories(),
                sheet.programmes(),
                sheet.door(),
                sheet.doorTitle(),
                sheet.direction(),
                sheet.rule(),
                null,
                clock.instant());
    }

    /** Made once and repeated for ever; a question about what has an outcome already is answered by it. */
    ScanAnswer answer(ScanQuestion question) {
        return books.answers.computeIfAbsent(question.id(), id -> decide(id, question));
    }

    private ScanAnswer decide(EntryId id, ScanQuestion question) {
        if (books.facts.get(id) instanceof JournalEntry.Scanned known) {
            return say(id, known.outcome().verdict(), known.outcome().refusal());
        }
        LookupId code = Sample.SALT.lookupId(Code.parse(question.code()).orElseThrow());
        SimGuest guest = guests.get(code);
        Optional<Refusal> refusal = guest == null
                ? Optional.of(Refusal.UNKNOWN)
                : Admission.decide(guest.entitlement(), sheet.rule(), new Moment(clock.instant(), true))
                        .or(() -> claimed(code));
        if (refusal.isEmpty() && mistake != Mistake.NO_CLAIM) {
            books.claims.put(code, id);
        }
        return say(id, refusal.isEmpty() ? Verdict.ADMITTED : Verdict.REFUSED, refusal.orElse(null));
    }

    private Optional<Refusal> claimed(LookupId code) {
        return books.claims.containsKey(code) ? Optional.of(Refusal.ALREADY_USED) : Optional.empty();
    }

    private ScanAnswer say(EntryId id, Verdict verdict, @Nullable Refusal refusal) {
        return new ScanAnswer(id, verdict, refusal, null, null, null, null, clock.instant());
    }

    JournalReceipt take(Outbox.Batch batch) {
        List<EntryReceipt> receipts = new ArrayList<>();
        for (Outbox.Item item : batch.items()) {
            JournalEntry entry = WireJson.read(item.json(), JournalEntry.class).orElseThrow();
            receipts.add(new EntryReceipt(receipts.size(), keep(entry), null));
        }
        return new JournalReceipt(receipts, clock.instant());
    }

    private Fate keep(JournalEntry entry) {
        JournalEntry known = books.facts.putIfAbsent(entry.head().id(), entry);
        if (known != null) {
            return known.equals(entry) ? Fate.KNOWN : Fate.QUARANTINED;
        }
        if (entry instanceof JournalEntry.Scanned scan && scan.outcome().verdict() == Verdict.REFUSED) {
            books.claims.remove(scan.code(), scan.head().id());
        }
        return Fate.ACCEPTED;
    }

    /** What the facts say of one time of entry: derived, by the server's rules or the broken ones. */
    static Instant at(JournalEntry entry, Mistake mistake) {
        var time = entry.head().time();
        return mistake == Mistake.TRUSTS_WALL || time.serverOffset() == null
                ? time.wall()
                : time.wall().plus(time.serverOffset());
    }

    static boolean isAdmission(JournalEntry entry, Mistake mistake) {
        return entry instanceof JournalEntry.Scanned scan
                && scan.outcome().verdict() == Verdict.ADMITTED
                && (mistake != Mistake.BLIND_EYE || scan.outcome().source() == Outcome.Source.SERVER);
    }
}
