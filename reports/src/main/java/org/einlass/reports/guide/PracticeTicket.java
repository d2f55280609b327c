package org.einlass.reports.guide;

/**
 * A ticket to practise with.
 *
 * @param name of an invented person
 * @param organisation of an invented house
 * @param code what the QR code says
 */
public record PracticeTicket(String name, String organisation, String code) {}
