/** Signs that show people the way: above boxes of badges, to kiosks, for the wireless network. */
@NullMarked
package org.einlass.reports.sign;

import org.jspecify.annotations.NullMarked;
