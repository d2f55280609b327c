/** What makes a server ready sooner. */
@NullMarked
package org.einlass.launcher.startup;

import org.jspecify.annotations.NullMarked;
