package org.einlass.server.console.badge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.einlass.contract.registration.Category;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.list.PrintedList;
import org.einlass.reports.sign.SignArrow;
import org.einlass.reports.sign.SignPaper;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.badge.BadgeRun;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageFiles;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.console.SignedIn;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.report.badge.BadgeRunRequest;
import org.einlass.server.report.badge.BadgeRunResult;
import org.einlass.server.report.badge.BadgeRunService;
import org.einlass.server.report.badge.BoxLoad;
import org.einlass.server.report.list.PrintedListService;
import org.einlass.server.report.sign.SignRequest;
import org.einlass.server.report.sign.SignService;
import org.jspecify.annotations.Nullable;

/** The page on which badges are printed before their people come. */
@Named
@RequestScoped
public class BadgePage {
    static final int MOST_COUNTED_AT_ONCE = 5_000;
    private static final String PDF = "application/pdf";

    @Inject
    private BadgeRunService runs;

    @Inject
    private RegistrationService registrations;

    @Inject
    private SignService signs;

    @Inject
    private PrintedListService lists;

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

    private int counters = 1;
    private String format = BadgeFormat.A6.word();
    private String category = "";
    private String organisation = "";
    private boolean again;
    private SignPaper paper = SignPaper.A4;
    private SignArrow arrow = SignArrow.UP;
    private String network = "";
    private String password = "";
    private String notice = "";
    private boolean counted;
    private @Nullable Integer pullSeen;
    private @Nullable List<BoxLoad> boxes;
    private @Nullable List<String> organisations;
    private @Nullable Integer waiting;
    private @Nullable Integer toPull;

    /** Whether boxes and badges are counted at once, without being asked: in a very large event that takes a while. */
    public boolean isCounted() {
        return counted || registrations.count(current.id()) <= MOST_COUNTED_AT_ONCE;
    }

    public boolean getCount() {
        return counted;
    }

    public void setCount(boolean count) {
        counted = count;
    }

    /** The boxes, with how many badges each will have. */
    public List<BoxLoad> getBoxes() {
        List<BoxLoad> known = boxes;
        if (known == null) {
            known = runs.boxes(current.id());
            boxes = known;
        }
        return known;
    }

    /** How many badges a print without more would make now. */
    public int getWaiting() {
        Integer known = waiting;
        if (known == null) {
            known = runs.waiting(current.id(), BadgeRunRequest.changed(BadgeFormat.A6));
            waiting = known;
        }
        return known;
    }

    /** How many sheets are to be taken out of the boxes now. */
    public int getToPull() {
        Integer known = toPull;
        if (known == null) {
            known = runs.toPull(current.id()).size();
            toPull = known;
        }
        return known;
    }

    public List<BadgeRun> getRuns() {
        return runs.runs(current.id());
    }

    /** When a run was printed. */
    public String moment(BadgeRun run) {
        return reader.moment(run.printedAt(), current.zone());
    }

    public BadgeFormat[] getFormats() {
        return BadgeFormat.values();
    }

    /** As the list of formats calls it. */
    public String formatName(String word) {
        return BadgeFormat.named(word)
                .map(format -> reader.say("format." + format.name()))
                .orElse(word);
    }

    public List<Category> getCategories() {
        return current.document().categories();
    }

    public List<String> getOrganisations() {
        List<String> known = organisations;
        if (known == null) {
            known = runs.organisations(current.id());
            organisations = known;
        }
        return known;
    }

    public SignPaper[] getPapers() {
        return SignPaper.values();
    }

    public SignArrow[] getArrows() {
        return SignArrow.values();
    }

    public int getCounters() {
        return counters;
    }

    public void setCounters(int counters) {
        this.counters = counters;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = Objects.requireNonNullElse(category, "");
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = Objects.requireNonNullElse(organisation, "");
    }

    public boolean isAgain() {
        return again;
    }

    public void setAgain(boolean again) {
        this.again = again;
    }

