package org.einlass.server.report.certificate;

/** Which picture of an organiser stands on certificates of attendance. */
public enum CertificateImageKind {
    LOGO,
    SIGNATURE
}
