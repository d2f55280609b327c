/** The desk's window: one search field, whom it finds, the person in full, and a key for each action. */
@NullMarked
package org.einlass.kiosk.screen.desk;

import org.jspecify.annotations.NullMarked;
