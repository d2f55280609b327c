/** Events as organisers plan them: programmes, categories, areas, doors and their rules. */
@NullMarked
package org.einlass.server.event;

import org.jspecify.annotations.NullMarked;
