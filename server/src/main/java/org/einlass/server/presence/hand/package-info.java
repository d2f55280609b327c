/** What people at the console and on phones write into the journal by hand: who is here, and how full rooms are. */
@NullMarked
package org.einlass.server.presence.hand;

import org.jspecify.annotations.NullMarked;
