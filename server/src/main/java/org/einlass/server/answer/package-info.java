/** What the server said to scans, once and for ever, and the claims that its admissions hold: tables only. */
@NullMarked
package org.einlass.server.answer;

import org.jspecify.annotations.NullMarked;
