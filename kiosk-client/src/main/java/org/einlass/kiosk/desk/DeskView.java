package org.einlass.kiosk.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.ClarificationList;
import org.einlass.kiosk.desk.state.DeskCorner;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskOpening;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.DeskState.CounterList;
import org.einlass.kiosk.desk.state.DeskState.HelpList;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.GateReading;
import org.jspecify.annotations.Nullable;

/** What is going on at the desk, as the controller and its parts change it; on the controller's loop only. */
final class DeskView {
    boolean open;
    DeskOpening opening = DeskOpening.NAME;
    String operator = "";
    long typed;
    String query = "";
    List<DeskPerson> found = List.of();
    int selected;

    /** When the server added to whom was found; null where it did not. */
    @Nullable
    Instant serverFound;

    @Nullable
    DeskPerson person;

    boolean handled;

    @Nullable
    DeskNotice notice;

    /** Whether the organiser has taken this device out of use: the locked screen says nothing else then. */
    boolean withdrawn;

    /** What a locked screen says. */
    @Nullable
    DeskNotice lockNotice;

    @Nullable
    Wording undoable;

    @Nullable
    DeskForm form;

    boolean aside;

    @Nullable
    EntryId refused;

    ClarificationList cases = ClarificationList.NONE;

    CounterList counter = CounterList.NONE;
    HelpList help = HelpList.NONE;

    /** What the window speaks; read from any thread. */
    volatile Locale language = Locale.GERMAN;

    /** Whom the server found of the text that is searched now. */
    List<FoundGuests.Guest> added = List.of();

    /** When the shown person came first, at whichever device; null where the server has said nothing. */
    @Nullable
    GuestArrival elsewhere;

    DeskCorner corner = DeskCorner.UNKNOWN;

    @Nullable
    DoorSheet sheet;
    /** The code by which the shown person was opened; null where a search did. */
    @Nullable
    GateReading shown;

    @Nullable
    UndoableAction last;

    @Nullable
    EntryId lastScan;

    private long cleared;

    /** Whether this is who is shown. */
    boolean shows(@Nullable DeskPerson other) {
        return person != null && other != null && person.registration().equals(other.registration());
    }

    /** The search field is empty again; whoever is shown stays. */
    void emptySearch() {
        query = "";
        found = List.of();
        added = List.of();
        serverFound = null;
        selected = 0;
        cleared++;
    }

    /** Nothing personal is left. */
    void forget() {
        emptySearch();
        open = false;
        operator = "";
        person = null;
        elsewhere = null;
        handled = false;
        notice = null;
        lockNotice = null;
        undoable = null;
        form = null;
        aside = false;
        refused = null;
        shown = null;
        last = null;
        lastScan = null;
        cases = ClarificationList.NONE;
    }

    private boolean isRehearsal() {
        DoorSheet known = sheet;
        return known != null && known.phase() == Phase.REHEARSAL;
    }

    /** Whether badges are handed out here and nobody arrives. */
    boolean isBadgeOnly() {
        DoorSheet known = sheet;
        return known != null && known.isBadgeOnly();
    }

    /** A locked screen shows nobody, whatever comes in late. */
    DeskState state() {
        return open
                ? new DeskState(
                        true,
                        opening,
                        isRehearsal(),
                        isBadgeOnly(),
                        operator,
                        typed,
                        query,
                        found,
                        serverFound,
                        selected,
                        person,
                        handled,
                        notice,
                        undoable,
                        form,
                        aside,
                        refused != null,
                        cases,
                        counter,
                        help,
                        person == null ? null : elsewhere,
                        cleared,
                        corner)
                : new DeskState(
                        false,
                        opening,
                        isRehearsal(),
                        isBadgeOnly(),
                        "",
                        typed,
                        "",
                        List.of(),
                        null,
                        0,
                        null,
                        false,
                        withdrawn ? DeskSentences.WITHDRAWN.attention() : lockNotice,
                        null,
                        null,
                        false,
                        false,
                        ClarificationList.NONE,
                        new CounterList(counter.name(), counter.open(), List.of()),
                        HelpList.NONE,
                        null,
                        cleared,
                        corner);
    }
}
