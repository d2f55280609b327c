package org.einlass.server.report.press;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.Attendance;
import org.einlass.reports.statistics.PressFigures;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.Renderers;
import org.einlass.server.statistics.AttendanceFacts;

/**
 * Publishes figures for the press. What was published stays as it was until somebody replaces it and says which
 * publication they replace; the next one keeps what changed by a few people only and tells nothing that was withheld,
 * so that two sheets of two moments do not tell by their difference who came between. Each call takes its time: not for
 * the threads that answer guests.
 */
public final class PressService {
    private static final int SMALLEST_K = 3;
    private static final int LARGEST_K = 100;

    private final Store store;
    private final Renderers renderers;
    private final Clock clock;

    public PressService(Store store, Renderers renderers, Clock clock) {
        this.store = store;
        this.renderers = renderers;
        this.clock = clock;
    }

    /**
     * What would be published now, as a PDF.
     *
     * @param k the smallest cell that is told, 3 to 100
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where {@code k} is out of range
     */
    public byte[] preview(EventId event, int k, Locale locale) {
        check(k);
        return pages(event, k, List.of(locale)).get(0).pages().pdf();
    }

    /** What is published; empty where nothing is. @throws UnknownEventOrDoor where there is no such event */
    public Optional<PressPublication> current(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return PressPublicationTable.current(handle, event);
        });
    }

    /**
     * The pages that were published, as a PDF.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where nothing is published
     */
    public byte[] pdf(EventId event, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return store.read(handle -> {
                    EventTable.checkKnown(handle, event);
                    return PressPublicationTable.pages(handle, event, english);
                })
                .orElseThrow(PressService::nothing);
    }

    /**
     * Publishes the figures of this moment.
     *
     * @param k the smallest cell that is told, 3 to 100
     * @param replaces number of the publication that this one replaces; 0 where it is the first
     * @param who as the audit trail names its authors
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where {@code k} is out of range, or another publication is the newest
     */
    public PressPublication publish(EventId event, int k, int replaces, String who) {
        check(k);
        List<PressSheet> pages = pages(event, k, List.of(Locale.GERMAN, Locale.ENGLISH));
        AuditTrail trail = AuditTrail.of(AuditAction.PRESS_PUBLISHED, event.text());
        return AwaitedWrite.in(store, transaction -> {
            Instant now = clock.instant();
            Optional<PressPublication> newest = PressPublicationTable.current(transaction.handle(), event);
            int before = newest.map(PressPublication::number).orElse(0);
            if (before != replaces) {
                throw newest.map(PressService::another).orElseGet(PressService::nothing);
            }
            PressPublication next = new PressPublication(before + 1, now, who, k);
            PressPublicationTable.add(transaction.handle(), event, next, pages.get(0), pages.get(1));
            trail.add(transaction, "press " + next.number(), now);
            return next;
        });
    }

    /** The pages in some languages, all of one moment, which tell nothing by their difference from the newest. */
    private List<PressSheet> pages(EventId event, int k, List<Locale> languages) {
        Instant now = clock.instant();
        AttendanceFacts facts = store.read(handle -> AttendanceFacts.of(handle, event));
        return languages.stream()
                .map(language -> page(facts.counted(language, now), k, published(event, language)))
                .toList();
    }

    private PressFigures published(EventId event, Locale language) {
        return store.read(handle -> PressPublicationTable.figures(handle, event, language));
    }

    private PressSheet page(Attendance attendance, int k, PressFigures before) {
        PressFigures figures = PressFigures.of(attendance, k, before);
        return new PressSheet(figures, renderers.press().pages(attendance, k, figures));
    }

    private static void check(int k) {
        if (k < SMALLEST_K || k > LARGEST_K) {
            throw Rejected.badValue(
                    new Wording("Diese Zahl passt nicht.", "This number does not fit."),
                    new Wording(
                            "Bitte eine Zahl von " + SMALLEST_K + " bis " + LARGEST_K + " nennen; üblich ist 5.",
                            "Name a number from " + SMALLEST_K + " to " + LARGEST_K + "; usual is 5."),
                    "k");
        }
    }

    private static Rejected another(PressPublication newest) {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        new Wording(
                                "Veröffentlicht ist schon Nummer " + newest.number() + " vom " + newest.publishedAt()
                                        + ".",
                                "Number " + newest.number() + " of " + newest.publishedAt() + " is published already."),
                        new Wording(
                                "Wer sie ersetzen will, nennt ihre Nummer: replaces=" + newest.number() + ".",
                                "To replace it, name its number: replaces=" + newest.number() + "."));
    }

    private static Rejected nothing() {
        return Rejected.because(RejectionReason.CONFLICT)
                .saying(
                        new Wording("Es ist noch nichts veröffentlicht.", "Nothing is published yet."),
                        new Wording(
                                "Bitte zuerst veröffentlichen; die Vorschau zeigt, was dann dort steht.",
                                "Publish first; the preview shows what will stand there."));
    }
}
