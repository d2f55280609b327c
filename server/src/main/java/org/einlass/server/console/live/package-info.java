/** The pages of the day itself: how the event is at this moment, and what waits for somebody. */
@NullMarked
package org.einlass.server.console.live;

import org.jspecify.annotations.NullMarked;
