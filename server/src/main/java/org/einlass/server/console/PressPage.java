package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.report.press.PressPublication;
import org.einlass.server.report.press.PressService;
import org.jspecify.annotations.Nullable;

/** What is published for the press, on the page of an event's figures. */
@Named
@RequestScoped
public class PressPage {
    private static final String PDF = "application/pdf";
    private static final int USUAL_K = 5;

    @Inject
    private PressService press;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private AuditService audit;

    @Inject
    private PageFiles files;

    private int smallestCell = USUAL_K;
    private @Nullable Integer seen;

    /** Whether anything is published. */
    public boolean isPublished() {
        return publication().isPresent();
    }

    /** Which publication holds, since when. */
    public String getState() {
        return publication()
                .map(one -> reader.say(
                        "press.state",
                        one.number(),
                        reader.moment(one.publishedAt(), current.zone()),
                        one.smallestCell()))
                .orElseGet(() -> reader.say("press.none"));
    }

    private Optional<PressPublication> publication() {
        return press.current(current.id());
    }

    public int getSmallestCell() {
        return smallestCell;
    }

    public void setSmallestCell(int smallestCell) {
        this.smallestCell = smallestCell;
    }

    /** The publication that the reader saw, which a new one replaces. */
    public int getSeen() {
        Integer known = seen;
        return known == null ? publication().map(PressPublication::number).orElse(0) : known;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }

    /** What would be published now. */
    public void preview() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "press-preview.pdf");
            files.send(press.preview(current.id(), smallestCell, reader.getLocale()), PDF, "press-preview.pdf");
        });
    }

    /** What is published. */
    public void pdf() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "press.pdf");
            files.send(press.pdf(current.id(), reader.getLocale()), PDF, "press.pdf");
        });
    }

    /** Publishes the figures of this moment in place of the publication that the reader saw. */
    public void publish() {
        messages.done(() -> {
            press.publish(current.id(), smallestCell, getSeen(), signedIn.author());
            seen = null;
        });
    }
}
