package org.einlass.server.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.einlass.contract.enrolment.ConfirmationCode;
import org.einlass.contract.enrolment.EnrolmentStatus.State;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.DoorId;
import org.einlass.reports.page.QrCode;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.device.enrolment.EnrolmentDocument;
import org.einlass.server.device.enrolment.EnrolmentService;
import org.einlass.server.device.enrolment.MadeEnrolment;
import org.einlass.server.device.enrolment.WaitingDevice;
import org.einlass.server.event.EventDocument.Door;
import org.einlass.server.report.EnrolmentSheetPages;
import org.jspecify.annotations.Nullable;

/** The part of an event's devices by which they enrol themselves: QR codes, and devices that wait. */
@Named
@RequestScoped
public class EnrolmentPage {
    private static final String FILE = "devices.pdf";

    @Inject
    private EnrolmentService enrolments;

    @Inject
    private DevicePage form;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private EnrolmentSheetPages sheets;

    @Inject
    private AuditService audit;

    @Inject
    private PageFiles files;

    private @Nullable MadeEnrolment made;

    /** Told once, on the page that answers. */
    public @Nullable MadeEnrolment getMade() {
        return made;
    }

    /** The QR code for the device's camera or scanner, as SVG; empty where none was made. */
    public String getPicture() {
        MadeEnrolment told = made;
        return told == null ? "" : QrCode.svg(told.offer());
    }

    /** Where a person at the device types the server's address. */
    public String getAddresses() {
        MadeEnrolment told = made;
        return told == null
                ? ""
                : told.addresses().stream()
                        .map(address -> address.getAuthority())
                        .collect(Collectors.joining(", "));
    }

    /** Until when the code is valid. */
    public String getEnd() {
        MadeEnrolment told = made;
        return told == null ? "" : reader.moment(told.expires(), current.zone());
    }

    /** Codes that are open and devices that wait; for those only who may settle them. */
    public List<WaitingDevice> getWaiting() {
        return current.isChangeable() ? current.shown("waiting", () -> enrolments.waiting(current.id())) : List.of();
    }

    /** Makes a code for the device that the form describes; without a tick for all doors. */
    public void make() {
        make(described());
    }

    /** The same code on paper, with what to do. */
    public void print() {
        print(List.of(described()));
    }

    /** A fresh code on paper for a device that has not used its own yet. */
    public void print(String enrolment) {
        print(open().filter(one -> one.enrolment().toString().equals(enrolment))
                .map(EnrolmentPage::document)
                .toList());
    }

    /** A fresh code on paper for each device that has not used its own yet, a page each. */
    public void printAll() {
        print(open().map(EnrolmentPage::document).toList());
    }

    private void print(List<EnrolmentDocument> devices) {
        form.change(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), FILE);
            files.send(sheets.pdf(current.id(), devices, reader.getLocale()), "application/pdf", FILE);
        });
    }

    private Stream<WaitingDevice> open() {
        return getWaiting().stream().filter(this::isOpen);
    }

    /** Whether its code was not used yet, so that it can be printed anew. */
    public boolean isOpen(WaitingDevice device) {
        return device.state() == State.OPEN;
    }

    private static EnrolmentDocument document(WaitingDevice device) {
        return new EnrolmentDocument(device.kind(), device.device(), device.title(), device.doors(), null);
    }

    private EnrolmentDocument described() {
        List<DoorId> doors = form.getDoors().isEmpty()
                ? form.getEventDoors().stream().map(Door::id).toList()
                : form.getDoors().stream().map(DoorId::new).toList();
        return new EnrolmentDocument(form.getKind(), form.freeId(), form.getTitle(), doors, form.getPrinter());
    }

    /** Makes a code for a device that is known already and lost its key, was exchanged or copied. */
    public void makeAgain(String device) {
        current.shown("devices", form::getAll).stream()
                .filter(known -> known.device().equals(new DeviceId(device)))
                .findFirst()
                .ifPresent(known -> {
                    List<DoorId> doors = known.doors().isEmpty()
                            ? form.getEventDoors().stream().map(Door::id).toList()
                            : known.doors();
                    make(new EnrolmentDocument(known.kind(), known.device(), known.title(), doors, null));
                });
    }

    private void make(EnrolmentDocument document) {
        form.change(() -> {
            made = enrolments.make(current.id(), document).toCompletableFuture().join();
            form.setTitle("");
            form.setPrinter("");
        });
    }

    /** Somebody has read the same short code on the device. */
    public void confirm(String enrolment, String confirmation) {
        form.change(() -> {
            WaitingDevice device = enrolments
                    .confirm(current.id(), UUID.fromString(enrolment), confirmation)
                    .toCompletableFuture()
                    .join();
            messages.good(reader.say("enrolment.confirmed") + " " + device.title());
        });
    }

    public void reject(String enrolment) {
        form.change(() -> {
            enrolments
                    .reject(current.id(), UUID.fromString(enrolment))
                    .toCompletableFuture()
                    .join();
            messages.good(reader.say("enrolment.rejected"));
        });
    }

    /** The short code in two groups; a dash as long as no device shows one. */
    public String shortCode(WaitingDevice device) {
        String digits = device.confirmation();
        return digits == null ? "\u2013" : new ConfirmationCode(digits).grouped();
    }

    /** One word and a sign for how far it is. */
    public String state(WaitingDevice device) {
        return reader.say(device.state() == State.PENDING ? "enrolment.state.pending" : "enrolment.state.open");
    }

    /** Until when. */
    public String end(WaitingDevice device) {
        return reader.moment(device.expires(), current.zone());
    }
}
