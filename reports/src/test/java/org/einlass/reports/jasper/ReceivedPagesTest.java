package org.einlass.reports.jasper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.einlass.reports.PrintedPages;
import org.junit.jupiter.api.Test;

/** Documents that came over the network, whole or not. */
final class ReceivedPagesTest {
    private static byte[] document() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.addPage(new PDPage(PDRectangle.A4));
            document.save(file);
        }
        return file.toByteArray();
    }

    @Test
    void saysHowManyPagesOfWhichSizeItHas() throws IOException {
        PrintedPages pages = ReceivedPages.of(document()).orElseThrow();

        assertThat(pages.count()).isEqualTo(2);
        assertThat(pages.pageable().getPageFormat(0).getWidth()).isCloseTo(595, within(1.0));
        assertThat(pages.turned().count()).isEqualTo(2);
        assertThat(pages.first().count()).isEqualTo(1);
    }

    @Test
    void whatIsNoWholePdfIsNone() throws IOException {
        byte[] whole = document();

        assertThat(ReceivedPages.of(new byte[0])).isEmpty();
        assertThat(ReceivedPages.of("<html>sign in</html>".getBytes(UTF_8))).isEmpty();
        assertThat(ReceivedPages.of(Arrays.copyOf(whole, 40))).isEmpty();
    }
}
