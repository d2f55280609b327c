package org.einlass.contract.helper;

import java.util.List;

/**
 * The helpers whose badges a device takes, as it may keep them on its disk: nobody's name or PIN can be read in them
 * without the badge.
 *
 * @param mark the same for the same rows; a device says which it has
 */
public record HelperRows(String mark, List<Row> rows) {
    public static final HelperRows NONE = new HelperRows("", List.of());

    public HelperRows {
        rows = List.copyOf(rows);
    }

    /**
     * One helper.
     *
     * @param lookup of the badge's code
     * @param sealed a {@link HelperPass} as JSON, sealed by the badge's code; Base64
     */
    public record Row(String lookup, String sealed) {}
}
