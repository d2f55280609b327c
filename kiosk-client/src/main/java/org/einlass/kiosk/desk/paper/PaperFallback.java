package org.einlass.kiosk.desk.paper;

import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.words.MessageBundle;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.guide.PaperList;
import org.einlass.reports.guide.PaperListRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The list to be ticked by hand where nothing but paper is left. This desk makes it from its own roster without being
 * asked, as soon as it knows people by name and again when they change, and keeps the pages in memory: one key prints
 * them at once, also without a server. Nothing of it is on the disk; whoever was erased is gone from it with the next
 * one.
 */
public final class PaperFallback {
    /** Some 170 pages; nobody ticks a longer list. */
    static final int MOST_PEOPLE = 5_000;

    /** So long at least the pages stay as they are, however often the roster changes. */
    private static final Duration BETWEEN_LISTS = Duration.ofMinutes(5);

    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.desk.paper.course");

    private final PrintingDesk desk;
    private final DeskEdges edges;
    private final DeskDocuments documents;
    private final PaperListRenderer renderer = new PaperListRenderer();

    /** Of the thread that follows the roster. */
    private @Nullable Instant madeAt;

    private boolean outdated = true;

    private volatile @Nullable Made made;

    /** @param language in which the pages are */
    private record Made(PrintedPages pages, Instant at, Locale language) {}

    public PaperFallback(PrintingDesk desk, DeskEdges edges, DeskDocuments documents) {
        this.desk = desk;
        this.edges = edges;
        this.documents = documents;
    }

    /** When the list was made that a key prints now; empty where there is none. */
    public Optional<Instant> madeAt() {
        return Optional.ofNullable(made).map(Made::at);
    }

    /**
     * Makes the list where there is none, or another one where people have changed since. On the thread that follows
     * the roster.
     */
    public void follow(DoorSheet sheet, boolean changed) {
        outdated |= changed;
        Instant now = edges.clock().instant();
        Instant before = madeAt;
        boolean rested = before == null || Duration.between(before, now).abs().compareTo(BETWEEN_LISTS) >= 0;
        if (edges.people().size() == 0) {
            forget();
        } else if (outdated && rested) {
            make(sheet, desk.language(), now);
        }
    }

    private void make(DoorSheet sheet, Locale language, Instant now) {
        madeAt = now;
        outdated = false;
        List<DeskPerson> people = edges.people().expected(MOST_PEOPLE + 1, sheet);
        made = people.isEmpty() || people.size() > MOST_PEOPLE
                ? null
                : new Made(renderer.pages(list(people, sheet, language, now)), now, language);
    }

    private static PaperList list(List<DeskPerson> people, DoorSheet sheet, Locale language, Instant now) {
        Collator names = Collator.getInstance(Locale.GERMAN);
        return new PaperList(
                WORDS.in(language, "paper.title"),
                sheet.eventTitle().in(language),
                now,
                sheet.zone(),
                language,
                WORDS.in(language, "paper.note"),
                WORDS.in(language, "paper.blank"),
                people.stream()
                        .sorted(Comparator.<DeskPerson, String>comparing(
                                        person -> person.attendee().familyName(), names)
                                .thenComparing(person -> person.attendee().givenName(), names))
                        .map(person -> line(person, sheet, language, now))
                        .toList());
    }

    private static PaperList.Line line(DeskPerson person, DoorSheet sheet, Locale language, Instant now) {
        String first = String.join(
                        " ",
                        person.attendee().title(),
                        person.attendee().givenName(),
                        person.attendee().particle())
                .strip()
                .replaceAll(" +", " ");
        Instant arrived = person.arrivedAt();
        return new PaperList.Line(
                first.isEmpty()
                        ? person.attendee().familyName()
                        : person.attendee().familyName() + ", " + first,
                person.attendee().organisation(),
                arrived == null
                        ? ""
                        : WORDS.in(
                                language,
                                "paper.here",
                                DeskSentences.moment(arrived, now, sheet.zone()).in(language)),
                person.badge().code());
    }

    /** Nobody is known by name any more. */
    public void forget() {
        made = null;
        madeAt = null;
        outdated = true;
    }

    /** Prints the list as it is. On the loop. */
    public void print() {
        Made list = made;
        if (list == null) {
            desk.say((edges.people().size() > MOST_PEOPLE
                            ? DeskSentences.PAPER_LIST_TOO_LONG
                            : DeskSentences.NO_PAPER_LIST)
                    .attention());
            return;
        }
        documents.send(DeskSentences.PAPER_LIST.say(), PrintKind.DOCUMENT, list.pages(), result -> {});
    }

    /** The window speaks another language: so does the next list. On the loop. */
    public void speak(DoorSheet sheet) {
        Made list = made;
        if (list != null && !list.language().equals(desk.language())) {
            Locale language = desk.language();
            edges.peopleLoop().execute(() -> {
                make(sheet, language, edges.clock().instant());
                desk.onLoop(() -> {});
            });
        }
    }
}
