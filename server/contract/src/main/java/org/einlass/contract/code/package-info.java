/**
 * What attendees bring and badges carry: codes made, read and checked, and what a device may keep of them.
 */
@NullMarked
package org.einlass.contract.code;

import org.jspecify.annotations.NullMarked;
