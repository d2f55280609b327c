package org.einlass.server.backup;

import java.time.Instant;

/**
 * A backup that was read back and compared before it got its name.
 *
 * @param name the name of its file in the folder of backups
 * @param madeAt when its copy of the database was begun
 * @param bytes the length of the file
 */
public record Backup(String name, Instant madeAt, long bytes) {}
