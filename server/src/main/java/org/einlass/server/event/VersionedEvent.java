package org.einlass.server.event;

/**
 * An event as it stood at some moment.
 *
 * @param version counted up with each change; whoever changes the event says which version they saw
 */
public record VersionedEvent(EventDocument document, long version) {}
