package org.einlass.reports.sign;

/**
 * One sign, a page of its own. Texts may be empty where there is nothing to say.
 *
 * @param event the event's title, small at the top
 * @param head what the sign is about: "Schalter / Counter"
 * @param big what is read from afar: "1", or a short word
 * @param second what is read next: "A–F"
 * @param text some sentences, at reading size
 * @param arrow where to go
 * @param code what a code says that a phone reads; empty for none
 */
public record Sign(String event, String head, String big, String second, String text, SignArrow arrow, String code) {}
