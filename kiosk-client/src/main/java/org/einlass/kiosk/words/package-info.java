/** What people read, from bundles in German and English. */
@NullMarked
package org.einlass.kiosk.words;

import org.jspecify.annotations.NullMarked;
