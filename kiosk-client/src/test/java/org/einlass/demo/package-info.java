/** The demo: a model congress with invented people, played through the real server and the real kiosk. */
@NullMarked
package org.einlass.demo;

import org.jspecify.annotations.NullMarked;
