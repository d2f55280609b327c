package org.einlass.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.einlass.contract.id.EventId;
import org.einlass.contract.wire.ImportReport;
import org.einlass.server.registration.imports.ImportRequest;
import org.einlass.server.registration.imports.ImportService;
import org.einlass.server.registration.imports.ImportUndo;
import org.einlass.server.registration.imports.list.KnownHeading;
import org.einlass.server.registration.imports.list.ListRequest;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a registration list comes in: first as a trial with its questions, then in earnest, and
 * back again.
 */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class ListPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 20_000_000;
    private static final int MOST_ROWS_SHOWN = 100;

    @Inject
    private transient ImportService lists;

    @Inject
    private transient ImportUndo imports;

    @Inject
    private transient ComingLists coming;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private transient @Nullable Part file;
    private String pasted = "";
    private byte[] content = new byte[0];
    private final Map<String, String> answers = new LinkedHashMap<>();
    private List<HeadingChoice> mapping = List.of();
    private @Nullable ImportReport report;

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public String getPasted() {
        return pasted;
    }

    public void setPasted(String pasted) {
        this.pasted = pasted;
    }

    public @Nullable ImportReport getReport() {
        return report;
    }

    /** Rows that were left out, as many as a person reads. */
    public List<ImportReport.RowProblem> getRejected() {
        ImportReport known = report;
        return known == null
                ? List.of()
                : known.rejected().stream().limit(MOST_ROWS_SHOWN).toList();
    }

    /** Fields that were left out of rows that come in, as many as a person reads. */
    public List<ImportReport.RowProblem> getWarnings() {
        ImportReport known = report;
        return known == null
                ? List.of()
                : known.warnings().stream().limit(MOST_ROWS_SHOWN).toList();
    }

    /** What each column of the list is read as. */
    public List<HeadingChoice> getMapping() {
        return mapping;
    }

    /** What a column can be read as, each as an answer names it. */
    public Map<String, String> getMeanings() {
        Map<String, String> meanings = new TreeMap<>(Collator.getInstance(reader.getLocale()));
        for (KnownHeading column : KnownHeading.values()) {
            meanings.put(column.words().in(reader.getLocale()), HeadingChoice.option(column));
        }
        return meanings;
    }

    /** Reads the list again, with its columns as they were chosen. */
    public void map() {
        mapping.forEach(choice -> choice.question().ifPresent(question -> answers.put(question, choice.getChoice())));
        tryOut();
    }

    /** Reads what was chosen or pasted, and says what would become of it. */
    public void preview() {
        byte[] chosen = chosen();
        if (chosen.length == 0) {
            messages.bad(reader.say("list.nothing"));
            return;
        }
        if (chosen.length > MOST_BYTES) {
            pasted = "";
            messages.bad(reader.say("list.large"));
            return;
        }
        content = chosen;
        pasted = "";
        answers.clear();
        tryOut();
    }

    private byte[] chosen() {
        return PageFiles.read(file, MOST_BYTES)
                .orElseGet(() -> pasted.isBlank() ? new byte[0] : pasted.getBytes(UTF_8));
    }

    /** An organiser's answer to a question; the trial runs again with it. */
    public void answer(String question, String option) {
        answers.put(question, option);
        tryOut();
    }

    public void withdrawAnswers() {
        answers.clear();
        tryOut();
    }

    public boolean isAnswered() {
        return !answers.isEmpty();
    }

    /** Whether the list can be taken as it is: nothing that concerns all of it is open. */
    public boolean isReady() {
        ImportReport known = report;
        return known != null
                && known.dryRun()
                && known.questions().stream().noneMatch(ImportReport.Question::blocksAll)
                && known.added() + known.updated() + known.unchanged() > 0;
    }

    public void confirm() {
        EventId event = current.id();
        byte[] file = content;
        ImportRequest request = request(false);
        messages.done(() -> {
            lists.refuseBeside(event);
            coming.begin(listReader(), () -> new ComingLists.Outcome(read(event, file, request)))
                    .ifPresentOrElse(this::show, this::goOnBehind);
        });
    }

    public void undo(String id) {
        EventId event = current.id();
        messages.done(() -> coming.begin(listReader(), () -> {
                    imports.undo(event, id);
                    return new ComingLists.Outcome(null);
                })
                .ifPresentOrElse(this::show, this::goOnBehind));
    }

    /** Shows what became of a list that went on behind an earlier page. */
    public void look() {
        messages.done(() -> coming.ended(listReader()).ifPresent(this::show));
    }

    /** Whether a list of this reader goes on behind the page: it then looks again by itself. */
    public boolean isGoingOn() {
        return coming.isComing(listReader());
    }

    private void show(ComingLists.Outcome outcome) {
        again();
        report = outcome.report();
        messages.good(reader.say(report == null ? "list.undone" : "list.imported"));
    }

    private void goOnBehind() {
        again();
        messages.good(reader.say("list.coming"));
    }

    /** One reader of one event. */
    private String listReader() {
        return current.id().text() + " "
                + FacesContext.getCurrentInstance().getExternalContext().getSessionId(true);
    }

    private void tryOut() {
        messages.done(() -> {
            ImportReport read = read(current.id(), content, request(true));
            mapping = HeadingChoice.of(read, reader.getLocale());
            report = read;
        });
    }

    private ImportRequest request(boolean trial) {
        List<String> texts = answers.entrySet().stream()
                .map(answer -> answer.getKey() + ":" + answer.getValue())
                .toList();
        return new ImportRequest(trial, new ListRequest(reader.getLocale(), null, ImportAnswers.of(texts)));
    }

    private ImportReport read(EventId event, byte[] file, ImportRequest request) {
        try {
            return lists.run(event, new ByteArrayInputStream(file), request);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Begins with another list. */
    public void again() {
        report = null;
        content = new byte[0];
        pasted = "";
        answers.clear();
    }

    /** An answer's words on its button. */
    public String option(String option) {
        return reader.say("option." + option);
    }
}
