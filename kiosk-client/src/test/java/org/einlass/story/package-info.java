/**
 * The product told as stories: the real server, real kiosks, photographs of real tickets, badges read back.
 */
@NullMarked
package org.einlass.story;

import org.jspecify.annotations.NullMarked;
