package org.einlass.server.console;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.einlass.server.account.Role;
import org.einlass.server.console.account.SignedInAnswer;
import org.einlass.server.console.live.LiveStream;

/** Who may see which page. A page that is not named here is nobody's. */
public final class PageRoles {
    static final String SIGN_IN = "/sign-in.xhtml";

    /** Lists to everybody who signed in the events that they may see. */
    private static final String EVENTS = "/events.xhtml";

    private static final String ACCOUNT = "/account.xhtml";

    private static final Set<String> OPEN =
            Set.of(SIGN_IN, "/first-organiser.xhtml", "/invitation.xhtml", "/room.xhtml");
    private static final Set<Role> ORGANISERS = EnumSet.of(Role.ORGANISER);
    private static final Set<Role> READERS = EnumSet.of(Role.ORGANISER, Role.AUDITOR);

    private static final Map<String, Set<Role>> PAGES = Map.ofEntries(
            Map.entry("/new-event.xhtml", ORGANISERS),
            Map.entry("/preparation.xhtml", ORGANISERS),
            Map.entry("/event.xhtml", ORGANISERS),
            Map.entry("/list.xhtml", ORGANISERS),
            Map.entry("/registrations.xhtml", ORGANISERS),
            Map.entry("/person.xhtml", ORGANISERS),
            Map.entry("/review.xhtml", ORGANISERS),
            Map.entry("/contingents.xhtml", ORGANISERS),
            Map.entry("/helpers.xhtml", ORGANISERS),
            Map.entry("/badges.xhtml", ORGANISERS),
            Map.entry("/badge-layout.xhtml", ORGANISERS),
            Map.entry("/devices.xhtml", READERS),
            Map.entry("/live.xhtml", READERS),
            Map.entry("/clarifications.xhtml", READERS),
            Map.entry("/awaited.xhtml", READERS),
            Map.entry("/calls.xhtml", READERS),
            Map.entry("/rooms.xhtml", READERS),
            Map.entry("/closing.xhtml", READERS),
            Map.entry(LiveStream.PATH, READERS),
            Map.entry("/numbers.xhtml", READERS),
            Map.entry("/certificates.xhtml", ORGANISERS),
            Map.entry("/erasures.xhtml", READERS),
            Map.entry("/audit.xhtml", READERS),
            Map.entry("/quarantine.xhtml", READERS),
            Map.entry("/health.xhtml", READERS),
            Map.entry("/people.xhtml", ORGANISERS),
            Map.entry("/tokens.xhtml", ORGANISERS));

    /** Pages about the whole server: what somebody may do in one event is worth nothing there. */
    private static final Set<String> OF_SERVER =
            Set.of("/new-event.xhtml", "/people.xhtml", "/tokens.xhtml", "/health.xhtml");

    private PageRoles() {}

    /** Whether everybody may see the page of that path. */
    public static boolean isOpen(String path) {
        return OPEN.contains(path);
    }

    /** Whether everybody who signed in may see the page of that path, whatever the role. */
    static boolean isForWhoeverSignedIn(String path) {
        return path.equals(EVENTS) || path.equals(ACCOUNT) || path.equals(SignedInAnswer.PATH);
    }

    /** Whether the role may see an event at all. */
    static boolean mayRead(Role role) {
        return READERS.contains(role);
    }

    /** Whether the page of that path is about the whole server, whatever event is named. */
    static boolean isOfServer(String path) {
        return OF_SERVER.contains(path);
    }

    static boolean maySee(Role role, String path) {
        return PAGES.getOrDefault(path, Set.of()).contains(role);
    }
}
