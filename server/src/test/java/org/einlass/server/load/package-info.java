/** The provisioned server under load, over real HTTP: figures, and what several servers keep. */
package org.einlass.server.load;
