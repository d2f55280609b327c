package org.einlass.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.reports.certificate.SampleCertificates.extreme;
import static org.einlass.reports.certificate.SampleCertificates.plain;
import static org.einlass.reports.certificate.SampleCertificates.typical;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.page.QrPhoto;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;

class CertificateRendererTest {
    private static final AttendanceSigningKey.Pair KEYS = SampleCertificates.KEYS;

    private final CertificateRenderer renderer = new CertificateRenderer();

    @Test
    void theCodeIsReadFromThePaperAndVerified() {
        for (PrintedCertificate one : List.of(typical(Locale.GERMAN), plain(), extreme())) {
            PrintedPages pages = renderer.pages(List.of(one));

            String read = QrReader.read(ReadBack.render(pages.pdf(), 0, 300)).orElseThrow();

            assertThat(AttendanceCertificate.verified(read, KEYS.verification()))
                    .contains(one.facts());
        }
    }

    /** A page on a dark table, held askew, in poor light, as a telephone's JPEG. */
    @Test
    void theCodeIsReadFromAPhotograph() throws IOException {
        PrintedCertificate one = typical(Locale.GERMAN);
        BufferedImage page = ReadBack.render(renderer.pages(List.of(one)).pdf(), 0, 200);
        for (double degrees : new double[] {-6, 3, 90, 176}) {
            byte[] jpeg = photographed(page, degrees);

            assertThat(QrPhoto.code(jpeg).flatMap(text -> AttendanceCertificate.verified(text, KEYS.verification())))
                    .as("turned by " + degrees)
                    .contains(one.facts());
        }
    }

    private static byte[] photographed(BufferedImage page, double degrees) throws IOException {
        int side = 3000;
        BufferedImage photograph = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photograph.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x3A2F28), side, side, new Color(0x6B5A4C)));
        pen.fillRect(0, 0, side, side);
        pen.translate(side / 2.0, side / 2.0);
        pen.rotate(Math.toRadians(degrees));
        pen.shear(0.03, 0.02);
        pen.drawImage(page, -page.getWidth() / 2, -page.getHeight() / 2, null);
        pen.setTransform(new AffineTransform());
        pen.setPaint(new GradientPaint(0, 0, new Color(0, 0, 0, 10), side, side, new Color(0, 0, 0, 110)));
        pen.fillRect(0, 0, side, side);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(photograph, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    @Test
    void saysWhatIsCertifiedInOneLanguage() {
        String german =
                ReadBack.text(renderer.pages(List.of(typical(Locale.GERMAN))).pdf());
        String english =
                ReadBack.text(renderer.pages(List.of(typical(Locale.ENGLISH))).pdf());

        assertThat(german)
                .contains("Teilnahmebescheinigung")
                .contains("16. September 2025 · 17. September 2025")
                .contains(KEYS.verification().fingerprint());
        assertThat(english).contains("Certificate of attendance").doesNotContain("bescheinigt");
    }

    @Test
    void carriesTheOrganisersTextSignatoryAndSessions() {
        assertThat(ReadBack.text(renderer.pages(List.of(typical(Locale.GERMAN))).pdf()))
                .contains("Fortbildung im Umfang von 12 Stunden")
                .contains("Dr. Renate Beispiel")
                .contains("Besucht: Registermodernisierung in der Praxis · Workshop: Akten ohne Papier");
        assertThat(ReadBack.text(renderer.pages(List.of(plain())).pdf()))
                .contains("Unterschrift")
                .doesNotContain("Besucht");
    }

    @Test
    void aPictureLiesInTheFileOnce() {
        String file = new String(
                renderer.pages(Collections.nCopies(20, typical(Locale.GERMAN))).pdf(), StandardCharsets.ISO_8859_1);

        assertThat(file.split("/Subtype/Image", -1))
                .as("a logo and a signature")
                .hasSize(1 + 2);
    }

    @Test
    void certificatesAreFitForArchivesAndScreenReadersOneAPage() {
        assertThat(VeraPdf.findings(renderer.pages(List.of(extreme())).pdf())).isEmpty();
        assertThat(ReadBack.text(renderer.pages(List.of(extreme())).pdf()))
                .contains("29. September 2025")
                .contains("Wolfeschlegelsteinhausenbergerdorff-".repeat(2));
        PrintedPages many = renderer.pages(Collections.nCopies(3, typical(Locale.ENGLISH)));

        assertThat(many.count()).isEqualTo(3);
        assertThat(VeraPdf.findings(many.pdf())).isEmpty();
    }
}
