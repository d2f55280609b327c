/**
 * What a list says about who may come: the headings and words of ticket systems and offices, and what is
 * asked about.
 */
@NullMarked
package org.einlass.server.registration.imports.status;

import org.jspecify.annotations.NullMarked;
