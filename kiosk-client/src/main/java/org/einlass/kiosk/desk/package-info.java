/**
 * What staff see and do at a desk, without Swing: whom a search finds, the person who stands there, what was done
 * last and how it is taken back.
 */
@NullMarked
package org.einlass.kiosk.desk;

import org.jspecify.annotations.NullMarked;
