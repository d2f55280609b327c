package org.einlass.server.console.registration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Category;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.reports.ticket.TicketSize;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageFiles;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.registration.change.RegistrationChangeService;
import org.einlass.server.registration.change.RegistrationEdit;
import org.einlass.server.report.ExportService;
import org.einlass.server.report.certificate.CertificateDesignService;

/**
 * The registrations that are ticked in the table, over all its pages: cancelled, blocked, confirmed, moved into another
 * category or exported together. The last change can be undone as a whole.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class ChosenRegistrations implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    /** The columns beside the name. */
    private static final List<String> COLUMNS = List.of("organisation", "category", "status");

    @Inject
    private transient RegistrationChangeService people;

    @Inject
    private transient ExportService exports;

    @Inject
    private transient CertificateDesignService certificates;

    @Inject
    private transient AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private SignedIn signedIn;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private PageFiles files;

    private final Map<String, Boolean> ticked = new HashMap<>();
    private transient Map<RegistrationId, RegistrationEdit> before = Map.of();
    private String category = "";
    private List<String> columns = COLUMNS;

    /** By registration; what the table's boxes write. */
    public Map<String, Boolean> getTicked() {
        return ticked;
    }

    private Set<RegistrationId> chosen() {
        return ticked.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(one -> RegistrationId.of(one.getKey()))
                .collect(Collectors.toSet());
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public List<Category> getCategories() {
        return current.document().categories();
    }

    public List<String> getAllColumns() {
        return COLUMNS;
    }

    public String[] getColumns() {
        return columns.toArray(String[]::new);
    }

    public void setColumns(String[] columns) {
        this.columns = Arrays.stream(columns).filter(COLUMNS::contains).toList();
    }

    /** Whether a column is shown. */
    public boolean isShown(String column) {
        return columns.contains(column);
    }

    /** Whether there is a change to undo. */
    public boolean isUndoable() {
        return !before.isEmpty();
    }

    public void cancel() {
        change(RegistrationEdit.ofStatus(RegistrationStatus.CANCELLED));
    }

    public void block() {
        change(RegistrationEdit.ofStatus(RegistrationStatus.BLOCKED));
    }

    public void confirm() {
        change(RegistrationEdit.ofStatus(RegistrationStatus.CONFIRMED));
    }

    /** Moves them into the category that was chosen. */
    public void move() {
        if (getCategories().stream().anyMatch(one -> one.id().text().equals(category))) {
            change(RegistrationEdit.ofCategory(new CategoryId(category)));
        } else {
            messages.bad(reader.say("chosen.category.missing"));
        }
    }

    private void change(RegistrationEdit edit) {
        Set<RegistrationId> all = chosen();
        if (isBad(all)) {
            return;
        }
        Map<RegistrationId, RegistrationEdit> edits = all.stream().collect(Collectors.toMap(one -> one, one -> edit));
        Map<RegistrationId, RegistrationEdit> back = new ConcurrentHashMap<>();
        boolean done = messages.done(() -> people.changeEach(current.id(), edits, signedIn.author(), back::put));
        if (done || !back.isEmpty()) {
            before = Map.copyOf(back);
        }
        if (done) {
            ticked.clear();
            messages.good(reader.say("chosen.changed", before.size()));
        }
    }

    /** Puts back what the last change changed. */
    public void undo() {
        Map<RegistrationId, RegistrationEdit> edits = before;
        if (messages.done(() -> people.changeEach(current.id(), edits, signedIn.author(), (id, undone) -> {}))) {
            before = Map.of();
            messages.good(reader.say("chosen.undone", edits.size()));
        }
    }

    /** Notes that they consented that their sessions stand on their certificates. */
    public void consent() {
        Set<RegistrationId> all = chosen();
        if (!isBad(all) && messages.done(() -> certificates.consent(current.id(), all, true))) {
            ticked.clear();
            messages.good(reader.say("chosen.consented", all.size()));
        }
    }

    private boolean isBad(Set<RegistrationId> all) {
        if (all.isEmpty() || all.size() > MOST) {
            messages.bad(reader.say("chosen.none", MOST));
            return true;
        }
        return false;
    }

    /** Those that are ticked, or all where none is, under headings that an import reads again. */
    public void export() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "registrations.xlsx");
            files.send(
                    exports.xlsx(current.id(), new HashSet<>(chosen()), reader.getLocale()),
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "registrations.xlsx");
        });
    }

    /** All tickets, each with a calendar file. */
    public void tickets() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "tickets.zip");
            files.send(
                    exports.ticketsZip(current.id(), TicketSize.A4, reader.getLocale()),
                    "application/zip",
                    "tickets.zip");
        });
    }
}
