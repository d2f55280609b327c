package org.einlass.reports.badge;

/**
 * Why a layout cannot be used, and where.
 *
 * @param place in the layout, as a path: {@code blocks[1].fields[0].smallest}
 * @param german one sentence with the remedy
 * @param english one sentence with the remedy
 */
public record LayoutFault(String place, String german, String english) {}
