/** The audit trail: who did what when, by ids, added to and never changed. */
@NullMarked
package org.einlass.server.audit;

import org.jspecify.annotations.NullMarked;
