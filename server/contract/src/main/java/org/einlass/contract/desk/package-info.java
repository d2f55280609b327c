/**
 * What a staffed desk hears from the server, as long as it has one, beside what every device hears: what is to be
 * clarified, in words that people understand.
 */
@NullMarked
package org.einlass.contract.desk;

import org.jspecify.annotations.NullMarked;
