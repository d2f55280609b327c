/**
 * One-page instructions for the people who work at an event: courses, cards, practice tickets, the list to
 * tick by hand.
 */
@NullMarked
package org.einlass.reports.guide;

import org.jspecify.annotations.NullMarked;
