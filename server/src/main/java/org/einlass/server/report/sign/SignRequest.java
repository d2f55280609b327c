package org.einlass.server.report.sign;

import org.einlass.reports.sign.SignArrow;
import org.einlass.reports.sign.SignPaper;
import org.jspecify.annotations.Nullable;

/**
 * Which signs are wanted.
 *
 * @param paper A4 where nothing is said
 * @param arrow none where nothing is said
 * @param network name of the wireless network, for {@link Kind#WIFI}
 * @param password its password; absent for an open network
 * @param text the notice, for {@link Kind#NOTICE}
 */
public record SignRequest(
        Kind kind,
        @Nullable SignPaper paper,
        @Nullable SignArrow arrow,
        @Nullable String network,
        @Nullable String password,
        @Nullable String text) {

    /** What a sign is for. */
    public enum Kind {
        /** One above each box of badges. */
        BOXES,
        KIOSK,
        WIFI,
        /** The privacy notice, in the organiser's words. */
        NOTICE
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "signs of kind " + kind;
    }
}
