package org.einlass.server.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.einlass.server.account.KnownTokens;
import org.junit.jupiter.api.Test;

final class OpenBodiesTest {
    private final OpenBodies bodies = new OpenBodies(new OpenBodies.Limits(3, 2, 100, 50, 200));
    private final RequestSender kiosk = RequestSender.known("kiosk", KnownTokens.Holder.DEVICE);
    private final RequestSender desk = RequestSender.known("desk", KnownTokens.Holder.DEVICE);

    @Test
    void countsUnfinishedBodiesOfEachSenderByItself() {
        bodies.begin(kiosk);
        bodies.begin(kiosk);
        OpenBodies.Body third = bodies.begin(kiosk).orElseThrow();

        assertThat(bodies.begin(kiosk)).isEmpty();
        assertThat(bodies.begin(desk)).isPresent();
        third.finished();
        third.finished();
        assertThat(bodies.begin(kiosk)).isPresent();
        assertThat(bodies.begin(kiosk)).isEmpty();
    }

    @Test
    void aStrangerHasFewerAndKeepsNoneOfTheKnownOut() throws UnknownHostException {
        RequestSender stranger = stranger("127.0.0.2");
        bodies.begin(stranger);
        bodies.begin(stranger);

        assertThat(bodies.begin(stranger)).isEmpty();
        assertThat(bodies.begin(stranger("127.0.0.3"))).isPresent();
        assertThat(bodies.begin(kiosk)).isPresent();
    }

    @Test
    void neitherOneSenderNorAllStrangersTakeAllTheMemory() throws UnknownHostException {
        assertThat(bodies.begin(kiosk).orElseThrow().take(101)).isFalse();
        assertThat(bodies.begin(kiosk).orElseThrow().take(100)).isTrue();
        assertThat(bodies.begin(kiosk).orElseThrow().take(1)).isFalse();

        assertThat(bodies.begin(stranger("127.0.0.2")).orElseThrow().take(50)).isTrue();
        assertThat(bodies.begin(stranger("127.0.0.3")).orElseThrow().take(1)).isFalse();
        assertThat(bodies.begin(desk).orElseThrow().take(50)).isTrue();
        assertThat(bodies.begin(desk).orElseThrow().take(1))
                .as("all memory is held")
                .isFalse();
    }

    @Test
    void memoryIsHeldUntilTheRequestIsAnsweredAndGivenBackOnce() {
        OpenBodies.Body body = bodies.begin(kiosk).orElseThrow();
        body.take(60);
        body.finished();

        assertThat(bodies.bytes()).isEqualTo(60);
        body.close();
        body.close();
        assertThat(bodies.bytes()).isZero();
        assertThat(bodies.senders()).isZero();
        assertThat(body.take(1)).as("after the end").isFalse();
    }

    @Test
    void oneLineOfIpv6IsOneSender() throws UnknownHostException {
        assertThat(stranger("2001:db8:1:2:3:4:5:6").key())
                .isEqualTo(stranger("2001:db8:1:2::1").key());
        assertThat(stranger("2001:db8:1:3::1").key())
                .isNotEqualTo(stranger("2001:db8:1:2::1").key());
    }

    private static RequestSender stranger(String address) throws UnknownHostException {
        return RequestSender.stranger(InetAddress.getByName(address), false);
    }
}
