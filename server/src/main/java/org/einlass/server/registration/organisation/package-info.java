/** Other spellings of organisations, reviewed by an organiser, so that figures count them as one. */
@NullMarked
package org.einlass.server.registration.organisation;

import org.jspecify.annotations.NullMarked;
