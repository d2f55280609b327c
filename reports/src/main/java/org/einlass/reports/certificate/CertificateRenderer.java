package org.einlass.reports.certificate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.Template;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.PageElement;
import org.einlass.reports.page.PageFrame;
import org.einlass.reports.page.Picture;
import org.einlass.reports.page.QrCode;
import org.einlass.reports.typography.CleanText;
import org.jspecify.annotations.Nullable;

/** Sets certificates of attendance on A4, one a page. Immutable, for any thread. */
public final class CertificateRenderer {
    private static final Wording TITLE = new Wording("Teilnahmebescheinigung", "Certificate of attendance");
    private static final Wording DAY = new Wording("d. MMMM uuuu", "d MMMM uuuu");
    private static final PageFrame CODE = new PageFrame(0, 0, 156, 156);
    private static final PageFrame LOGO = new PageFrame(0, 0, 142, 54);
    private static final PageFrame SIGNATURE = new PageFrame(0, 0, 180, 44);

    private static final Map<String, Function<PrintedCertificate, @Nullable Object>> COLUMNS = Map.ofEntries(
            Map.entry("title", one -> TITLE.in(one.language())),
            Map.entry("intro", one -> say(one, "Hiermit wird bescheinigt, dass", "This is to certify that")),
            Map.entry("name", one -> CleanText.of(one.facts().name())),
            Map.entry("organisation", one -> CleanText.of(one.facts().organisation())),
            Map.entry("attended", CertificateRenderer::attended),
            Map.entry("event", one -> CleanText.of(one.facts().event())),
            Map.entry("days", CertificateRenderer::days),
            Map.entry("place", one -> CleanText.of(one.place())),
            Map.entry("issued", CertificateRenderer::issued),
            Map.entry("text", one -> CleanText.of(one.design().text())),
            Map.entry("sessions", CertificateRenderer::sessions),
            Map.entry("signature", CertificateRenderer::signatory),
            Map.entry(
                    "logo",
                    one -> photo(LOGO, one.design().logo(), say(one, "Logo des Veranstalters", "Organiser's logo"))),
            Map.entry(
                    "signed", one -> photo(SIGNATURE, one.design().signature(), say(one, "Unterschrift", "Signature"))),
            Map.entry("check", CertificateRenderer::check),
            Map.entry(
                    "code",
                    one -> QrCode.signed(
                            CODE,
                            one.code(),
                            say(
                                    one,
                                    "QR-Code mit den signierten Angaben dieser Bescheinigung",
                                    "QR code with the signed facts of this certificate"))));

    private final Template template = Template.named("certificate");

    /**
     * The pages of some certificates, in their order.
     *
     * @param certificates at least one, all in one language
     */
    public PrintedPages pages(List<PrintedCertificate> certificates) {
        PrintedCertificate first = certificates.get(0);
        String title = TITLE.in(first.language()) + ": "
                + CleanText.of(
                        certificates.size() == 1
                                ? first.facts().name()
                                : first.facts().event());
        return template.fill(Map.of(), certificates, COLUMNS, new DocumentMetadata(title, first.language()));
    }

    private static String attended(PrintedCertificate one) {
        boolean several = one.facts().days().size() > 1;
        return several
                ? say(one, "an den folgenden Tagen teilgenommen hat an:", "attended on the following days:")
                : say(one, "teilgenommen hat an:", "attended:");
    }

    private static String days(PrintedCertificate one) {
        return one.facts().days().stream().map(day -> day(one, day)).collect(Collectors.joining(" · "));
    }

    private static String issued(PrintedCertificate one) {
        AttendanceCertificate facts = one.facts();
        String by = one.organiser().isEmpty() ? "" : CleanText.of(one.organiser()) + ", ";
        return by + day(one, facts.issued());
    }

    private static String sessions(PrintedCertificate one) {
        List<String> sessions = one.facts().sessions();
        return sessions.isEmpty()
                ? ""
                : say(one, "Besucht: ", "Sessions attended: ") + CleanText.of(String.join(" \u00b7 ", sessions));
    }

    private static String signatory(PrintedCertificate one) {
        String named = CleanText.of(one.design().signatory());
        return named.isEmpty() ? say(one, "Unterschrift", "Signature") : named;
    }

    private static PageElement.@Nullable Photo photo(PageFrame frame, @Nullable Picture picture, String alternative) {
        return picture == null ? null : new PageElement.Photo(frame, alternative, picture);
    }

    private static String check(PrintedCertificate one) {
        return say(
                        one,
                        "Bescheinigt ist, dass die Person an diesen Tagen eingelassen wurde. Der Code enthält diese"
                                + " Angaben und eine Signatur (Ed25519); jedes Telefon kann ihn lesen. Geprüft wird er"
                                + " ohne Netz mit dem öffentlichen Schlüssel der Veranstaltung: ",
                        "It certifies that the person was let in on these days. The code holds these facts and a"
                                + " signature (Ed25519); any telephone can read it. It is verified offline with the"
                                + " event's public key: ")
                + one.fingerprint();
    }

    private static String day(PrintedCertificate one, LocalDate day) {
        Locale locale = one.language().getLanguage().equals("en") ? Locale.UK : Locale.GERMANY;
        return DateTimeFormatter.ofPattern(DAY.in(one.language()), locale).format(day);
    }

    private static String say(PrintedCertificate one, String german, String english) {
        return new Wording(german, english).in(one.language());
    }
}
