/** How much memory the server gets of the machine. */
@NullMarked
package org.einlass.launcher.memory;

import org.jspecify.annotations.NullMarked;
