package org.einlass.reports.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
    private static final AttendanceSigningKey.Pair KEYS = AttendanceSigningKey.next();
    private final CertificateRenderer renderer = new CertificateRenderer();

    /** A typical one. */
    static PrintedCertificate typical(Locale language) {
        return printed(
                "5. Thüringer E-Government-Kongress",
                "Prof. Dr. Jördis Müller-Lüdenscheidt",
                "Thüringer Finanzministerium",
                language,
                List.of(LocalDate.of(2025, 9, 16), LocalDate.of(2025, 9, 17)));
    }

    /** The longest texts that there can be. */
    static PrintedCertificate extreme() {
        return printed(
                "Gemeinsamer Kongress der Arbeitsgemeinschaften ".repeat(6),
                "Staatssekretärin Prof. Dr. Dr. h. c. Maria Theresia "
                        + "Wolfeschlegelsteinhausenbergerdorff-".repeat(6),
                "Arbeitsgemeinschaft der kommunalen Spitzenverbände für Verwaltungsdigitalisierung und".repeat(2),
                Locale.GERMAN,
                LocalDate.of(2025, 9, 16).datesUntil(LocalDate.of(2025, 9, 30)).toList());
    }

    private static PrintedCertificate printed(
            String event, String name, String organisation, Locale language, List<LocalDate> days) {
        AttendanceCertificate facts =
                new AttendanceCertificate(event, name, organisation, days, LocalDate.of(2025, 9, 18));
        return new PrintedCertificate(
                facts,
                facts.sign(KEYS.signing()),
                "Thüringer Finanzministerium und ITnet Thüringen e. V.",
                "Steigerwaldstadion, Mozartallee 3, 99096 Erfurt",
                KEYS.verification().fingerprint(),
                language);
    }

    @Test
    void theCodeIsReadFromThePaperAndVerified() {
        for (PrintedCertificate one : List.of(typical(Locale.GERMAN), extreme())) {
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
