package org.einlass.kiosk.desk.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.jspecify.annotations.Nullable;

/**
 * What a desk's screen shows at one moment; never changed, so that any thread may hold it.
 *
 * @param open false while the desk is locked: nothing personal is in the state then
 * @param opening what a locked desk waits for
 * @param rehearsal whether what is done here is practice and counts for nothing
 * @param badgeOnly whether badges are handed out here and nobody arrives
 * @param operator who stands at the desk; empty while it is locked
 * @param typed how many texts of the search field were taken in so far
 * @param query what {@code found} answers
 * @param found whom the search found, the likeliest first
 * @param serverFound when the server added to them what it knows; null where only this desk's own list was searched
 * @param selected which of them is meant, from 0
 * @param person who is shown in full; null for nobody
 * @param handled whether nothing is left to do for {@code person} but what its keys offer
 * @param notice what was done last; null where nothing was
 * @param undoable what one key takes back, as a noun; null where there is nothing
 * @param form what is being filled in; null for nothing
 * @param aside whether a scan has put the form aside: the person is shown, and the form waits
 * @param mayLetIn whether {@code person} was just refused here and may be let in for a reason
 * @param cases what there is to clarify; empty while the desk is locked
 * @param counter this desk's counter; nobody is expected there while the desk is locked
 * @param help who calls for help; nobody while the desk is locked
 * @param elsewhere when {@code person} came first, at whichever device; null where the server has said nothing
 * @param cleared grows whenever the search field is to be empty again
 */
public record DeskState(
        boolean open,
        DeskOpening opening,
        boolean rehearsal,
        boolean badgeOnly,
        String operator,
        long typed,
        String query,
        List<DeskPerson> found,
        @Nullable Instant serverFound,
        int selected,
        @Nullable DeskPerson person,
        boolean handled,
        @Nullable DeskNotice notice,
        @Nullable Wording undoable,
        @Nullable DeskForm form,
        boolean aside,
        boolean mayLetIn,
        ClarificationList cases,
        CounterList counter,
        HelpList help,
        @Nullable GuestArrival elsewhere,
        long cleared,
        DeskCorner corner) {

    /** A desk that nobody has opened yet. */
    public static final DeskState LOCKED = new DeskState(
            false,
            DeskOpening.NAME,
            false,
            false,
            "",
            0,
            "",
            List.of(),
            null,
            0,
            null,
            false,
            null,
            null,
            null,
            false,
            false,
            ClarificationList.NONE,
            CounterList.NONE,
            HelpList.NONE,
            null,
            0,
            DeskCorner.UNKNOWN);

    public DeskState {
        found = List.copyOf(found);
    }

    /** Without names. */
    @Override
    public String toString() {
        return "desk, " + (open ? "open, " + found.size() + " found" : "locked");
    }

    /**
     * Who calls for help at kiosks and doors.
     *
     * @param calls those that nobody comes to first, then the longest first
     */
    public record HelpList(List<Calling> calls) {

        /** Before anything is known, and on a locked desk. */
        public static final HelpList NONE = new HelpList(List.of());

        public HelpList {
            calls = List.copyOf(calls);
        }

        /**
         * One of them.
         *
         * @param place the device, as people call it
         * @param comes who; null where nobody does yet
         * @param since whole minutes
         */
        public record Calling(
                EntryId call,
                String place,
                Wording reason,
                @Nullable Wording comes,
                Duration since) {}
    }

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
}
