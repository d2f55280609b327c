/** The pages on which an event begins and is changed. */
@NullMarked
package org.einlass.server.console.event;

import org.jspecify.annotations.NullMarked;
