/** How people prove who they are: passwords, sign-in, and what slows down whoever guesses. */
@NullMarked
package org.einlass.server.account.login;

import org.jspecify.annotations.NullMarked;
