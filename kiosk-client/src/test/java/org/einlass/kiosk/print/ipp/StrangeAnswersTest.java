package org.einlass.kiosk.print.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.einlass.contract.id.EntryId;
import org.einlass.kiosk.print.FormatChoice;
import org.einlass.kiosk.print.JobState;
import org.einlass.kiosk.print.PaperSize;
import org.einlass.kiosk.print.PrintKind;
import org.einlass.kiosk.print.PrintResult;
import org.einlass.kiosk.print.PrinterFault;
import org.einlass.kiosk.print.PrinterStatus;
import org.einlass.kiosk.print.PrinterStatus.Condition;
import org.einlass.kiosk.print.TestPages;
import org.einlass.reports.badge.BadgeFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Printers that answer what no standard foresees: nothing of it is called ready, and nothing of it stops the kiosk. */
class StrangeAnswersTest {
    private static final EntryId PRINT = EntryId.of("01900000-0000-7000-8000-00000000000a");
    private static final int INTEGER = 0x21;
    private static final int ENUM = 0x23;
    private static final int BOOLEAN = 0x22;
    private static final int KEYWORD = 0x44;
    private static final int NO_VALUE = 0x13;
    private static final int BEGIN_COLLECTION = 0x34;
    private static final int END_COLLECTION = 0x37;
    private static final int MEMBER = 0x4A;
    private static final int RANGE = 0x33;
    private static final int OCTETS = 0x30;

