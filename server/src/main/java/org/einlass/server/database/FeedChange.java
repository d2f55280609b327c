package org.einlass.server.database;

import org.einlass.contract.id.EventId;

/**
 * Something that readers of the feed should fetch again.
 *
 * @param kind what changed: {@code registration}, {@code door}, {@code passage}, ...
 * @param key its id
 * @param version of the state after the change, as its table counts
 */
public record FeedChange(EventId event, String kind, String key, long version) {}
