package org.einlass.kiosk.desk;

import java.time.Duration;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EntryId;

/**
 * This desk's counter and whom it expects.
 *
 * @param name as guests read it; empty where the settings name none
 * @param guests the longest on the way first
 */
public record CounterList(String name, boolean open, List<Coming> guests) {

    /** Before anything is known, and on a locked desk. */
    public static final CounterList NONE = new CounterList("", false, List.of());

    public CounterList {
        guests = List.copyOf(guests);
    }

    /**
     * Somebody whom a kiosk has sent here.
     *
     * @param who a name, or what is known instead
     * @param why in one sentence, with what to do
     * @param from the kiosk, as people call it
     * @param since whole minutes
     */
    public record Coming(EntryId scan, Wording who, Wording why, String from, Duration since) {

        /** Without the name. */
        @Override
        public String toString() {
            return "guest of " + scan;
        }
    }
}
