/** Badges that are printed before their people come: the boxes, the runs and the sheets that lie in them. */
@NullMarked
package org.einlass.server.badge;

import org.jspecify.annotations.NullMarked;
