/** What happens to backups outside the server: where they go, how one is checked, and how one is restored. */
@NullMarked
package org.einlass.launcher.backup;

import org.jspecify.annotations.NullMarked;
