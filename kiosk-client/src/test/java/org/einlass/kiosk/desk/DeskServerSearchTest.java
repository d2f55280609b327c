package org.einlass.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.counter.FoundGuests;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.RegistrationStatus;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk whose own list is old asks the server too. */
class DeskServerSearchTest {
    private static final Instant AT = Instant.parse("2022-07-04T07:12:00Z");

    private final FakeDesk fake = new FakeDesk();
    private final DeskController desk = fake.controller();

    @BeforeEach
    void open() {
        fake.knows(1, "Änne", "Müller");
        fake.open();
        desk.know(FakeDesk.sheet(Phase.LIVE));
    }

    private static FoundGuests.Guest guest(int number, String given, String family) {
        BadgeOrder sample = Sample.badge(number, false);
        return new FoundGuests.Guest(
                new BadgeOrder(
                        sample.registration(),
                        Attendee.of(given, family, "Stadt Gera"),
                        sample.category(),
                        List.of(),
                        sample.code(),
                        false),
                RegistrationStatus.WAITLISTED);
    }

    private static FoundGuests guests(FoundGuests.Guest... guests) {
        return new FoundGuests(AT, Arrays.asList(guests));
    }

    private List<String> names() {
        return fake.now().found().stream().map(DeskPerson::name).toList();
    }

    @Test
    void addsWhomTheServerKnowsWithoutAnybodyTwiceAndSaysHowOldThatIs() {
        desk.typed("müll");
        assertThat(names()).as("its own people are there at once").containsExactly("Änne Müller");
        assertThat(fake.now().serverFound()).isNull();
        assertThat(fake.searched()).containsExactly("müll");

        fake.found(guests(guest(1, "Anne", "Mueller"), guest(7, "Jörg", "Müller")));

        assertThat(names()).containsExactly("Änne Müller", "Jörg Müller");
        assertThat(fake.now().serverFound()).isEqualTo(AT);
        assertThat(fake.now().person().name()).as("nobody else is shown").isEqualTo("Änne Müller");
        desk.typed("müller j");
        assertThat(names()).as("who was found stays while more is typed").startsWith("Jörg Müller");
        desk.typed("müller");
        assertThat(names()).containsExactly("Änne Müller", "Jörg Müller");
        desk.move(1);
        assertThat(fake.now().person().status()).isEqualTo(RegistrationStatus.WAITLISTED);
        desk.checkIn();
        assertThat(fake.now().found()).isEmpty();
        assertThat(fake.now().serverFound()).isNull();
    }

    @Test
    void asksOneQuestionAtATimeAndShowsNoAnswerToAnother() {
        desk.typed("mü");
        assertThat(fake.searched()).as("two letters are too many people").isEmpty();
        desk.typed("zan");
        desk.typed("zand");
        desk.typed("zander");
        assertThat(fake.searched()).containsExactly("zan");

        fake.found(guests(guest(8, "Zan", "Zanetti")));

        assertThat(names()).isEmpty();
        assertThat(fake.searched()).containsExactly("zan", "zander");
        fake.found(guests(guest(9, "Eva", "Zander")));
        assertThat(names()).containsExactly("Eva Zander");
    }

    @Test
    void showsNobodyOnALockedScreenWhenTheAnswerComesLate() {
        desk.typed("zander");
        desk.lock();

        fake.found(guests(guest(9, "Eva", "Zander")));

        assertThat(fake.now().open()).isFalse();
        assertThat(names()).isEmpty();
    }
}
