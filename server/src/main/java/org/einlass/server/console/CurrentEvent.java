package org.einlass.server.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.einlass.contract.id.EventId;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventService;
import org.einlass.server.event.UnknownEventOrDoor;
import org.jspecify.annotations.Nullable;

/**
 * The event that a page is about, as the page's address names it when it is opened; its forms are about the
 * same one.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class CurrentEvent implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient EventService events;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Reader reader;

    @Inject
    private PageMessages messages;

    private String text = "";
    private final Map<String, List<?>> shown = new HashMap<>();

    public String getText() {
        return text;
    }

    /** An address without an event leaves the one that the page is about. */
    public void setText(@Nullable String text) {
        if (text != null && !text.isEmpty()) {
            this.text = text;
        }
    }

    /** Looks for the event. @return where to go instead, for an address that names none */
    public @Nullable String check() {
        try {
            document();
            return null;
        } catch (IllegalArgumentException | UnknownEventOrDoor unknown) {
            messages.bad(reader.say("event.unknown"));
            return "/events?faces-redirect=true";
        }
    }

    /**
     * Which event.
     *
     * @throws UnknownEventOrDoor where the reader may not see this page of it: to them it is not there
     */
    public EventId id() {
        return new EventId(scope());
    }

    /**
     * The event's id, or an empty text for a page about all events and what lies beside them.
     *
     * @throws UnknownEventOrDoor where the reader may not see this page of it: to them it is not there
     */
    public String scope() {
        String page = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        String scope = PageRoles.isOfServer(page) ? "" : text;
        if (!signedIn.roleIn(scope).filter(role -> PageRoles.maySee(role, page)).isPresent()) {
            throw new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT);
        }
        return scope;
    }

    /** The event as it stands, read once for each answer. */
    public EventDocument document() {
        return (EventDocument) FacesContext.getCurrentInstance()
                .getAttributes()
                .computeIfAbsent(CurrentEvent.class.getName(), key -> events.read(id()));
    }

    public String getTitle() {
        return reader.words(document().title());
    }

    public ZoneId zone() {
        return document().zone();
    }

    /** Whether the reader may change this event. */
    public boolean isChangeable() {
        return signedIn.isOrganiserOf(text);
    }

    /**
     * Rows as they are read when the page is made, and the same ones when its form comes back: a button means the
     * row that its reader saw, whatever others have added since.
     */
    @SuppressWarnings("unchecked") // each name stands for rows of one type
    public <T> List<T> shown(String rows, Supplier<List<T>> read) {
        FacesContext context = FacesContext.getCurrentInstance();
        boolean rendering = context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        if (rendering && context.getAttributes().put("shown." + rows, true) == null) {
            shown.put(rows, read.get());
        }
        return (List<T>) shown.getOrDefault(rows, List.of());
    }

    /** A page of this event. */
    public String page(String name) {
        return "/" + name + "?faces-redirect=true&event=" + text;
    }
}
