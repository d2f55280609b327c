package org.einlass.server.console.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.einlass.server.backup.Backup;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageFiles;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.erasure.DisclosureService;
import org.einlass.server.erasure.ErasureReason;
import org.einlass.server.erasure.ErasureReceipt;
import org.einlass.server.erasure.ErasureService;
import org.einlass.server.erasure.RetentionService;
import org.jspecify.annotations.Nullable;

/** The page of what was erased from an event, where it is left, and when all people are erased. */
@Named
@RequestScoped
public class ErasuresPage {
    @Inject
    private ErasureService erasures;

    @Inject
    private RetentionService retention;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private PageFiles files;

    private @Nullable List<ErasureReceipt> receipts;
    private @Nullable String day;
    private String confirmed = "";

    /** The newest first. */
    public List<ErasureReceipt> getReceipts() {
        List<ErasureReceipt> known = receipts;
        if (known == null) {
            known = erasures.receipts(current.id());
            receipts = known;
        }
        return known;
    }

    public String moment(Instant at) {
        return reader.moment(at, current.zone());
    }

    /** Where it is left, a sentence each. */
    public List<String> places(ErasureReceipt receipt) {
        List<String> places = new ArrayList<>();
        if (receipt.erasure().cleanedAt() == null) {
            places.add(reader.say("erasure.place.database"));
        }
        if (!receipt.waiting().isEmpty()) {
            places.add(reader.say("erasure.place.devices", String.join(", ", receipt.waiting())));
        }
        if (!receipt.backups().isEmpty()) {
            String names = String.join(
                    ", ", receipt.backups().stream().map(Backup::name).toList());
            Instant goneBy = receipt.backupsGoneBy();
            places.add(
                    goneBy == null
                            ? reader.say("erasure.place.backups", names)
                            : reader.say("erasure.place.backups.until", names, moment(goneBy)));
        }
        return places;
    }

    /** The day on which all people are erased, as a field of a form takes it. */
    public String getDay() {
        String typed = day;
        return typed == null
                ? retention.day(current.id()).map(LocalDate::toString).orElse("")
                : typed;
    }

    public void setDay(@Nullable String day) {
        this.day = Objects.requireNonNullElse(day, "");
    }

    /** Whether that day erases nobody, because the event was moved or prolonged. */
    public boolean isDayOvertaken() {
        return retention.isOvertaken(current.id());
    }

    /** Sets that day; an empty field takes it away. */
    public void saveDay() {
        try {
            LocalDate wanted = getDay().isBlank() ? null : LocalDate.parse(getDay().strip());
            if (messages.done(() -> retention.set(current.id(), wanted))) {
                messages.good(reader.say(wanted == null ? "erasure.day.none" : "erasure.day.set"));
            }
        } catch (DateTimeParseException noDay) {
            messages.bad(reader.say("erasure.day.unread"));
        }
    }

    public String getConfirmed() {
        return confirmed;
    }

    public void setConfirmed(@Nullable String confirmed) {
        this.confirmed = Objects.requireNonNullElse(confirmed, "").strip();
    }

    /** Erases all people of the event, where its id was typed once more. */
    public void eraseEvent() {
        if (!confirmed.equals(current.id().text())) {
            messages.bad(reader.say("erasure.event.unconfirmed", current.id().text()));
            return;
        }
        if (messages.done(() -> erasures.event(current.id(), ErasureReason.REQUESTED))) {
            messages.good(reader.say("erasure.event.done"));
        }
        receipts = null;
    }

    /** All receipts as a file to be printed. */
    public void log() {
        messages.done(() -> files.send(
                disclosures.log(current.id(), erasures.receipts(current.id()), reader.getLocale()),
                "application/pdf",
                "erasures.pdf"));
    }
}
