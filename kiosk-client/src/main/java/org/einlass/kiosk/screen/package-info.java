/**
 * What guests see and touch: one full-screen window that shows one scene at a time, in German and English.
 */
@NullMarked
package org.einlass.kiosk.screen;

import org.jspecify.annotations.NullMarked;
