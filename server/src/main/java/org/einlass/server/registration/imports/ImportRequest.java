package org.einlass.server.registration.imports;

import org.einlass.server.registration.imports.list.ListRequest;

/**
 * How a list is to be imported.
 *
 * @param dryRun whether to say only what would happen
 */
public record ImportRequest(boolean dryRun, ListRequest list) {}
