/** The team's corner, in the same place on every screen: signs for the team, and words behind its PIN. */
@NullMarked
package org.einlass.kiosk.screen.team;

import org.jspecify.annotations.NullMarked;
