package org.einlass.reports.badge;

/**
 * A picture on a badge: the organiser's logo, or with a place as large as the badge its background.
 *
 * @param alternative what a listener hears; empty for mere ornament
 * @param picture PNG or JPEG in Base64
 */
public record Logo(Place place, String alternative, String picture) {}
