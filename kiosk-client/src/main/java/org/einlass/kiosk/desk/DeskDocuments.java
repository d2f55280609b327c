package org.einlass.kiosk.desk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.einlass.contract.Wording;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.ReceivedPages;
import org.jspecify.annotations.Nullable;

/** Has lists and reports made by the server and printed here, one of a kind at a time. On the controller's loop. */
final class DeskDocuments {
    private final DeskController controller;
    private final DeskController.Edges edges;
    private final DeskView view;
    private final Set<DeskDocument> underWay = EnumSet.noneOf(DeskDocument.class);

    DeskDocuments(DeskController controller, DeskController.Edges edges, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.view = view;
    }

    /** Prints a document; the notice says how far it is, and what went wrong. */
    void print(DeskDocument document) {
        DeskPerson person = view.person;
        Optional<String> path = document.path(person == null ? null : person.registration());
        if (path.isEmpty()) {
            view.notice = DeskSentences.NOBODY_SHOWN.calm();
            return;
        }
        if (!underWay.add(document)) {
            view.notice = DeskSentences.DOCUMENT_COMES.calm(document.title());
            return;
        }
        view.notice = DeskSentences.DOCUMENT_COMES.calm(document.title());
        edges.device()
                .uplink()
                .fetchDocument(
                        path.get(),
                        view.language,
                        reply -> controller.onLoop(() -> {
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
        Wording count = pages(pages.count());
        view.notice = DeskSentences.DOCUMENT_PRINTS.calm(title, count);
        var unused = edges.device()
                .printDocument(kind, pages)
                .whenComplete((result, broken) -> controller.onLoop(() -> {
                    ended.accept(Optional.ofNullable(result));
                    view.notice =
                            result == null ? DeskSentences.ofFailure(broken).attention() : said(title, count, result);
                }));
    }

    private static Wording pages(int count) {
        return count == 1 ? new Wording("1 Seite", "1 page") : new Wording(count + " Seiten", count + " pages");
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
        view.notice = DeskSentences.DOCUMENT_FAILED.attention(document.title(), sentence.say());
    }
}
