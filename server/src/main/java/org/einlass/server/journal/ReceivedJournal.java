package org.einlass.server.journal;

import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;

/**
 * A report of a device, understood as far as possible.
 *
 * @param revoked whether the sender holds a token that was withdrawn: its entries are kept in quarantine
 */
record ReceivedJournal(EventId event, DeviceId device, boolean revoked, JournalUpload upload) {}
