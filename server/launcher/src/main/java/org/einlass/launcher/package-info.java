/**
 * What must happen outside the war: starting, watching and stopping a server, and telling beforehand what is
 * missing.
 */
@NullMarked
package org.einlass.launcher;

import org.jspecify.annotations.NullMarked;
