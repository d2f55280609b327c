package org.einlass.kiosk.desk.paper;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.code.UnlockCard;
import org.einlass.contract.registration.AttendeeField;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.WalkInBatch;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.DeskState;
import org.einlass.kiosk.desk.state.DeskSupply;
import org.einlass.kiosk.desk.state.UndoableAction;
import org.einlass.kiosk.gate.Desk;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.words.MessageBundle;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.guide.Guide;
import org.einlass.reports.guide.GuideRenderer;
import org.einlass.reports.guide.PracticeTicket;

/**
 * Makes and prints what the desk's people need, without a server: courses, practice tickets, the unlock card, the page
 * of a handover. On the controller's loop.
 */
public final class DeskSupplies {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.desk.paper.course");

    /** Namesakes and names that are easily misspelt, so that helpers practise what is difficult. */
    private static final List<String> PRACTICE = List.of(
            "Anna;Müller;Stadt Beispiel",
            "Anna;Müller;Landkreis Muster",
            "Anne;Mueller;Stadt Beispiel",
            "Thomas;Schmidt;Muster GmbH",
            "Thomas;Schmitt;Beispiel AG",
            "Tomas;Schmied;Hochschule Beispiel",
            "Jördis;Weiß;Stadt Beispiel",
            "Jördis;Weiss;Muster GmbH",
            "Ayşe;Öztürk;Beispiel AG",
            "Linh;Nguyễn;Hochschule Beispiel",
            "François;Lefèvre;Mairie d'Exemple",
            "Zoë;Brontë;Example Council",
            "Małgorzata;Łukasik;Urząd Przykład",
            "Max;Mustermann;Muster GmbH",
            "Erika;Mustermann;Muster GmbH",
            "Maximilian;Mustermann;Stadt Beispiel",
            "Katharina;von der Aue;Landkreis Muster",
            "Karl-Heinz;Meier;Stadt Beispiel",
            "Karlheinz;Meyer;Stadt Beispiel",
            "Carl Heinz;Mayr;Landkreis Muster");

    /** A page of them. */
    private static final int SPARES = 10;

    private final PrintingDesk desk;
    private final DeskEdges edges;
    private final DeskDocuments documents;
    private boolean cardUnderWay;

    public DeskSupplies(PrintingDesk desk, DeskEdges edges, DeskDocuments documents) {
        this.desk = desk;
        this.edges = edges;
        this.documents = documents;
    }

    /** Prints one of them; the notice says how far it is, and what went wrong. */
    public void print(DeskSupply supply, DoorSheet sheet) {
        Locale language = desk.language();
        switch (supply) {
            case DESK_COURSE -> send(DeskSentences.COURSE, () -> guide(Courses.desk(sheet.eventTitle(), language)));
            case DOOR_COURSE -> send(DeskSentences.COURSE, () -> guide(Courses.door(sheet.eventTitle(), language)));
            case KIOSK_COURSE -> send(DeskSentences.COURSE, () -> guide(Courses.kiosk(sheet.eventTitle(), language)));
            case HANDOVER -> {
                DeskState state = desk.state();
                Wording time = DeskSentences.moment(
                        edges.clock().instant(), edges.clock().instant(), sheet.zone());
                send(
                        DeskSentences.HANDOVER_PAGE,
                        () -> guide(Courses.handover(state, sheet.eventTitle(), time.in(language), language)));
            }
            case UNLOCK_CARD -> unlockCard(sheet, language);
            case PRACTICE_TICKETS -> practise(sheet, language);
            case SPARE_BADGES -> spares(sheet, language);
        }
    }

    private static PrintedPages guide(Guide guide) {
        return new GuideRenderer().pages(List.of(guide));
    }

    private void send(DeskSentences title, Supplier<PrintedPages> pages) {
        send(title, PrintKind.DOCUMENT, pages, result -> {});
    }

    /**
     * The pages are made where nobody waits.
     *
     * @param ended is told what became of them, nothing where that broke; on the loop
     */
    private void send(
            DeskSentences title, PrintKind kind, Supplier<PrintedPages> pages, Consumer<Optional<PrintResult>> ended) {
        desk.say(DeskSentences.DOCUMENT_MADE.calm(title.say()));
        edges.peopleLoop().execute(() -> {
            PrintedPages made;
            try {
                made = pages.get();
            } catch (RuntimeException broken) {
                desk.onLoop(() -> {
                    ended.accept(Optional.empty());
                    desk.say(DeskSentences.ofFailure(broken).attention());
                });
                throw broken;
            }
            desk.onLoop(() -> documents.send(title.say(), kind, made, ended));
        });
    }

    /** Badges with a code and a line to write a name on; a scan makes each somebody's, also without a server. */
    private void spares(DoorSheet sheet, Locale language) {
        var unused = edges.device()
                .atDesk(actions -> actions.spares(SPARES))
                .whenComplete((made, broken) -> desk.onLoop(() -> {
                    if (made == null) {
                        desk.say(DeskSentences.ofFailure(broken).attention());
                    } else if (made.objection().isPresent()) {
                        desk.say(new DeskNotice(
                                DeskNotice.Tone.ATTENTION,
                                made.objection().get().sentence()));
                    } else {
                        List<PracticeTicket> badges = made.codes().stream()
                                .map(code -> new PracticeTicket(
                                        WORDS.in(language, "spare.name"),
                                        WORDS.in(language, "spare.hint"),
                                        code.text()))
                                .toList();
                        send(
                                DeskSentences.SPARE_BADGES,
                                PrintKind.CARDS,
                                () -> new GuideRenderer()
                                        .tickets(
                                                sheet.eventTitle().in(language),
                                                WORDS.in(language, "spare.mark"),
                                                badges,
                                                language),
                                result -> {});
                    }
                }));
    }

