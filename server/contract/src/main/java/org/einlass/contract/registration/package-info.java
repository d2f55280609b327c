/**
 * Who is registered: the attendee's name apart in its fields, what the badge shows, where the registration
 * stands.
 */
@NullMarked
package org.einlass.contract.registration;

import org.jspecify.annotations.NullMarked;
