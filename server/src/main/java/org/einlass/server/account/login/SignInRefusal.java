package org.einlass.server.account.login;

import org.einlass.contract.Wording;

/** Why somebody is not signed in, in words that tell a guesser nothing. */
public enum SignInRefusal {
    WRONG(
            new Wording("Name oder Passwort stimmt nicht.", "The name or the password is wrong."),
            new Wording(
                    "Bitte noch einmal versuchen, oder eine andere Person der Organisation um Hilfe bitten.",
                    "Try again, or ask another organiser for help.")),
    SECOND_FACTOR_MISSING(
            new Wording(
                    "Dazu gehört noch ein Code der Authenticator-App.",
                    "A code of the authenticator app is needed, too."),
            new Wording("Bitte den Code aus der App dazu eingeben.", "Give the app's code as well.")),
    SECOND_FACTOR_WRONG(
            new Wording(
                    "Dieser Code stimmt nicht, oder er wurde schon benutzt.",
                    "This code is wrong, or was used before."),
            new Wording(
                    "Bitte den nächsten Code der App nehmen und die Uhr des Telefons prüfen.",
                    "Take the app's next code, and check the phone's clock.")),
    THROTTLED(
            new Wording("Das waren zu viele Versuche.", "Those were too many attempts."),
            new Wording(
                    "Bitte die genannte Zeit warten und dann noch einmal versuchen.", "Wait as told, then try again.")),
    BUSY(
            new Wording("Gerade melden sich zu viele Menschen an.", "Too many people sign in at the moment."),
            new Wording("Bitte gleich noch einmal versuchen.", "Try again in a moment.")),
    LINK_INVALID(
            new Wording("Dieser Link gilt nicht oder nicht mehr.", "This link is not valid, or not any more."),
            new Wording(
                    "Bitte eine Person der Organisation um einen neuen bitten; auf dem Server macht reset-organiser einen.",
                    "Ask an organiser for a new one; on the server, the command reset-organiser makes one."));

    private final Wording sentence;
    private final Wording remedy;

    SignInRefusal(Wording sentence, Wording remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public Wording sentence() {
        return sentence;
    }

    public Wording remedy() {
        return remedy;
    }
}
