/** How this server is: store, queue, disk, backups, certificate, clock, devices; a sentence and a remedy each. */
@NullMarked
package org.einlass.server.health;

import org.jspecify.annotations.NullMarked;
