/** Signs for the way to the badges, the kiosks and the wireless network. */
@NullMarked
package org.einlass.server.report.sign;

import org.jspecify.annotations.NullMarked;
