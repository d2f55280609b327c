package org.einlass.server.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.einlass.server.account.KnownTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodyRuleTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            NOBODY  | POST | /api/v1/login                 | 16384    | true
            NOBODY  | POST | /api/v1/events/ki/import      | 16384    | true
            NOBODY  | POST | /sign-in.xhtml                | 16384    | true
            DEVICE  | POST | /api/v1/events/ki/journal     | 2000000  | true
            DEVICE  | POST | /api/v1/events/ki/import      | 2000000  | true
            DEVICE  | PUT  | /api/v1/events/ki             | 2000000  | true
            PROGRAM | POST | /api/v1/events/ki/import      | 64000000 | false
            PERSON  | POST | /api/v1/events/ki/import/     | 64000000 | false
            PROGRAM | PUT  | /api/v1/events/ki             | 5000000  | true
            PROGRAM | PUT  | /api/v1/events/ki/devices/k-1 | 2000000  | true
            BROWSER | POST | /list.xhtml                   | 64000000 | false
            BROWSER | POST | /event.xhtml                  | 2000000  | true
            """)
    void largePostsAreForListsOnly(String who, String method, String path, long most, boolean inMemory) {
        BodyRule rule = BodyRule.of(sender(who), method, path);

        assertThat(rule).isEqualTo(new BodyRule(most, inMemory));
    }

    private static RequestSender sender(String who) {
        return who.equals("NOBODY")
                ? RequestSender.stranger(InetAddress.getLoopbackAddress(), false)
                : RequestSender.known(who, KnownTokens.Holder.valueOf(who));
    }
}
