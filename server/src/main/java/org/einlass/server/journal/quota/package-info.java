/** How much each device may report, who is over that and waits, and who is blocked. */
@NullMarked
package org.einlass.server.journal.quota;

import org.jspecify.annotations.NullMarked;
