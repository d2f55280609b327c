package org.einlass.reports.certificate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.contract.certificate.AttendanceSigningKey;
import org.einlass.reports.page.Picture;

/** Certificates of invented people for tests and specimens, signed with a key of their own. */
public final class SampleCertificates {
    public static final AttendanceSigningKey.Pair KEYS = AttendanceSigningKey.next();
    private static final CertificateDesign DESIGN = new CertificateDesign(
            "Der Kongress ist als Fortbildung im Umfang von 12 Stunden anerkannt.",
            "Dr. Renate Beispiel, Staatssekretärin",
            picture(600, 200),
            picture(500, 160));

    private SampleCertificates() {}

    /** A typical one. */
    public static PrintedCertificate typical(Locale language) {
        return printed(
                "5. Thüringer E-Government-Kongress",
                "Prof. Dr. Jördis Müller-Lüdenscheidt",
                "Thüringer Finanzministerium",
                language,
                List.of(LocalDate.of(2025, 9, 16), LocalDate.of(2025, 9, 17)),
                List.of("Registermodernisierung in der Praxis", "Workshop: Akten ohne Papier"),
                DESIGN);
    }

    public static PrintedCertificate extreme() {
        return extreme(Locale.GERMAN);
    }

    /** The longest texts that there can be. */
    public static PrintedCertificate extreme(Locale language) {
        return printed(
                "Gemeinsamer Kongress der Arbeitsgemeinschaften ".repeat(6),
                "Staatssekretärin Prof. Dr. Dr. h. c. Maria Theresia "
                        + "Wolfeschlegelsteinhausenbergerdorff-".repeat(6),
                "Arbeitsgemeinschaft der kommunalen Spitzenverbände für Verwaltungsdigitalisierung und".repeat(2),
                language,
                LocalDate.of(2025, 9, 16).datesUntil(LocalDate.of(2025, 9, 30)).toList(),
                Collections.nCopies(12, "Datenschutzgrundverordnungskonforme Verwaltungsdigitalisierung im Land"),
                new CertificateDesign(
                        "Der Kongress ist als Fortbildung im Umfang von 12 Stunden anerkannt. ".repeat(9),
                        "Staatssekretärin Prof. Dr. Maria Theresia von und zu Wolfeschlegelsteinhausen, Vorstand",
                        picture(1600, 200),
                        picture(300, 900)));
    }

    /** Nothing of the organiser's own. */
    public static PrintedCertificate plain() {
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
}
