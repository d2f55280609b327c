/** The server as a whole: which parts it is put together from. */
@NullMarked
package org.einlass.server;

import org.jspecify.annotations.NullMarked;
