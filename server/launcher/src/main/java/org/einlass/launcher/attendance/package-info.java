/** Verifies certificates of attendance, without server and network. */
@NullMarked
package org.einlass.launcher.attendance;

import org.jspecify.annotations.NullMarked;
