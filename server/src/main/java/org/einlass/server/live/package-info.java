/** How an event is at this moment: who came, how full rooms are, how devices are, what waits for a person. */
@NullMarked
package org.einlass.server.live;

import org.jspecify.annotations.NullMarked;
