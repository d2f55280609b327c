/** What guests say of themselves at a kiosk: it is journalled like everything else, and counts without a network, too. */
@NullMarked
package org.einlass.kiosk.guest;

import org.jspecify.annotations.NullMarked;
