/** What a server does between its start and its first guest. */
@NullMarked
package org.einlass.server.startup;

import org.jspecify.annotations.NullMarked;
