package org.einlass.kiosk.sync;

/** The token that a device shows with every request. Any thread may ask. */
public interface BearerToken {

    /** The token of this moment; a secret. */
    String text();

    /** The server did not take it. Returns at once. */
    void refused();

    /** A token that stands in the settings, and stays. */
    static BearerToken fixed(String token) {
        return new BearerToken() {
            @Override
            public String text() {
                return token;
            }

            @Override
            public void refused() {
                // A person has to write another one into the settings.
            }
        };
    }
}
