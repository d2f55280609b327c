/** Certificates of attendance: who gets one, what it says, and the keys that sign them. */
@NullMarked
package org.einlass.server.report.certificate;

import org.jspecify.annotations.NullMarked;
