package org.einlass.server.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.search.NameFolding;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.registration.RegistrationMatches;
import org.einlass.server.registration.RegistrationService;
import org.jspecify.annotations.Nullable;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page that finds people among all registrations of an event. */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class RegistrationListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    @Inject
    private transient RegistrationService registrations;

    @Inject
    private transient AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private Reader reader;

    private final LazyDataModel<RegistrationMatches.Line> lines = new Found();
    private String text = "";
    private @Nullable RegistrationStatus status;
    private Order order = Order.NAME;

    /** By what the table is sorted; people of one kind by their names. */
    public enum Order {
        NAME,
        ORGANISATION,
        CATEGORY,
        STATUS
    }

    /** Reads a page of the table when the table shows it. */
    private final class Found extends LazyDataModel<RegistrationMatches.Line> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return found().total();
        }

        @Override
        public List<RegistrationMatches.Line> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            audit.reads(AuditAction.REGISTRATIONS_SEARCHED, current.id().text(), "");
            RegistrationMatches found = found();
            setRowCount(found.total());
            return found.part(first, size);
        }

        @Override
        public String getRowKey(RegistrationMatches.Line line) {
            return line.id().toString();
        }
    }

    /** All who match; the table counts them and then shows a part, and both are read once a request. */
    private RegistrationMatches found() {
        List<Object> search = Arrays.asList("registrations.found", current.id(), text, status, order);
        Object found = FacesContext.getCurrentInstance()
                .getAttributes()
                .computeIfAbsent(
                        search,
                        first -> sorted(registrations.search(current.id(), text, status, 0, Integer.MAX_VALUE)));
        return (RegistrationMatches) found;
    }

    /** The service sorts by name; of equal ones that order stays. */
    private RegistrationMatches sorted(RegistrationMatches found) {
        if (order == Order.NAME) {
            return found;
        }
        Map<Object, String> keys = new HashMap<>();
        Function<RegistrationMatches.Line, String> key = line -> switch (order) {
            case NAME, ORGANISATION ->
                keys.computeIfAbsent(line.organisation(), text -> NameFolding.fold(String.valueOf(text)));
            case CATEGORY -> keys.computeIfAbsent(line.category(), same -> NameFolding.fold(category(line)));
            case STATUS -> keys.computeIfAbsent(line.status(), same -> reader.say("status." + same));
        };
        return new RegistrationMatches(
                found.total(),
                found.lines().stream().sorted(Comparator.comparing(key)).toList());
    }

    public Order getOrder() {
        return order;
    }

    public void setOrder(@Nullable Order order) {
        this.order = Objects.requireNonNullElse(order, Order.NAME);
    }

    public Order[] getOrders() {
        return Order.values();
    }

    /** A new search begins on the table's first page. */
    public void fromTheFirst() {
        if (FacesContext.getCurrentInstance().getViewRoot().findComponent("people:table") instanceof DataTable table) {
            table.setFirst(0);
        }
    }

    public LazyDataModel<RegistrationMatches.Line> getLines() {
        return lines;
    }

    public int getRows() {
        return ROWS;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public @Nullable RegistrationStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable RegistrationStatus status) {
        this.status = status;
    }

    public RegistrationStatus[] getStatuses() {
        return RegistrationStatus.values();
    }

    /** What the badge's band says. */
    public String category(RegistrationMatches.Line line) {
        return current.document().categories().stream()
                .filter(category -> category.id().equals(line.category()))
                .map(category -> reader.words(category.title()))
                .collect(Collectors.joining());
    }
}
