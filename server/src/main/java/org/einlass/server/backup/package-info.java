/** Backups of everything that a server must not lose: made, checked, encrypted, rotated, and how old the last one is. */
@NullMarked
package org.einlass.server.backup;

import org.jspecify.annotations.NullMarked;