    /** The card before opens the desk until the new one is on paper. */
    private void unlockCard(DoorSheet sheet, Locale language) {
        if (edges.device().keepsDocuments()) {
            desk.say(DeskSentences.NO_CARD_IN_FOLDER.attention());
            return;
        }
        if (cardUnderWay) {
            desk.say(DeskSentences.DOCUMENT_MADE.calm(DeskSentences.UNLOCK_CARD.say()));
            return;
        }
        cardUnderWay = true;
        var unused = edges.device()
                .issueUnlockCard()
                .whenComplete((card, broken) -> desk.onLoop(() -> {
                    if (card == null || card.isEmpty()) {
                        cardUnderWay = false;
                        desk.say(
                                card == null
                                        ? DeskSentences.ofFailure(broken).attention()
                                        : DeskSentences.NO_UNLOCK_CARD.attention());
                        return;
                    }
                    Guide guide =
                            Courses.unlockCard(card.get(), edges.device().counter(), sheet.eventTitle(), language);
                    send(
                            DeskSentences.UNLOCK_CARD,
                            PrintKind.CARDS,
                            () -> guide(guide),
                            result -> settle(card.get(), result));
                }));
    }

    /** Where nobody knows whether the new card came out, both go on opening the desk. */
    private void settle(UnlockCard card, Optional<PrintResult> result) {
        Optional<Boolean> onPaper = result.flatMap(known -> known.fold(new OnPaper()));
        CompletableFuture<Void> settled = onPaper.map(known -> edges.device().settleUnlockCard(card, known))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        var unused = settled.whenComplete((done, broken) -> desk.onLoop(() -> {
            cardUnderWay = false;
            if (broken != null) {
                desk.say(DeskSentences.ofFailure(broken).attention());
            }
        }));
    }

    /** Whether something came out; empty where nobody knows. */
    private static final class OnPaper implements PrintResult.Cases<Optional<Boolean>> {
        @Override
        public Optional<Boolean> accepted(PrintResult.Accepted result) {
            return Optional.of(true);
        }

        @Override
        public Optional<Boolean> written(PrintResult.Written result) {
            return Optional.of(true);
        }

        @Override
        public Optional<Boolean> refused(PrintResult.Refused result) {
            return Optional.of(false);
        }

        @Override
        public Optional<Boolean> inDoubt(PrintResult.InDoubt result) {
            return Optional.empty();
        }
    }

    /** Twenty invented guests, who count for nothing and are gone when the event goes live. */
    private void practise(DoorSheet sheet, Locale language) {
        if (sheet.phase() != Phase.REHEARSAL) {
            desk.say(DeskSentences.PRACTICE_NOT_NOW.attention());
            return;
        }
        var unused = edges.device()
                .atDesk(actions -> invented(actions, sheet))
                .whenComplete((made, broken) -> desk.onLoop(() -> {
                    if (made == null) {
                        desk.say(DeskSentences.ofFailure(broken).attention());
                    } else if (made.why().isPresent()) {
                        desk.say(new DeskNotice(
                                DeskNotice.Tone.ATTENTION, made.why().get().sentence()));
                    } else {
                        print(made, sheet, language);
                    }
                }));
    }

    private void print(WalkInBatch made, DoorSheet sheet, Locale language) {
        made.orders().forEach(order -> edges.people().add(order, sheet));
        desk.canUndo(new UndoableAction(DeskSentences.PRACTICE_TICKETS.say(), null, made.entries()));
        List<PracticeTicket> tickets = made.orders().stream()
                .map(order -> new PracticeTicket(
                        order.attendee().fullName(), order.attendee().organisation(), order.code()))
                .toList();
        send(
                DeskSentences.PRACTICE_TICKETS,
                PrintKind.CARDS,
                () -> new GuideRenderer()
                        .tickets(
                                sheet.eventTitle().in(language),
                                WORDS.in(language, "practice.mark"),
                                tickets,
                                language),
                result -> {});
    }

    private static WalkInBatch invented(Desk actions, DoorSheet sheet) {
        return WalkInBatch.register(
                actions,
                PRACTICE.stream().map(DeskSupplies::fields).toList(),
                sheet.categories().get(0).id(),
                sheet.programmes().stream().map(DoorSheet.ProgrammeTitle::id).collect(Collectors.toSet()));
    }

    private static Map<AttendeeField, String> fields(String line) {
        String[] parts = line.split(";", -1);
        Map<AttendeeField, String> fields = new EnumMap<>(AttendeeField.class);
        fields.put(AttendeeField.GIVEN_NAME, parts[0]);
        fields.put(AttendeeField.FAMILY_NAME, parts[1]);
        fields.put(AttendeeField.ORGANISATION, parts[2]);
        return fields;
    }
}
