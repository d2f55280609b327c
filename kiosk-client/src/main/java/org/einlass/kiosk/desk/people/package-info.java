/** Whom a desk knows: everybody of its roster by name, and whoever it registered itself. */
@NullMarked
package org.einlass.kiosk.desk.people;

import org.jspecify.annotations.NullMarked;
