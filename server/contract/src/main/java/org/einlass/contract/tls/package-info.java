/** How a device knows its server by the server's key, whatever dates and names say. */
@NullMarked
package org.einlass.contract.tls;

import org.jspecify.annotations.NullMarked;
