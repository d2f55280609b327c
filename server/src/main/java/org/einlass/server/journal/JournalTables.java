package org.einlass.server.journal;

import org.einlass.server.database.ServerKey;
import org.einlass.server.event.SealedDeskMessageKeys;

/** The tables of the journal that other rooms read, put together once. */
public record JournalTables(
        FactTable facts, FactHistories histories, BootClocks boots, ClockContacts clocks, SealedDeskMessages messages) {

    /**
     * Puts them together.
     *
     * @param serverKey under which the keys to the desks' messages lie
     */
    public static JournalTables of(ServerKey serverKey) {
        FactTable facts = new FactTable();
        BootClocks boots = new BootClocks();
        return new JournalTables(
                facts,
                new FactHistories(),
                boots,
                new ClockContacts(boots, facts),
                new SealedDeskMessages(new SealedDeskMessageKeys(serverKey)));
    }
}
