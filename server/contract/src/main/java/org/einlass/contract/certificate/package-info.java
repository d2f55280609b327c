/** Certificates of attendance: what they say, and how that is signed and verified without any server. */
@NullMarked
package org.einlass.contract.certificate;

import org.jspecify.annotations.NullMarked;
