package org.einlass.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeChoiceTest {

    private static final CodeRanking AT_THE_ENTRANCE = text -> text.startsWith("T") ? 2 : text.startsWith("B") ? 1 : 0;

    @Test
    void oursComesBeforeABiggerForeignCode() {
        CodeChoice codeChoice =
                CodeChoice.of(List.of(code("https://example.org", 300), code("B1", 100)), AT_THE_ENTRANCE);

        assertThat(codeChoice.meant())
                .hasValueSatisfying(code -> assertThat(code.text()).isEqualTo("B1"));
    }

    @Test
    void theTicketComesBeforeTheBadge() {
        CodeChoice codeChoice = CodeChoice.of(List.of(code("B1", 300), code("T1", 100)), AT_THE_ENTRANCE);

        assertThat(codeChoice.meant())
                .hasValueSatisfying(code -> assertThat(code.text()).isEqualTo("T1"));
    }

    @Test
    void twoTicketsAskForOneAtATime() {
        CodeChoice codeChoice = CodeChoice.of(List.of(code("T1", 300), code("T2", 100)), AT_THE_ENTRANCE);

        assertThat(codeChoice.meant()).isEmpty();
        assertThat(codeChoice.asksForOneAtATime()).isTrue();
        assertThat(codeChoice.rivals()).extracting(FoundCode::text).containsExactly("T1", "T2");
    }

    @Test
    void aTicketAndItsCopyAreOne() {
        CodeChoice codeChoice = CodeChoice.of(List.of(code("T1", 300), code("T1", 100)), AT_THE_ENTRANCE);

        assertThat(codeChoice.meant()).isPresent();
        assertThat(codeChoice.asksForOneAtATime()).isFalse();
    }

    @Test
    void ofForeignCodesTheBiggestIsMeant() {
        CodeChoice codeChoice = CodeChoice.of(List.of(code("x", 100), code("y", 300)), AT_THE_ENTRANCE);

        assertThat(codeChoice.meant())
                .hasValueSatisfying(code -> assertThat(code.text()).isEqualTo("y"));
    }

    @Test
    void bothCodesOfOnePictureAreFound() {
        Random random = new Random(5);
        TestCode ticket = TestCode.ticket(random);
        TestCode foreign = TestCode.foreign(random);
        byte[] left = straight(ticket, random);
        byte[] right = straight(foreign, random);
        byte[] both = new byte[left.length];
        int half = Shot.WIDTH / 2;
        for (int y = 0; y < Shot.HEIGHT; y++) {
            System.arraycopy(left, y * Shot.WIDTH + half / 2, both, y * Shot.WIDTH, half);
            System.arraycopy(right, y * Shot.WIDTH + half / 2, both, y * Shot.WIDTH + half, half);
        }
        CodeReader reader = new CodeReader(Duration.ofDays(1), () -> 0);

        List<FoundCode> codes = reader.read(CameraFrame.ofLuminance("both", both, Shot.WIDTH, Shot.HEIGHT));

        assertThat(codes).extracting(FoundCode::text).containsExactlyInAnyOrder(ticket.text(), foreign.text());
    }

    private static byte[] straight(TestCode code, Random random) {
        return new Shot(code, random).exposed().bytes();
    }

    private static FoundCode code(String text, double size) {
        Quad corners = new Quad(new Point(0, 0), new Point(size, 0), new Point(size, size), new Point(0, size));
        return new FoundCode(text, corners, CascadeStage.PLAIN, Duration.ofMillis(3));
    }
}
