/** The pages about what devices reported. */
@NullMarked
package org.einlass.server.console.journal;

import org.jspecify.annotations.NullMarked;
