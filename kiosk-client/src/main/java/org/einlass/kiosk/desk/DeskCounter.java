package org.einlass.kiosk.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.einlass.contract.Wording;
import org.einlass.contract.counter.CounterReport;
import org.einlass.contract.counter.ExpectedGuests;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.contract.wire.HeartbeatAnswer.CounterOrder;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskNotice;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.DeskState.CounterList;
import org.jspecify.annotations.Nullable;

/**
 * This desk's counter, which one key opens and closes, and the guests whom kiosks send there. Whoever stands at the
 * desk is expected no more. It says all of it again and again, so that it is right after a silence. On the
 * controller's loop.
 */
final class DeskCounter {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    /** As the server counts. */
    private static final Duration LONGEST_WAY = Duration.ofMinutes(10);

    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskView view;
    private final List<RegistrationId> served = new ArrayList<>();
    private final List<EntryId> ended = new ArrayList<>();
    private boolean open;
    private boolean closing;
    private @Nullable UUID obeyed;
    private @Nullable Instant askedAt;
    private ExpectedGuests heard = new ExpectedGuests(List.of(), Instant.EPOCH);
    private Instant heardAt = Instant.EPOCH;

    DeskCounter(DeskController controller, DeskEdges edges, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.view = view;
    }

    /** One key opens the counter and closes it. */
    void turn() {
        String name = edges.device().counter();
        if (!CounterReport.isName(name)) {
            view.notice = DeskSentences.NO_COUNTER_NAME.attention();
            return;
        }
        open = !open;
        closing = !open;
        askedAt = null;
        view.notice = (open ? DeskSentences.COUNTER_OPEN : DeskSentences.COUNTER_CLOSED).calm(Wording.same(name));
        look();
    }

    /** Obeys an order of the organiser once, and says so to the server. */
    private void obey(CounterOrder order) {
        String name = edges.device().counter();
        if (order.id().equals(obeyed) || !CounterReport.isName(name)) {
            return;
        }
        obeyed = order.id();
        askedAt = null;
        if (open != order.open()) {
            view.notice = (order.open() ? DeskSentences.COUNTER_OPENED : DeskSentences.COUNTER_SHUT)
                    .attention(Wording.same(name));
        }
        open = order.open();
        closing = !open;
    }

    /** Now and then: says how the counter is, and asks who comes. */
    void look() {
        edges.device().counterOrder().ifPresent(this::obey);
        Instant now = edges.clock().instant();
        boolean due = askedAt == null || Duration.between(askedAt, now).abs().compareTo(BETWEEN_REPORTS) >= 0;
        if (due && (open || closing) && !view.withdrawn) {
            askedAt = now;
            List<RegistrationId> told =
                    List.copyOf(served.subList(0, Math.min(served.size(), CounterReport.MOST_SERVED)));
            List<EntryId> gone = List.copyOf(ended.subList(0, Math.min(ended.size(), CounterReport.MOST_SERVED)));
            boolean asOpen = open;
            CounterReport report = new CounterReport(edges.device().counter(), asOpen, told, gone);
            edges.device()
                    .uplink()
                    .report(
                            report,
                            reply ->
                                    reply.answer().ifPresent(answer -> controller.onLoop(() -> heard(answer, report))));
        }
        show();
    }

    private void heard(ExpectedGuests answer, CounterReport report) {
        served.removeAll(report.served());
        ended.removeAll(report.ended());
        closing = closing && report.open();
        heard = answer;
        heardAt = edges.clock().instant();
        show();
    }

    /** Somebody stands at the desk. */
    void arrived(RegistrationId registration) {
        boolean expected = heard.guests().stream().anyMatch(guest -> registration.equals(guest.registration()));
        if ((open || expected) && !served.contains(registration)) {
            served.add(registration);
        }
        show();
    }

    /** Somebody is shown: the server may know that they came elsewhere. */
    void shown(DeskPerson person) {
        view.elsewhere = null;
        edges.device()
                .uplink()
                .fetchArrival(
                        person.registration(),
                        reply -> reply.answer()
                                .filter(arrival -> arrival.at() != null)
                                .ifPresent(arrival -> controller.onLoop(() -> {
                                    if (view.shows(person)) {
                                        view.elsewhere = arrival;
                                    }
                                })));
    }

    /** Whoever is on the way the longest, or was touched in the list, stands at the desk. */
    void call(@Nullable EntryId scan) {
        Optional<ExpectedGuests.Guest> called = coming().stream()
                .filter(guest -> scan == null || guest.scan().equals(scan))
                .findFirst();
        if (called.isEmpty()) {
            view.notice = DeskSentences.NOBODY_COMES.calm();
            return;
        }
        ExpectedGuests.Guest guest = called.get();
        ended.add(guest.scan());
        DeskPerson person = person(guest);
        if (person != null) {
            controller.open(person);
        }
        view.notice = new DeskNotice(DeskNotice.Tone.ATTENTION, why(guest));
        show();
    }

    /** Guests of this desk go elsewhere: the organiser has taken it out of use. */
    void withdrawn() {
        open = false;
        closing = false;
        heard = new ExpectedGuests(List.of(), Instant.EPOCH);
        show();
    }

    private List<ExpectedGuests.Guest> coming() {
        return heard.guests().stream()
                .filter(guest -> !ended.contains(guest.scan()) && !served.contains(guest.registration()))
                .filter(guest -> since(guest).compareTo(LONGEST_WAY) < 0)
                .toList();
    }

    private Duration since(ExpectedGuests.Guest guest) {
        Duration elapsed = Duration.between(heardAt, edges.clock().instant());
        return Duration.between(guest.sentAt(), heard.at()).plus(elapsed.isNegative() ? Duration.ZERO : elapsed);
    }

    private void show() {
        List<CounterList.Coming> guests = open
                ? coming().stream()
                        .map(guest -> new CounterList.Coming(
                                guest.scan(),
                                who(guest),
                                why(guest),
                                guest.kiosk(),
                                Duration.ofMinutes(since(guest).toMinutes())))
                        .toList()
                : List.of();
        view.counter = new CounterList(edges.device().counter(), open, guests);
    }

    private @Nullable DeskPerson person(ExpectedGuests.Guest guest) {
        DoorSheet door = view.sheet;
        RegistrationId registration = guest.registration();
        return door == null || registration == null
                ? null
                : edges.people().find(registration, door).orElse(null);
    }

    private Wording who(ExpectedGuests.Guest guest) {
        DeskPerson person = person(guest);
        return person == null ? DeskSentences.SOMEBODY_UNKNOWN.say() : Wording.same(person.name());
    }

    private static Wording why(ExpectedGuests.Guest guest) {
        return switch (guest.cause()) {
            case NO_BADGE -> DeskSentences.COMES_FOR_BADGE.say();
            case NOT_THIS_PERSON -> DeskSentences.COMES_AS_ANOTHER.say();
            case NAME_MISSPELT -> DeskSentences.COMES_FOR_NAME.say();
            case REFUSED, UNRECOGNISED ->
                guest.refusal() == null
                        ? DeskSentences.COMES_REFUSED.say()
                        : reason(guest.refusal().staffSentence());
        };
    }

    /** The first sentence: the second one tells a door to send the guest to this counter. */
    private static Wording reason(Wording sentence) {
        return new Wording(first(sentence.german()), first(sentence.english()));
    }

    private static String first(String sentences) {
        int end = sentences.indexOf(". ");
        return end < 0 ? sentences : sentences.substring(0, end + 1);
    }
}
