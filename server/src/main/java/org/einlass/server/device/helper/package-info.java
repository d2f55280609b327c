/** Helpers: who may open desks and doors for a day by a badge and a PIN, and how devices know of them. */
@NullMarked
package org.einlass.server.device.helper;

import org.jspecify.annotations.NullMarked;
