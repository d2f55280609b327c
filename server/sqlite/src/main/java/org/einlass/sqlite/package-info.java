/**
 * How a SQLite file is opened, kept durable, checked and repaired: the same on the server and on every
 * device.
 */
@NullMarked
package org.einlass.sqlite;

import org.jspecify.annotations.NullMarked;
