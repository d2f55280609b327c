/**
 * The event's own certificates: made, kept and renewed in the folder keys, and handed to the server at each
 * start.
 */
@NullMarked
package org.einlass.launcher.tls;

import org.jspecify.annotations.NullMarked;
