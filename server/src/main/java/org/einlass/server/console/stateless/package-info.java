/** Pages that everybody may open: the server keeps nothing of them between two requests. */
@NullMarked
package org.einlass.server.console.stateless;

import org.jspecify.annotations.NullMarked;
