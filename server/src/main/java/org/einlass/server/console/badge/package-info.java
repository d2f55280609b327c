/** The console's pages about badges. */
@NullMarked
package org.einlass.server.console.badge;

import org.jspecify.annotations.NullMarked;
