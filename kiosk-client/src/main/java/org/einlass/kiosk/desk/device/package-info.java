/** What a desk has its device and its server do: the interfaces by which it touches them. */
@NullMarked
package org.einlass.kiosk.desk.device;

import org.jspecify.annotations.NullMarked;
