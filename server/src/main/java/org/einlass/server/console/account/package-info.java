/** The pages about those who work with this server: who may sign in, which programs may, and what they did. */
@NullMarked
package org.einlass.server.console.account;

import org.jspecify.annotations.NullMarked;
