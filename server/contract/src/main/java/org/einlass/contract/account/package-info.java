/** What server and launcher agree on about the people who plan an event. */
@NullMarked
package org.einlass.contract.account;

import org.jspecify.annotations.NullMarked;
