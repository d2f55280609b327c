package org.einlass.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.page.Picture;
import org.einlass.reports.proof.QrReader;
import org.einlass.reports.proof.ReadBack;
import org.einlass.reports.proof.VeraPdf;
import org.junit.jupiter.api.Test;

class CertificateRendererTest {
    private static final AttendanceSigningKey.Pair KEYS = AttendanceSigningKey.next();
    private static final CertificateDesign DESIGN = new CertificateDesign(
            "Der Kongress ist als Fortbildung im Umfang von 12 Stunden anerkannt.",
            "Dr. Renate Beispiel, Staatssekretärin",
            picture(600, 200),
            picture(500, 160));

    private final CertificateRenderer renderer = new CertificateRenderer();

    /** A typical one. */
    static PrintedCertificate typical(Locale language) {
        return printed(
                "5. Thüringer E-Government-Kongress",
                "Prof. Dr. Jördis Müller-Lüdenscheidt",
                "Thüringer Finanzministerium",
                language,
                List.of(LocalDate.of(2025, 9, 16), LocalDate.of(2025, 9, 17)),
                List.of("Registermodernisierung in der Praxis", "Workshop: Akten ohne Papier"),
                DESIGN);
    }

    /** The longest texts that there can be. */
    static PrintedCertificate extreme() {
        return printed(
                "Gemeinsamer Kongress der Arbeitsgemeinschaften ".repeat(6),
                "Staatssekretärin Prof. Dr. Dr. h. c. Maria Theresia "
                        + "Wolfeschlegelsteinhausenbergerdorff-".repeat(6),
                "Arbeitsgemeinschaft der kommunalen Spitzenverbände für Verwaltungsdigitalisierung und".repeat(2),
                Locale.GERMAN,
                LocalDate.of(2025, 9, 16).datesUntil(LocalDate.of(2025, 9, 30)).toList(),
                Collections.nCopies(12, "Datenschutzgrundverordnungskonforme Verwaltungsdigitalisierung im Land"),
                new CertificateDesign(
                        "Der Kongress ist als Fortbildung im Umfang von 12 Stunden anerkannt. ".repeat(9),
                        "Staatssekretärin Prof. Dr. Maria Theresia von und zu Wolfeschlegelsteinhausen, Vorstand",
                        picture(1600, 200),
                        picture(300, 900)));
    }

    /** Nothing of the organiser's own. */
    static PrintedCertificate plain() {
        return printed(
                "Kongress",
                "Eva Schmidt",
                "",
                Locale.GERMAN,
                List.of(LocalDate.of(2025, 9, 16)),
                List.of(),
                CertificateDesign.PLAIN);
    }

    private static PrintedCertificate printed(
            String event,
            String name,
            String organisation,
            Locale language,
            List<LocalDate> days,
            List<String> sessions,
            CertificateDesign design) {
        AttendanceCertificate facts =
                new AttendanceCertificate(event, name, organisation, days, sessions, LocalDate.of(2025, 9, 18));
        return new PrintedCertificate(
                facts,
                facts.sign(KEYS.signing()),
                "Thüringer Finanzministerium und ITnet Thüringen e. V.",
                "Steigerwaldstadion, Mozartallee 3, 99096 Erfurt",
                KEYS.verification().fingerprint(),
                design,
                language);
    }

    private static Picture picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x1f4e79));
        pen.setStroke(new BasicStroke(Math.min(width, height) / 12f));
        pen.drawOval(width / 10, height / 10, width * 8 / 10, height * 8 / 10);
        pen.drawLine(0, height, width, 0);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Picture.read(file.toByteArray()).orElseThrow();
    }

    @Test
    void theCodeIsReadFromThePaperAndVerified() {
        for (PrintedCertificate one : List.of(typical(Locale.GERMAN), plain(), extreme())) {
            PrintedPages pages = renderer.pages(List.of(one));

            String read = QrReader.read(ReadBack.render(pages.pdf(), 0, 300)).orElseThrow();

            assertThat(AttendanceCertificate.verified(read, KEYS.verification()))
                    .contains(one.facts());
        }
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
