/**
 * What each request passes on its way to its resource: who sends it, whether that one may, how much is taken.
 */
@NullMarked
package org.einlass.server.rest.filter;

import org.jspecify.annotations.NullMarked;
