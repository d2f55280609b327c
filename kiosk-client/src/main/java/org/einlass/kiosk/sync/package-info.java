/**
 * The way between this device and the server: questions, reports, door sheet and roster over HTTP, whatever
 * answers.
 */
@NullMarked
package org.einlass.kiosk.sync;

import org.jspecify.annotations.NullMarked;
