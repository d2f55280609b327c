/** How easily other ticket systems' codes can be guessed. */
@NullMarked
package org.einlass.contract.grade;

import org.jspecify.annotations.NullMarked;
