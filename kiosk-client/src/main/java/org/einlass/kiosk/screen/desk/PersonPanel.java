package org.einlass.kiosk.screen.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.einlass.contract.counter.GuestArrival;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.PhotoConsent;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskState;
import org.jspecify.annotations.Nullable;

/** The person who stands at the desk, in full. */
final class PersonPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Clocks of devices differ by less. */
    private static final Duration SAME = Duration.ofSeconds(5);

    private final transient DeskMessages messages;
    private final transient PersonWords words;
    private final JTextArea name;
    private final JTextArea organisation;
    private final JTextArea category;
    private final JTextArea status;
    private final JTextArea arrival;
    private final JTextArea badge;
    private final JTextArea hint;
    private final JButton checkIn;

    PersonPanel(DeskLook look, DeskMessages messages, ZoneId zone, DeskKeys keys) {
        this.messages = messages;
        this.words = new PersonWords(messages, zone);
        DeskParts parts = new DeskParts(look);
        name = parts.text("person.name", DeskLook.Role.TITLE, true, "ink");
        organisation = parts.text("person.organisation", DeskLook.Role.STRONG, false, "ink");
        category = parts.text("person.category", DeskLook.Role.BODY, false, "ink");
        status = parts.text("person.status", DeskLook.Role.STRONG, true, "attention");
        arrival = parts.text("person.arrival", DeskLook.Role.BODY, false, "ink");
        badge = parts.text("person.badge", DeskLook.Role.BODY, false, "ink");
        hint = parts.text("person.hint", DeskLook.Role.BODY, false, "ink");
        checkIn = parts.strongButton("checkIn", keys::checkIn);
        checkIn.setFont(look.semibold(DeskLook.Role.BODY));
        setBackground(look.colour("field"));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(look.colour("edge")),
                BorderFactory.createEmptyBorder(look.px(28), look.px(32), look.px(24), look.px(32))));
        ScrolledRows rows = new ScrolledRows(look.px(40));
        rows.setLayout(new MigLayout(
                "insets 0, gap 0, hidemode 3",
                "[grow, fill]",
                "[]" + look.px(6) + "[]" + look.px(18) + "[]" + look.px(18) + "[]" + look.px(18) + "[]" + look.px(6)
                        + "[]" + look.px(6) + "[]"));
        for (JTextArea part : new JTextArea[] {name, organisation, category, status, arrival, badge, hint}) {
            rows.add(part, "wmin 0, wrap");
        }
        setLayout(new MigLayout("insets 0, gap 0", "[grow, fill]", "[grow, fill]"));
        add(new FittingScroll(rows, look), "wmin 0, hmin 0");
        add(checkIn, "dock south, hmin " + look.px(72));
        getAccessibleContext().setAccessibleName(messages.say("person.panel"));
    }

    void show(DeskState state) {
        DeskPerson person = state.person();
        say(name, person == null ? messages.say("person.nobody") : person.name());
        say(organisation, person == null ? messages.say("person.nobody.hint") : work(person.attendee()));
        say(category, person == null ? "" : words.band(person));
        say(status, person == null ? "" : standing(person));
        say(arrival, person == null ? "" : arrived(person, state.elsewhere()));
        say(badge, person == null ? "" : badge(person));
        say(hint, person == null ? "" : join("\n", words.notes(person), hint(person.attendee())));
        boolean ready = person != null && !state.handled();
        checkIn.setVisible(ready);
        checkIn.setText(messages.say(state.badgeOnly() ? "checkIn.badgeOnly" : "checkIn"));
        checkIn.getAccessibleContext()
                .setAccessibleDescription(person == null ? "" : explained(person, state.badgeOnly()));
    }

    private String explained(DeskPerson person, boolean badgeOnly) {
        return messages.say(badgeOnly ? "checkIn.badgeOnly.explained" : "checkIn.explained", person.name());
    }

    private static void say(JTextArea part, String text) {
        if (!part.getText().equals(text)) {
            part.setText(text);
        }
        part.setVisible(!text.isEmpty());
    }

    private static String work(Attendee attendee) {
        return join("\n", attendee.function(), join(", ", attendee.organisation(), attendee.department()));
    }

    private static String join(String between, String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + between + other;
    }

    private String standing(DeskPerson person) {
        String accreditation = words.accreditation(person);
        if (!accreditation.isEmpty()) {
            return accreditation;
        }
        RegistrationStatus status = person.status();
        return status == null || status == RegistrationStatus.CONFIRMED ? "" : words.state(person);
    }

    private String arrived(DeskPerson person, @Nullable GuestArrival first) {
        Instant here = person.arrivedAt();
        Instant at = first == null ? null : first.at();
        if (first != null && at != null && first.device() != null && (here == null || at.isBefore(here.minus(SAME)))) {
            return messages.say("arrival.elsewhere", words.moment(at), first.device());
        }
        return here == null ? messages.say("arrival.none") : messages.say("arrival.here", words.moment(here));
    }

    private String badge(DeskPerson person) {
        return person.badge()
                .inBox()
                .map(boxed -> messages.say("badge.boxed", messages.say(boxed.words())))
                .orElseGet(() -> messages.say(person.printed() ? "badge.printed" : "badge.none"));
    }

    private String hint(Attendee attendee) {
        boolean noPhotographs = attendee.photoConsent() == PhotoConsent.NO;
        return join(
                "\n", pronounced(attendee.pronunciation()), noPhotographs ? messages.say(PhotoConsent.NO.words()) : "");
    }

    private String pronounced(String hint) {
        return hint.isEmpty() ? "" : messages.say("person.pronounced", hint);
    }
}
