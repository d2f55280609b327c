package org.einlass.reports.certificate;

import org.einlass.reports.page.Picture;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser adds to certificates of attendance.
 *
 * @param text of the organiser's own, below what is certified; may be empty
 * @param signatory name and office below the line of the signature; may be empty
 * @param logo at the top right; absent where there is none
 * @param signature picture of a signature on the line; absent where it is signed by hand
 */
public record CertificateDesign(
        String text,
        String signatory,
        @Nullable Picture logo,
        @Nullable Picture signature) {

    /** Nothing of the organiser's own. */
    public static final CertificateDesign PLAIN = new CertificateDesign("", "", null, null);
}
