/** What a desk prints beside badges: lists and reports of the server, courses, cards, and the list for an emergency. */
@NullMarked
package org.einlass.kiosk.desk.paper;

import org.jspecify.annotations.NullMarked;
