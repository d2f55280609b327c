package org.einlass.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.einlass.contract.admission.Phase;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.wire.AttendeeCard;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.einlass.kiosk.desk.people.LocalPeople;
import org.einlass.kiosk.gate.AttendeeDirectory;
import org.einlass.kiosk.gate.Journal;
import org.einlass.kiosk.gate.LocalCorrections;
import org.einlass.kiosk.gate.PassageQuery;
import org.einlass.kiosk.gate.Roster;

/**
 * How a guest is found, as staff are taught to type: three letters of the family name, a blank, the given name;
 * whoever stands among the first rows by then is reached by arrow keys, and Enter checks in.
 */
final class KeysPerGuest {
    /** So far down a row is seen at a glance and reached by arrows sooner than by typing on. */
    private static final int ROWS_AT_A_GLANCE = 4;

    private static final int LETTERS = 3;

    private final List<SampleGuest> guests;
    private final DoorSheet sheet = FakeDeskServer.sheet();
    private final LocalPeople people;

    KeysPerGuest(List<SampleGuest> guests) {
        this.guests = guests;
        people = new LocalPeople(new Directory(), Roster.EMPTY, new NoJournal(), LocalCorrections.NONE);
        people.follow(sheet);
    }

    /**
     * What is pressed for one guest.
     *
     * @param row how often the arrow down
     */
    record Way(String text, int row) {

        /** Letters, arrows, Enter. */
        int keys() {
            return text.length() + row + 1;
        }
    }

    Way way(SampleGuest guest) {
        String text = typed(guest.attendee());
        for (int letters = 2; letters <= text.length(); letters++) {
            int row = row(guest, text.substring(0, letters));
            if (row >= 0 && (row < ROWS_AT_A_GLANCE || letters == text.length())) {
                return new Way(text.substring(0, letters), row);
            }
        }
        throw new AssertionError("nobody finds guest " + guest.number());
    }

    private static String typed(Attendee attendee) {
        String family = attendee.familyName();
        String begun = family.substring(0, Math.min(LETTERS, family.length()));
        return (begun + " " + attendee.givenName()).toLowerCase(Locale.GERMAN);
    }

    private int row(SampleGuest guest, String text) {
        return people.search(text, 20, sheet).stream()
                .map(person -> person.registration())
                .toList()
                .indexOf(guest.badge().registration());
    }

    private final class Directory implements AttendeeDirectory {
        private final Map<RegistrationId, AttendeeCard> cards = guests.stream()
                .map(guest -> new AttendeeCard(guest.badge()))
                .collect(Collectors.toMap(card -> card.badge().registration(), Function.identity()));

        @Override
        public Optional<AttendeeCard> find(RegistrationId registration) {
            return Optional.ofNullable(cards.get(registration));
        }

        @Override
        public Optional<Long> key() {
            return Optional.of(1L);
        }

        @Override
        public Map<RegistrationId, Long> versions() {
            return cards.keySet().stream().collect(Collectors.toMap(Function.identity(), one -> 1L));
        }

        @Override
        public void each(Consumer<AttendeeCard> then) {
            cards.values().forEach(then);
        }
    }

    private static final class NoJournal implements Journal {
        @Override
        public JournalEntry write(LongFunction<JournalEntry> entry) {
            throw new AssertionError("finding writes nothing");
        }

        @Override
        public Optional<Instant> firstPassage(PassageQuery wanted) {
            return Optional.empty();
        }

        @Override
        public boolean printed(RegistrationId registration, Phase phase) {
            return false;
        }
    }
}
