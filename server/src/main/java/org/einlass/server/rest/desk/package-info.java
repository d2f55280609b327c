/** The part of the interface that people at desks use beside their journals. */
@NullMarked
package org.einlass.server.rest.desk;

import org.jspecify.annotations.NullMarked;
