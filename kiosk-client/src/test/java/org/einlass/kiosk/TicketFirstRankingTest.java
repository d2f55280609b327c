package org.einlass.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.Test;

class TicketFirstRankingTest {
    private final TicketFirstRanking ranking = new TicketFirstRanking("https://tickets.example/t?c=9f"::equals);

    @Test
    void case02TicketsComeBeforeBadgesBeforeUnknownCodesBeforeAdvertisements() {
        assertThat(List.of(
                        Sample.ticket(1).text(),
                        Sample.badgeCode(1).text(),
                        "ABC-77-0001",
                        "https://sponsor.example/win"))
                .extracting(ranking::rank)
                .containsExactly(3, 2, 1, 0);
    }

    @Test
    void case02AnImportedTicketIsATicketHoweverItLooks() {
        assertThat(ranking.rank("https://tickets.example/t?c=9f"))
                .isEqualTo(ranking.rank(Sample.ticket(1).text()));
    }

    @Test
    void case02WifiAndContactCodesAreNobodysTicket() {
        assertThat(List.of("WIFI:T:WPA;S:Kongress;P:geheim;;", "BEGIN:VCARD\nEND:VCARD", "MECARD:N:Doe;;", "tel:+49"))
                .extracting(ranking::rank)
                .containsOnly(0);
    }
}
