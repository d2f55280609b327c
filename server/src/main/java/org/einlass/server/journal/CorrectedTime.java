package org.einlass.server.journal;

/**
 * When an entry was made, by the server's clock.
 *
 * @param at UTC milliseconds
 * @param uncertainty milliseconds either way
 * @param sure false where the boot had no contact that anybody knows of
 */
record CorrectedTime(long at, long uncertainty, boolean sure) {}
