/** Where everything is kept: SQLite or PostgreSQL, one writer with group commit, readers beside it. */
@NullMarked
package org.einlass.server.database;

import org.jspecify.annotations.NullMarked;
