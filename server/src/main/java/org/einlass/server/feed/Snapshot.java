package org.einlass.server.feed;

import java.nio.file.Path;

/**
 * The state of an event at one moment, as an immutable file that is fetched by range and installed after its checksum.
 *
 * @param file lines of JSON
 * @param sha256 of the file, hexadecimal
 * @param cursor where the feed goes on from this state
 */
public record Snapshot(Path file, String sha256, Cursor cursor) {}
