package org.einlass.kiosk.desk;

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
final class DeskSupplies {
    private static final MessageBundle WORDS = new MessageBundle("org.einlass.kiosk.desk.course");

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

    private final DeskController controller;
    private final DeskController.Edges edges;
    private final DeskView view;
    private final DeskDocuments documents;
    private boolean cardUnderWay;

    DeskSupplies(DeskController controller, DeskController.Edges edges, DeskView view, DeskDocuments documents) {
        this.controller = controller;
        this.edges = edges;
        this.view = view;
        this.documents = documents;
    }

    /** Prints one of them; the notice says how far it is, and what went wrong. */
    void print(DeskSupply supply, DoorSheet sheet) {
        Locale language = view.language;
        switch (supply) {
            case DESK_COURSE -> send(DeskSentences.COURSE, () -> guide(Courses.desk(sheet.eventTitle(), language)));
            case DOOR_COURSE -> send(DeskSentences.COURSE, () -> guide(Courses.door(sheet.eventTitle(), language)));
            case KIOSK_COURSE -> send(DeskSentences.COURSE, () -> guide(Courses.kiosk(sheet.eventTitle(), language)));
            case HANDOVER -> {
                DeskState state = view.state();
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
        view.notice = DeskSentences.DOCUMENT_MADE.calm(title.say());
        edges.peopleLoop().execute(() -> {
            PrintedPages made;
            try {
                made = pages.get();
            } catch (RuntimeException broken) {
                controller.onLoop(() -> {
                    ended.accept(Optional.empty());
                    view.notice = DeskSentences.ofFailure(broken).attention();
                });
                throw broken;
            }
            controller.onLoop(() -> documents.send(title.say(), kind, made, ended));
        });
    }

    /** Badges with a code and a line to write a name on; a scan makes each somebody's, also without a server. */
    private void spares(DoorSheet sheet, Locale language) {
        var unused = edges.device()
                .atDesk(desk -> desk.spares(SPARES))
                .whenComplete((made, broken) -> controller.onLoop(() -> {
                    if (made == null) {
                        view.notice = DeskSentences.ofFailure(broken).attention();
                    } else if (made.objection().isPresent()) {
                        view.notice = new DeskNotice(
                                DeskNotice.Tone.ATTENTION,
                                made.objection().get().sentence());
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
            view.notice = DeskSentences.NO_CARD_IN_FOLDER.attention();
            return;
        }
        if (cardUnderWay) {
            view.notice = DeskSentences.DOCUMENT_MADE.calm(DeskSentences.UNLOCK_CARD.say());
            return;
        }
        cardUnderWay = true;
        var unused = edges.device()
                .issueUnlockCard()
                .whenComplete((card, broken) -> controller.onLoop(() -> {
                    if (card == null || card.isEmpty()) {
                        cardUnderWay = false;
                        view.notice = card == null
                                ? DeskSentences.ofFailure(broken).attention()
                                : DeskSentences.NO_UNLOCK_CARD.attention();
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
        var unused = settled.whenComplete((done, broken) -> controller.onLoop(() -> {
            cardUnderWay = false;
            if (broken != null) {
                view.notice = DeskSentences.ofFailure(broken).attention();
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
            view.notice = DeskSentences.PRACTICE_NOT_NOW.attention();
            return;
        }
        var unused = edges.device()
                .atDesk(desk -> invented(desk, sheet))
                .whenComplete((made, broken) -> controller.onLoop(() -> {
                    if (made == null) {
                        view.notice = DeskSentences.ofFailure(broken).attention();
                    } else if (made.why().isPresent()) {
                        view.notice = new DeskNotice(
                                DeskNotice.Tone.ATTENTION, made.why().get().sentence());
                    } else {
                        print(made, sheet, language);
                    }
                }));
    }

    private void print(WalkInBatch made, DoorSheet sheet, Locale language) {
        made.orders().forEach(order -> edges.people().add(order, sheet));
        controller.canUndo(new UndoableAction(DeskSentences.PRACTICE_TICKETS.say(), null, made.entries()));
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

    private static WalkInBatch invented(Desk desk, DoorSheet sheet) {
        return WalkInBatch.register(
                desk,
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
