package org.einlass.kiosk.desk.paper;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskDocument;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.ReceivedPages;
import org.jspecify.annotations.Nullable;

/** Has lists and reports made by the server and printed here, one of a kind at a time. On the controller's loop. */
public final class DeskDocuments {
    private final PrintingDesk desk;
    private final DeskEdges edges;
    private final Set<DeskDocument> underWay = EnumSet.noneOf(DeskDocument.class);

    public DeskDocuments(PrintingDesk desk, DeskEdges edges) {
        this.desk = desk;
        this.edges = edges;
    }

    /** Prints a document, of one day where that can be; the notice says how far it is, and what went wrong. */
    public void print(DeskDocument document, @Nullable LocalDate day) {
        Optional<String> path =
                document.path(desk.shown().map(DeskPerson::registration).orElse(null), day);
        if (path.isEmpty()) {
            desk.say(DeskSentences.NOBODY_SHOWN.calm());
            return;
        }
        if (!underWay.add(document)) {
            desk.say(DeskSentences.DOCUMENT_COMES.calm(document.title()));
            return;
        }
        desk.say(DeskSentences.DOCUMENT_COMES.calm(document.title()));
        edges.device()
                .uplink()
                .fetchDocument(
                        path.get(),
                        desk.language(),
                        reply -> desk.onLoop(() -> {
                            Optional<PrintedPages> pages = reply.answer().flatMap(ReceivedPages::of);
                            pages.ifPresentOrElse(
                                    whole -> send(
                                            document.title(),
                                            PrintKind.DOCUMENT,
                                            whole,
                                            result -> underWay.remove(document)),
                                    () -> failed(document, reply.fold(garbled -> NoAnswer.GARBLED, why -> why)));
                        }));
    }

    /**
     * Prints pages that are there.
     *
     * @param ended is told what became of them, nothing where that broke; on the loop
     */
    void send(Wording title, PrintKind kind, PrintedPages pages, Consumer<Optional<PrintResult>> ended) {
        Wording count = DeskSentences.pages(pages.count());
        desk.say(DeskSentences.DOCUMENT_PRINTS.calm(title, count));
        var unused = edges.device()
                .printDocument(kind, pages)
                .whenComplete((result, broken) -> desk.onLoop(() -> {
                    ended.accept(Optional.ofNullable(result));
                    desk.say(result == null ? DeskSentences.ofFailure(broken).attention() : said(title, count, result));
                }));
    }

    private static DeskNotice said(Wording title, Wording count, PrintResult result) {
        return result.fold(new PrintResult.Cases<DeskNotice>() {
            @Override
            public DeskNotice accepted(PrintResult.Accepted accepted) {
                return DeskSentences.DOCUMENT_PRINTED.done(title, Wording.same(accepted.queue()), count);
            }

            @Override
            public DeskNotice written(PrintResult.Written written) {
                return DeskSentences.DOCUMENT_PRINTED.done(
                        title, Wording.same(String.valueOf(written.file().getFileName())), count);
            }

            @Override
            public DeskNotice refused(PrintResult.Refused refused) {
                return DeskSentences.DOCUMENT_FAILED.attention(title, refused.sentence());
            }

            @Override
            public DeskNotice inDoubt(PrintResult.InDoubt inDoubt) {
                return DeskSentences.DOCUMENT_FAILED.attention(title, inDoubt.sentence());
            }
        });
    }

    private void failed(DeskDocument document, @Nullable NoAnswer why) {
        underWay.remove(document);
        DeskSentences sentence = why == NoAnswer.BUSY
                ? DeskSentences.DOCUMENT_LATER
                : why == NoAnswer.REJECTED || why == NoAnswer.DENIED
                        ? DeskSentences.DOCUMENT_REFUSED
                        : DeskSentences.DOCUMENT_NO_SERVER;
        desk.say(DeskSentences.DOCUMENT_FAILED.attention(document.title(), sentence.say()));
    }
}
