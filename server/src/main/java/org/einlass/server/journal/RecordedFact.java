package org.einlass.server.journal;

import org.einlass.contract.id.DeviceId;
import org.einlass.contract.journal.JournalEntry;

/** An entry that becomes a fact, with what was found out about it. */
public record RecordedFact(DeviceId device, JournalEntry entry, ResolvedReferences references, CorrectedTime time) {}
