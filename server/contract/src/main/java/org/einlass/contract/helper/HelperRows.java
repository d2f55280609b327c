package org.einlass.contract.helper;

import java.util.List;

/**
 * The helpers whose badges a device takes, as it may keep them on its disk: nobody's name or PIN can be read in them
 * without the badge.
 *
 * @param mark the same for the same content; a device says which it has
 * @param badgesOnly whether only badges open the device, also where none is good any more: the event has taken in a
 *     helper for such devices at some time; false from a server that says nothing of it
 */
public record HelperRows(String mark, List<Row> rows, boolean badgesOnly) {
    public static final HelperRows NONE = new HelperRows("", List.of(), false);

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
