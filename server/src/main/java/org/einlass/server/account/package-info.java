/** Who is asking: tokens, roles, and what each role may do. */
@NullMarked
package org.einlass.server.account;

import org.jspecify.annotations.NullMarked;
