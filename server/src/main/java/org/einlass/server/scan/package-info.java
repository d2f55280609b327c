/** Questions from doors: who holds the code, what is decided, and whether there is room. */
@NullMarked
package org.einlass.server.scan;

import org.jspecify.annotations.NullMarked;
