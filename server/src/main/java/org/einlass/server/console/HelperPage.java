package org.einlass.server.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.einlass.contract.id.OperatorId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.device.helper.HelperService;
import org.einlass.server.device.helper.HelperState;
import org.einlass.server.device.helper.HelperWork;
import org.einlass.server.report.HelperBadgePages;
import org.jspecify.annotations.Nullable;

/** The page of an event's helpers: taken in by one line each, printed, ended. */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class HelperPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PDF = "application/pdf";

    @Inject
    private transient HelperService helpers;

    @Inject
    private transient HelperBadgePages pages;

    @Inject
    private transient AuditService audit;

    @Inject
    private transient PageFiles files;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String name = "";
    private HelperWork work = HelperWork.DESK;
    private @Nullable LocalDate day;

    public List<HelperState> getAll() {
        return current.shown("helpers", () -> helpers.all(current.id()));
    }

    public HelperWork[] getWorks() {
        return HelperWork.values();
    }

    /** Takes in the helper of the line; day and work stay for the next one. */
    public void make() {
        change(() -> {
            helpers.make(current.id(), name, work, day).toCompletableFuture().join();
            messages.good(reader.say("helper.made"));
            name = "";
        });
    }

    public void end(String helper) {
        change(() -> {
            helpers.end(current.id(), new OperatorId(helper))
                    .toCompletableFuture()
                    .join();
            messages.good(reader.say("helper.ended"));
        });
    }

    /** The badges of all, to print and cut. */
    public void print() {
        print(List.of());
    }

    /** The badge of one. */
    public void print(String helper) {
        print(List.of(new OperatorId(helper)));
    }

    private void print(List<OperatorId> wanted) {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "helpers.pdf");
            files.send(pages.pdf(current.id(), wanted, reader.getLocale()), PDF, "helpers.pdf");
        });
    }

    private void change(PageMessages.Attempt attempt) {
        current.scope();
        messages.done(attempt);
    }

    public String day(HelperState helper) {
        return reader.day(helper.day());
    }

    /** Where the badge was barred after wrong PINs; an empty text where it was not. */
    public String locks(HelperState helper) {
        return helper.locks().stream()
                .map(lock ->
                        reader.say("helper.locked", lock.device().text(), reader.moment(lock.at(), current.zone())))
                .collect(Collectors.joining(" "));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public HelperWork getWork() {
        return work;
    }

    public void setWork(HelperWork work) {
        this.work = work;
    }

    /** Nothing chosen means today or, before the event, its first day. */
    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }
}
