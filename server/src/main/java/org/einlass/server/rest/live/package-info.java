/** The REST interface of the day of an event: how it is at this moment, and what somebody does about it. */
@NullMarked
package org.einlass.server.rest.live;

import org.jspecify.annotations.NullMarked;
