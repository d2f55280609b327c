package org.einlass.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.kiosk.gate.NoAnswer;
import org.einlass.kiosk.gate.Reply;
import org.einlass.kiosk.gate.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResponseClassifierTest {
    private static final ServerAddress ME = new ServerAddress(
            URI.create("http://localhost"), Sample.EVENT, Sample.DOOR, "token", new DeviceId("kiosk-1"));
    private static final String PROBLEM = """
            {"type": "urn:einlass:problem:x", "title": "x", "status": 400, "detail": "x", "remedy": "x"}""";
    private static final String RECEIPT = """
            {"entries": [{"index": 0, "fate": "ACCEPTED", "new": 1}], "receivedAt": "2022-07-04T07:12:00Z"}""";

    @Test
    void takesOurServersAnswer() {
        assertThat(sort(200, "application/json; charset=utf-8", RECEIPT).answer())
                .hasValueSatisfying(receipt -> assertThat(receipt.entries()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED",
        "401, DENIED",
        "403, DENIED",
        "404, REJECTED",
        "409, REJECTED",
        "413, REJECTED",
        "429, BUSY",
        "500, FAULT",
        "502, FAULT",
        "503, BUSY",
    })
    void tellsOurServersProblemsApart(int status, NoAnswer noAnswer) {
        assertThat(silence(sort(status, "application/problem+json", PROBLEM))).isEqualTo(noAnswer);
    }

    @Test
    void takesAnEmptyFileWholeAndNoOtherFileWithoutAPartOfIt() {
        String lines = "application/x-ndjson";

        assertThat(part(200, lines, 0).answer())
                .hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
        assertThat(part(206, lines, 3).answer())
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(3));
        assertThat(part(200, lines, 3).answer()).isEmpty();
        assertThat(part(200, "text/html", 0).answer()).isEmpty();
    }

    private static Reply<byte[]> part(int status, String contentType, int bytes) {
        return ResponseClassifier.sortPart(status, contentType, Duration.ZERO, new byte[bytes], instance -> false);
    }

    @Test
    void leavesOnlyABusyServerAloneForAsLongAsItAsks() {
        assertThat(sort(503, "text/plain", "").retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(sort(429, "application/problem+json", PROBLEM).retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(sort(500, "text/plain", "").retryAfter()).isZero();
        assertThat(sort(302, "text/html", "").retryAfter()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"200", "302", "400", "401", "403", "404", "407", "409", "413"})
    void takesAPageOfSomebodyElseForNoAnswer(int status) {
        assertThat(silence(sort(status, "text/html", "<html>Please log in to the conference Wi-Fi</html>")))
                .isEqualTo(NoAnswer.NOT_THE_SERVER);
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "409"})
    void takesSomebodyElsesJsonForNoRejection(int status) {
        assertThat(silence(sort(status, "application/json", "{\"error\": \"no route\"}")))
                .isEqualTo(NoAnswer.NOT_THE_SERVER);
    }

    @Test
    void takesAHalfOfAnAnswerForNone() {
        for (int length = 0; length < RECEIPT.length(); length++) {
            assertThat(silence(sort(200, "application/json", RECEIPT.substring(0, length))))
                    .isEqualTo(NoAnswer.GARBLED);
        }
    }

    @Test
    void believesAWithdrawalOnlyFromOurServerAboutThisVeryDevice() {
        assertThat(silence(sort(403, "application/problem+json", withdrawal("device-revoked", "kiosk-1"))))
                .isEqualTo(NoAnswer.REVOKED);
        assertThat(silence(sort(403, "application/problem+json", withdrawal("device-wiped", "kiosk-1"))))
                .isEqualTo(NoAnswer.WIPE_ORDERED);
    }

    @Test
    void aBlockedDeviceKeepsWhatItHasAndLeavesTheServerAloneAsLongAsItAsks() {
        Reply<JournalReceipt> mine = sort(403, "application/problem+json", withdrawal("device-blocked", "kiosk-1"));
        Reply<JournalReceipt> anothers = sort(403, "application/problem+json", withdrawal("device-blocked", "kiosk-2"));

        assertThat(silence(mine)).isEqualTo(NoAnswer.BLOCKED);
        assertThat(mine.retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(silence(anothers)).isEqualTo(NoAnswer.DENIED);
        assertThat(anothers.retryAfter()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "403, application/problem+json, device-revoked, kiosk-2",
        "401, application/problem+json, device-revoked, kiosk-1",
        "404, application/problem+json, device-revoked, kiosk-1",
        "403, application/json, device-revoked, kiosk-1",
        "403, text/html, device-revoked, kiosk-1",
        "403, application/problem+json, not-allowed, kiosk-1",
        "403, application/problem+json, device-revoked-or-so, kiosk-1",
    })
    void takesNothingElseForAWithdrawal(int status, String contentType, String type, String device) {
        assertThat(silence(sort(status, contentType, withdrawal(type, device)))).matches(why -> !why.isWithdrawal());
    }

    @Test
    void takesAHalfOfAWithdrawalForNone() {
        String whole = withdrawal("device-revoked", "kiosk-1");
        for (int length = 0; length < whole.length(); length++) {
            assertThat(silence(sort(403, "application/problem+json", whole.substring(0, length))))
                    .isEqualTo(NoAnswer.NOT_THE_SERVER);
        }
    }

    private static String withdrawal(String type, String device) {
        return """
                {"type": "urn:einlass:problem:%s", "title": "x", "status": 403, "detail": "x", "remedy": "x",
                 "instance": "urn:einlass:device:%s:%s"}""".formatted(type, Sample.EVENT, device);
    }

    @ParameterizedTest
    @CsvSource({"null", "{}", "[]", "17", "'{\"entries\": null}'"})
    void takesJsonThatIsNoReceiptForNone(String body) {
        assertThat(silence(sort(200, "application/json", body))).isEqualTo(NoAnswer.GARBLED);
    }

    private static Reply<JournalReceipt> sort(int status, String contentType, String body) {
        ResponseClassifier.Response response =
                new ResponseClassifier.Response(status, contentType, Duration.ofSeconds(9), body);
        return ResponseClassifier.sort(response, ME::isMe, JournalReceipt.class, receipt -> true);
    }

    private static NoAnswer silence(Reply<JournalReceipt> reply) {
        return reply.fold(receipt -> null, why -> why);
    }
}
