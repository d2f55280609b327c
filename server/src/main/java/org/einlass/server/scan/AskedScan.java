package org.einlass.server.scan;

import org.einlass.server.answer.IncomingScan;
import org.einlass.server.journal.ReceivedJournal;
import org.jspecify.annotations.Nullable;

/**
 * A question with what came with it.
 *
 * @param carried entries of the device's journal; absent where it carried none, or none that can be read
 */
record AskedScan(IncomingScan scan, @Nullable ReceivedJournal carried) {}
