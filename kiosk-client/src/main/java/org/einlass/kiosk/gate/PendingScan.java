package org.einlass.kiosk.gate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.contract.admission.CodeOrigin;
import org.einlass.contract.admission.Refusal;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.DoorSheet;

/**
 * A scan on its way to a verdict.
 *
 * @param text what it is taken for now
 * @param others what else it may be, should nobody know that
 */
record PendingScan(EntryId id, GateReading reading, ScannedText text, List<ScannedText> others, long startedNanos) {
    /** Longer than half a code of ours, in its symbols alone: no other code is likely to look like that. */
    private static final Pattern PART_OF_OURS = Pattern.compile("(?=.*[A-X])(?=.*\\d)[0-9A-HJ-NP-X]{15,}");

    /** A reading that has just come. */
    static PendingScan of(EntryId id, GateReading reading, long nanos) {
        List<ScannedText> texts = reading.texts().stream().map(ScannedText::of).toList();
        return new PendingScan(id, reading, texts.get(0), texts.subList(1, texts.size()), nanos);
    }

    /**
     * What the roster knows wins, then what has the form of our codes, then an address or a card, which is
     * nobody's business; else the likeliest text stays.
     */
    PendingScan meaning(OfflineDecision roster, DoorSheet door) {
        Optional<ScannedText> known = all().stream()
                .filter(each -> each instanceof PresentedCode code && roster.knows(code, door))
                .findFirst();
        Optional<ScannedText> ours =
                known.or(() -> all().stream().filter(Code.class::isInstance).findFirst());
        Optional<ScannedText> form = ours.or(() -> all().stream()
                .filter(each -> each instanceof PresentedCode && CodeOrigin.of(each) == CodeOrigin.FOREIGN)
                .findFirst());
        return form.map(meant -> new PendingScan(id, reading, meant, List.of(), startedNanos))
                .orElse(this);
    }

    private List<ScannedText> all() {
        return Stream.concat(Stream.of(text), others.stream()).toList();
    }

    /** The same guest's scan, taken for the next thing that it may be; empty where there is nothing else. */
    Optional<PendingScan> next(EntryId other) {
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PendingScan(other, reading, others.get(0), others.subList(1, others.size()), startedNanos));
    }

    /** Whether nobody has such a code, as far as this verdict says. */
    static boolean leadsToNobody(GateVerdict gateVerdict) {
        Refusal refusal = gateVerdict.outcome().refusal();
        return refusal == Refusal.UNKNOWN || refusal == Refusal.FOREIGN;
    }

    /** Whether a verdict would be passed on a part of a code: only what leads to nobody may be one. */
    boolean isPiece(GateVerdict gateVerdict) {
        boolean looksWhole = reading.flaw() == GateReading.Flaw.NONE
                && !PART_OF_OURS.matcher(reading.text()).matches();
        return leadsToNobody(gateVerdict) && !(text instanceof Code) && !looksWhole;
    }
}
