package org.einlass.reports.statistics;

import java.util.Locale;

/** Figures as Germans write them: 1.234 and 56,7 %. */
final class GermanNumbers {

    private GermanNumbers() {}

    /** A count with points between thousands. */
    static String count(long number) {
        return String.format(Locale.GERMANY, "%,d", number);
    }

    /** A share as a percentage with one decimal and a no-break space. */
    static String percent(double share) {
        return decimal(share) + "\u00A0%";
    }

    /** A share times hundred with one decimal, for machines that read German numbers. */
    static String decimal(double share) {
        return String.format(Locale.GERMANY, "%.1f", share * 100);
    }
}
