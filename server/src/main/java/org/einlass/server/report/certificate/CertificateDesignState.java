package org.einlass.server.report.certificate;

import org.einlass.contract.Wording;

/**
 * What is added to certificates of attendance, as organisers read it.
 *
 * @param logo whether there is one
 * @param signature whether there is a picture of one
 */
public record CertificateDesignState(
        Wording text, String signatory, boolean sessions, boolean logo, boolean signature) {
    static CertificateDesignState of(CertificateDesignTable.Row row) {
        return new CertificateDesignState(
                row.settings().text(),
                row.settings().signatory(),
                row.settings().sessions(),
                row.logo() != null,
                row.signature() != null);
    }
}
