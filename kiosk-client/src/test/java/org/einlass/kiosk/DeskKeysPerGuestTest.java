package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.einlass.kiosk.SampleGuests.SampleGuest;
import org.junit.jupiter.api.Test;

/** A stopwatch in keys over all names of the demo event; {@link KeysPerGuest} says how they are typed. */
class DeskKeysPerGuestTest {
    private final List<SampleGuest> guests = SampleGuests.demo();

    @Test
    void findingAndCheckingInTakesSixKeysForHalfAndNineForNearlyAll() {
        KeysPerGuest ways = new KeysPerGuest(guests);

        List<Integer> keys =
                guests.stream().map(guest -> ways.way(guest).keys()).sorted().toList();

        int median = keys.get(keys.size() / 2);
        int most95 = keys.get(keys.size() * 95 / 100);
        System.out.println("keys to find and check in " + keys.size() + " guests: median " + median + ", 95 % " + most95
                + ", most " + keys.get(keys.size() - 1));
        assertThat(median).isLessThanOrEqualTo(6);
        assertThat(most95).isLessThanOrEqualTo(9);
    }

    /** The row of a guest shows the organisation below the name. */
    @Test
    void namesakesAreToldApartByTheirOrganisations() {
        Map<String, List<SampleGuest>> namesakes = guests.stream()
                .filter(guest -> !guest.attendee().isUnnamed())
                .collect(Collectors.groupingBy(guest -> guest.attendee().fullName()));
        namesakes.values().removeIf(bearers -> bearers.size() < 2);

        System.out.println(namesakes.size() + " names are borne by several guests");
        assertThat(namesakes)
                .isNotEmpty()
                .allSatisfy((name, bearers) -> assertThat(bearers)
                        .extracting(guest -> guest.attendee().organisation())
                        .doesNotHaveDuplicates());
    }
}
