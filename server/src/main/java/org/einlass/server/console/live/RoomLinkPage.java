package org.einlass.server.console.live;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.einlass.contract.id.AreaId;
import org.einlass.reports.page.QrCode;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.event.EventDocument;
import org.einlass.server.live.RoomLink;
import org.einlass.server.live.RoomLinkService;
import org.jspecify.annotations.Nullable;

/** The page on which organisers make and revoke the links that open the page of one room on any phone. */
@Named
@RequestScoped
public class RoomLinkPage {
    @Inject
    private RoomLinkService links;

    @Inject
    private Clock clock;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String area = "";
    private int hours = (int) RoomLinkService.USUAL.toHours();
    private RoomLink.@Nullable Made made;

    public List<EventDocument.Area> getAreas() {
        return current.document().allAreas();
    }

    public List<RoomLink> getAll() {
        return current.shown("room-links", () -> links.all(current.id()));
    }

    public String getArea() {
        return area;
    }

    public void setArea(@Nullable String area) {
        this.area = Objects.requireNonNullElse(area, this.area);
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }

    public void make() {
        change(() -> made = links.make(current.id(), new AreaId(area), Duration.ofHours(hours), signedIn.author())
                .toCompletableFuture()
                .join());
    }

    public void revoke(RoomLink link) {
        change(() -> {
            links.revoke(current.id(), link.id()).toCompletableFuture().join();
            messages.good(reader.say("rooms.revoked"));
        });
    }

    private void change(PageMessages.Attempt attempt) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return;
        }
        messages.done(attempt);
    }

    /** Told once, on the page that answers. */
    public RoomLink.@Nullable Made getMade() {
        return made;
    }

    /** The address with its secret behind the #, which no browser sends to any server. */
    public String getAddress() {
        RoomLink.Made told = made;
        if (told == null) {
            return "";
        }
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return request.getScheme() + "://" + request.getHeader("Host") + "/room.xhtml#" + told.secret();
    }

    /** The address as a QR code, as SVG. */
    public String getPicture() {
        return made == null ? "" : QrCode.svg(getAddress());
    }

    public String room(RoomLink link) {
        return getAreas().stream()
                .filter(one -> one.id().equals(link.area()))
                .map(one -> reader.words(one.title()))
                .collect(Collectors.joining());
    }

    public boolean isOpen(RoomLink link) {
        return link.isOpen(clock.instant());
    }

    public String moment(Instant at) {
        return reader.moment(at, current.zone());
    }
}