    private HttpServer server;
    private volatile byte[] answer = {};
    private volatile int status = 200;
    private IppPrinter printer;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] said = answer;
                exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
                exchange.getResponseBody().write(said);
            }
        });
        server.start();
        Duration patience = Duration.ofMinutes(1);
        printer = new IppPrinter(
                "Ost",
                new PrinterUri(
                        URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print")),
                new IppPrinter.Limits(patience, patience, patience, patience));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void bytesThatAreNoAnswerAreNoPrinter() {
        Random chance = new Random(18);
        for (int length : List.of(0, 1, 7, 8, 9, 20, 300, 70_000)) {
            answer = new byte[length];
            chance.nextBytes(answer);
            isNeverReady();
        }
        answer = "<html><body>Bitte anmelden</body></html>".getBytes(StandardCharsets.UTF_8);
        isNeverReady();
    }

    /** A megabyte of collections in collections. */
    @Test
    void nestsWithoutAnEndAreNoPrinter() {
        Attributes nest = new Attributes().add(BEGIN_COLLECTION, "media-col-ready");
        for (int depth = 0; depth < 60_000; depth++) {
            nest.add(MEMBER, "", "m").add(BEGIN_COLLECTION, "");
        }
        answer = nest.bytes();

        isNeverReady();
    }

    private void isNeverReady() {
        assertThatCode(() -> {
                    PrinterStatus now = printer.status();
                    assertThat(now.condition()).isIn(Condition.TROUBLE, Condition.UNKNOWN);
                    assertThat(printer.job(PRINT)).isIn(JobState.UNREACHABLE, JobState.CANNOT_SAY);
                    assertThat(printer.cancel(PRINT)).isFalse();
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 6, 99, Integer.MAX_VALUE})
    void aStateThatIsNoneIsUnknown(int state) {
        answer = new Attributes().add(ENUM, "printer-state", number(state)).bytes();

        assertThat(printer.status().condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(printer.status().isBlocked()).isFalse();
    }

    /** Each attribute that is asked for, with a value of each kind that it must not have. */
    @Test
    void valuesOfTheWrongKindStopNothing() {
        for (String name : PrinterReport.ASKED_FOR) {
            for (Attributes strange : strangely(name)) {
                answer = strange.bytes();
                assertThatCode(() -> {
                            PrinterStatus now = printer.status();
                            FormatChoice.BY_PAPER.on(FormatChoice.BY_PAPER.judge(now));
                            printer.labels();
                            printer.print(PRINT, new TestPages());
                            printer.job(PRINT);
                        })
                        .as(name)
                        .doesNotThrowAnyException();
            }
        }
        for (String name : List.of("job-id", "job-state", "job-name")) {
            for (Attributes strange : strangely(name)) {
                answer = strange.ofAJob();
                assertThatCode(() -> {
                            printer.job(PRINT);
                            printer.print(PRINT, new TestPages());
                            printer.job(PRINT);
                            printer.cancel(PRINT);
                        })
                        .as(name)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static List<Attributes> strangely(String name) {
        List<Attributes> all = new ArrayList<>();
        all.add(idle().add(NO_VALUE, name));
        all.add(idle().add(INTEGER, name, number(-7)));
        all.add(idle().add(INTEGER, name, new byte[] {1}));
        all.add(idle().add(ENUM, name, number(Integer.MIN_VALUE)));
        all.add(idle().add(BOOLEAN, name, new byte[] {7}));
        all.add(idle().add(KEYWORD, name, "").add(KEYWORD, "", "x".repeat(30_000)));
        all.add(idle().add(KEYWORD, name, "custom_x_99999999999999x1mm"));
        all.add(idle().add(OCTETS, name, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, ';', '=', '='}));
        all.add(idle().add(RANGE, name, number(9, 1)));
        all.add(idle().add(BEGIN_COLLECTION, name).add(END_COLLECTION, ""));
        all.add(idle().add(BEGIN_COLLECTION, name)
                .add(MEMBER, "", "media-size")
                .add(KEYWORD, "", "none")
                .add(END_COLLECTION, ""));
        all.add(idle().add(BEGIN_COLLECTION, name)
                .add(MEMBER, "", "media-size")
                .add(BEGIN_COLLECTION, "")
                .add(MEMBER, "", "x-dimension")
                .add(KEYWORD, "", "wide")
                .add(END_COLLECTION, "")
                .add(END_COLLECTION, ""));
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "om_dk-11202_62x100mm, LABEL_62_100",
        "oe_62x100_62.0x100.0mm, LABEL_62_100",
        "custom_etikett_61.98x99.95mm, LABEL_62_100",
        "roll_current_62x100mm, LABEL_62_100",
        "custom_breit_100x62mm, LABEL_62_100",
        "om_cr80_54x86mm, CARD_86_54",
        "iso_a6_105x148mm, A6",
        "custom_a6_4.13x5.83in, A6",
        "na_letter_8.5x11in, ",
        "om_x_0x0mm, A6",
        "om_x_-62x100mm, A6",
        "Etikett groß, A6",
        "w175h283, A6",
        "oe__x mm, A6",
    })
    void whateverThePaperIsCalledItsSizeIsRead(String media, String format) {
        answer = idle().add(KEYWORD, "media-ready", media).bytes();

        assertThat(FormatChoice.BY_PAPER.on(printer.status()).map(Enum::name).orElse(null))
                .isEqualTo(format);
    }

    /** Of a roll that is cut to length each length may be asked for. */
    @ParameterizedTest
    @CsvSource({"6200, 2500, 100000, LABEL_62_100", "10500, 2500, 100000, A6", "6200, 2500, 8000, "})
    void ofAnEndlessRollALabelOfTheRightLengthIsCut(int width, int shortest, int longest, String format) {
        answer = idle().add(BEGIN_COLLECTION, "media-col-ready")
                .add(MEMBER, "", "media-size")
                .add(BEGIN_COLLECTION, "")
                .add(MEMBER, "", "x-dimension")
                .add(INTEGER, "", number(width))
                .add(MEMBER, "", "y-dimension")
                .add(RANGE, "", number(shortest, longest))
                .add(END_COLLECTION, "")
                .add(END_COLLECTION, "")
                .bytes();

        PrinterStatus now = printer.status();

        assertThat(FormatChoice.BY_PAPER.on(now).map(Enum::name).orElse(null)).isEqualTo(format);
        if (format != null) {
            PaperSize sheet = FormatChoice.sheet(BadgeFormat.valueOf(format));
            assertThat(now.loaded()).anyMatch(loaded -> loaded.matches(sheet));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 413, 426})
    void whatItsWebServerRefusesWasNotTaken(int refusal) {
        answer = idle().bytes();
        printer.status();
        status = refusal;

        assertThat(printer.status().faults()).containsExactly(PrinterFault.OFFLINE);
        assertThat(printer.print(PRINT, PrintKind.BADGE, new TestPages())).isInstanceOf(PrintResult.Refused.class);
    }

    private static Attributes idle() {
        return new Attributes()
                .add(ENUM, "printer-state", number(3))
                .add(KEYWORD, "printer-state-reasons", "none")
                .add(BOOLEAN, "printer-is-accepting-jobs", new byte[] {1});
    }

    private static byte[] number(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    /** An answer of the protocol, byte by byte (RFC 8010, 3.1). */
    private static final class Attributes {
        private static final byte[] SUCCESS = {2, 0, 0, 0, 0, 0, 0, 1};
        private static final int PRINTER = 4;
        private static final int JOB = 2;
        private static final int END = 3;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Attributes add(int tag, String name) {
            return add(tag, name, new byte[0]);
        }

        Attributes add(int tag, String name, String value) {
            return add(tag, name, value.getBytes(StandardCharsets.UTF_8));
        }

        Attributes add(int tag, String name, byte[] value) {
            bytes.write(tag);
            part(name.getBytes(StandardCharsets.UTF_8));
            part(value);
            return this;
        }

        private void part(byte[] part) {
            bytes.write(part.length >> 8);
            bytes.write(part.length);
            bytes.writeBytes(part);
        }

        byte[] bytes() {
            return in(PRINTER);
        }

        byte[] ofAJob() {
            return in(JOB);
        }

        private byte[] in(int group) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(SUCCESS);
            all.write(group);
            all.writeBytes(bytes.toByteArray());
            all.write(END);
            return all.toByteArray();
        }
    }
}
