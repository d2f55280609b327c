/**
 * Enrolled kiosks, desks and doors: their tokens, where they may scan, and what they must know before the
 * first scan.
 */
@NullMarked
package org.einlass.server.device;

import org.jspecify.annotations.NullMarked;
