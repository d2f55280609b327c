/** What the build does before it provisions the server. */
package org.einlass.server.provision;
