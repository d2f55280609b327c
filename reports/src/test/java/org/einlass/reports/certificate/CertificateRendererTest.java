package org.einlass.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.einlass.reports.certificate.SampleCertificates.extreme;
import static org.einlass.reports.certificate.SampleCertificates.plain;
import static org.einlass.reports.certificate.SampleCertificates.typical;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.reports.PrintedPages;
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
