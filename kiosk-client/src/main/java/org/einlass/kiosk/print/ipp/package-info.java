/** Speaks with printers and CUPS by the Internet Printing Protocol (RFC 8010, RFC 8011). */
@NullMarked
package org.einlass.kiosk.print.ipp;

import org.jspecify.annotations.NullMarked;
