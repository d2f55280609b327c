/** What changed, in the order of its commits, and the whole state at one moment: how readers keep up. */
@NullMarked
package org.einlass.server.feed;

import org.jspecify.annotations.NullMarked;
