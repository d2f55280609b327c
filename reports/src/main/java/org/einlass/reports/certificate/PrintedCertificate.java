package org.einlass.reports.certificate;

import java.util.Locale;
import org.einlass.contract.certificate.AttendanceCertificate;

/**
 * A certificate of attendance to be printed.
 *
 * @param facts what it says
 * @param code the signed text of its QR code
 * @param organiser who issues it; may be empty
 * @param place where the event took place; may be empty
 * @param fingerprint of the key that verifies it
 * @param design what the organiser adds
 * @param language German or English
 */
public record PrintedCertificate(
        AttendanceCertificate facts,
        String code,
        String organiser,
        String place,
        String fingerprint,
        CertificateDesign design,
        Locale language) {}
