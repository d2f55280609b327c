package org.einlass.contract.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.einlass.contract.code.ForeignText;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/** One entry of a device's journal. References between entries are plain ids and may dangle. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Scanned.class, name = "scanned"),
    @JsonSubTypes.Type(value = JournalEntry.Printed.class, name = "printed"),
})
public sealed interface JournalEntry {

    EntryHead head();

    /**
     * A code was read at a door, and this is what the door showed.
     *
     * @param code absent for a foreign text
     * @param proof absent for a foreign text
     * @param foreign present for a foreign text only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scanned(
            EntryHead head,
            DoorId door,
            @Nullable LookupId code,
            @Nullable ScanProof proof,
            @Nullable ForeignText foreign,
            Outcome outcome)
            implements JournalEntry {

        public Scanned {
            if ((code == null) == (foreign == null)) {
                throw new IllegalArgumentException("A scan read either a code or a foreign text.");
            }
        }
    }

    /**
     * A badge on its way onto paper; one entry a stage.
     *
     * @param scan the scan that asked for the badge
     * @param badge look-up id of the code that the badge bears
     */
    record Printed(EntryHead head, EntryId scan, RegistrationId registration, LookupId badge, PrintStage stage)
            implements JournalEntry {}

    /** How far a print has come. */
    enum PrintStage {
        RENDERED,
        /** The printer or its queue has taken it. */
        ACCEPTED,
        PRINTED,
        HANDED_OUT,
        FAILED
    }
}
