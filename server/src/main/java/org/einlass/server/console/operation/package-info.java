/** Pages for whoever runs the server: how the backups stand. */
@NullMarked
package org.einlass.server.console.operation;

import org.jspecify.annotations.NullMarked;
