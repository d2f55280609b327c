/** How the server writes JSON. */
@NullMarked
package org.einlass.server.json;

import org.jspecify.annotations.NullMarked;
