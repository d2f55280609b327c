/** What a person has to clarify, as people read it: conflicts, gaps, copied disks, dangling references. */
@NullMarked
package org.einlass.server.presence.clarification;

import org.jspecify.annotations.NullMarked;
