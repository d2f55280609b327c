/** How a use case says that it cannot be carried out, whoever asked for it and over whatever surface. */
@NullMarked
package org.einlass.server.rejection;

import org.jspecify.annotations.NullMarked;
