package org.einlass.server.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestsInFlightTest {
    private final RequestsInFlight requests = new RequestsInFlight(2, 3);

    @Test
    void eachSenderHasItsOwnAndAllHaveOnlySoMany() {
        Runnable first = requests.begin("kiosk").orElseThrow();

        assertThat(requests.begin("kiosk")).isPresent();
        assertThat(requests.begin("kiosk")).isEmpty();
        assertThat(requests.begin("desk")).isPresent();
        assertThat(requests.begin("door")).as("all are taken").isEmpty();

        first.run();
        first.run();
        assertThat(requests.begin("kiosk")).isPresent();
        assertThat(requests.begin("door")).as("an end counts once").isEmpty();
    }
}
