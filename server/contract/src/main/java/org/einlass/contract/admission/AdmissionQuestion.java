package org.einlass.contract.admission;

import java.util.Optional;

/**
 * All that is known of a scan when it is decided on. Server and device gather it, each from what it has, and
 * write no rule of their own.
 *
 * @param phase the event's phase: practice has periods of its own
 * @param before what the registration did before; {@link PriorUse#NONE} as long as nobody has looked
 * @param areaFull whether an area behind the door refuses one more; false as long as nobody has counted
 */
public record AdmissionQuestion(
        DoorSettings door, Phase phase, ScanTime time, CodeMatch code, PriorUse before, boolean areaFull) {

    /** A question before anybody has looked at what happened before, or has counted. */
    public AdmissionQuestion(DoorSettings door, Phase phase, ScanTime time, CodeMatch code) {
        this(door, phase, time, code, PriorUse.NONE, false);
    }

    /** The period within which an earlier passage counts; empty where this door asks for no "once". */
    public Optional<ClaimPeriod> period() {
        return looksBack() ? ClaimPeriod.of(door.rule().repetition(), phase, time.day()) : Optional.empty();
    }

    /** Whether an admission depends on what happened before and on who is inside. */
    public boolean looksBack() {
        return door.direction() == Direction.ENTRY;
    }

    /** The same question with what happened before. */
    public AdmissionQuestion after(PriorUse known) {
        return new AdmissionQuestion(door, phase, time, code, known, areaFull);
    }

    /** The same question with whether there is room. */
    public AdmissionQuestion counted(boolean full) {
        return new AdmissionQuestion(door, phase, time, code, before, full);
    }
}
