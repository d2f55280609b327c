/** The provisioned server under load, over real HTTP: figures, no tests. */
package org.einlass.server.load;
