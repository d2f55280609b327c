package org.einlass.server.account;

/** Where somebody signed in; a login of one surface opens no other. */
public enum LoginSurface {
    /** The pages in a browser, which keep the secret in a cookie. */
    CONSOLE,
    /** The REST interface, which takes the secret as a bearer token. */
    API
}