    public SignPaper getPaper() {
        return paper;
    }

    public void setPaper(SignPaper paper) {
        this.paper = paper;
    }

    public SignArrow getArrow() {
        return arrow;
    }

    public void setArrow(SignArrow arrow) {
        this.arrow = arrow;
    }

    /** How many sheets the list had that the reader saw. */
    public int getPullSeen() {
        Integer seen = pullSeen;
        return seen == null ? getToPull() : seen;
    }

    public void setPullSeen(int pullSeen) {
        this.pullSeen = pullSeen;
    }

    /** Divides names among boxes. */
    public void divide() {
        messages.done(() -> {
            boxes = runs.divide(current.id(), counters);
            messages.good(reader.say("badges.divided", getBoxes().size()));
        });
    }

    /** Prints what is chosen; the file is then fetched from the list of prints. */
    public void print() {
        messages.done(() -> {
            BadgeFormat chosen = BadgeFormat.named(format).orElse(BadgeFormat.A6);
            BadgeRunResult result = runs.print(
                    current.id(), new BadgeRunRequest(chosen, category, organisation, again), signedIn.author());
            messages.good(reader.say(
                    "badges.printed",
                    result.run().number(),
                    result.run().sheets(),
                    result.unfit().size(),
                    result.left()));
            again = false;
            waiting = null;
            toPull = null;
        });
    }

    /** The badges of a run as a file. */
    public void pdf(int run) {
        messages.done(() -> {
            byte[] pages = runs.pdf(current.id(), run, reader.getLocale());
            audit.reads(AuditAction.EXPORTED, current.id().text(), "badges.pdf");
            files.send(pages, PDF, "badges-" + run + ".pdf");
        });
    }

    /** The list of badges to be taken out. */
    public void pullList() {
        list("badges-to-pull.pdf", () -> lists.badgesToPull(current.id(), reader.getLocale()));
    }

    /** How many badges each printer printed, and why. */
    public void printList() {
        list("prints.pdf", () -> lists.prints(current.id(), reader.getLocale()));
    }

    private void list(String file, Supplier<PrintedList> list) {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), file);
            files.send(lists.pdf(list.get()), PDF, file);
        });
    }

    /** What the list named was taken out. */
    public void pulled() {
        messages.done(() -> {
            messages.good(reader.say("badges.pulled.done", runs.pulled(current.id(), getPullSeen())));
            pullSeen = null;
            toPull = null;
        });
    }

    /** Everything was taken out. */
    public void emptied() {
        messages.done(() -> {
            messages.good(reader.say("badges.pulled.done", runs.emptied(current.id())));
            pullSeen = null;
            toPull = null;
            waiting = null;
        });
    }

    /** A sign for each box. */
    public void boxSigns() {
        sign(SignRequest.Kind.BOXES, "boxes.pdf");
    }

    /** A sign for the way to the kiosks. */
    public void kioskSign() {
        sign(SignRequest.Kind.KIOSK, "kiosk.pdf");
    }

    /** A sign for the wireless network; its password is kept nowhere. */
    public void wifiSign() {
        sign(SignRequest.Kind.WIFI, "wifi.pdf");
    }

    /** The privacy notice in the organiser's words. */
    public void noticeSign() {
        sign(SignRequest.Kind.NOTICE, "notice.pdf");
    }

    private void sign(SignRequest.Kind kind, String name) {
        SignRequest request = new SignRequest(kind, paper, arrow, network, password, notice);
        messages.done(() -> files.send(signs.pdf(current.id(), request, reader.getLocale()), PDF, name));
    }

    public String getNetwork() {
        return network;
    }

    public void setNetwork(@Nullable String network) {
        this.network = Objects.requireNonNullElse(network, "");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = Objects.requireNonNullElse(password, "");
    }

    public String getNotice() {
        return notice;
    }

    public void setNotice(@Nullable String notice) {
        this.notice = Objects.requireNonNullElse(notice, "");
    }
}
