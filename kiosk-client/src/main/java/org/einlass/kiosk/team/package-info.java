/** How the device is, for the team: what needs somebody, each with the sentence that says what to do. */
@NullMarked
package org.einlass.kiosk.team;

import org.jspecify.annotations.NullMarked;
