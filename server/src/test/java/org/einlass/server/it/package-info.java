/** The provisioned server, asked over HTTP, on a real database. */
package org.einlass.server.it;
