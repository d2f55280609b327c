/** The file format of a backup, which the server writes and the launcher reads: segments, faults, manifest. */
@NullMarked
package org.einlass.contract.backup;

import org.jspecify.annotations.NullMarked;
