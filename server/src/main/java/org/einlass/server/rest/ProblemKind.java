package org.einlass.server.rest;

import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Problem;

/** The kinds of problem that the interface answers with; their names are stable, devices and scripts rely on them. */
public enum ProblemKind {
    NOT_FOUND(
            404,
            "Nothing here",
            new Wording("Unter dieser Adresse gibt es nichts.", "There is nothing at this address."),
            new Wording("Bitte die Adresse mit /openapi vergleichen.", "Compare the address with /openapi.")),
    UNKNOWN_EVENT(
            404,
            "Unknown event",
            new Wording("Diese Veranstaltung gibt es hier nicht.", "There is no such event here."),
            new Wording(
                    "Bitte die Kennung in der Adresse prüfen oder die Veranstaltung zuerst anlegen.",
                    "Check the id in the address or create the event first.")),
    UNKNOWN_DOOR(
            404,
            "Unknown door",
            new Wording("Diese Tür gibt es in der Veranstaltung nicht.", "The event has no such door."),
            new Wording("Bitte die Kennung mit der Veranstaltung vergleichen.", "Compare the id with the event.")),
    UNKNOWN_DEVICE(
            404,
            "Unknown device",
            new Wording("Dieses Gerät gibt es in der Veranstaltung nicht.", "The event has no such device."),
            new Wording("Bitte die Kennung prüfen.", "Check the id.")),
    UNKNOWN_WIPE(
            404,
            "Unknown wipe",
            new Wording("Für dieses Gerät wurde kein solches Löschen angeordnet.", "No such wipe was ordered."),
            new Wording("Bitte die Kennung der Anordnung prüfen.", "Check the order's id.")),
    UNKNOWN_REGISTRATION(
            404,
            "Unknown registration",
            new Wording("Diese Anmeldung gibt es in der Veranstaltung nicht.", "The event has no such registration."),
            new Wording(
                    "Bitte die Kennung mit der Liste der Anmeldungen vergleichen.",
                    "Compare the id with the list of registrations.")),
    UNKNOWN_IMPORT(
            404,
            "Unknown import",
            new Wording("Diesen Import gibt es in der Veranstaltung nicht.", "The event has no such import."),
            new Wording(
                    "Bitte die Kennung mit der Liste der Importe vergleichen.",
                    "Compare the id with the list of imports.")),
    UNKNOWN_FILE(
            404,
            "Unknown file",
            new Wording("Diese Datei hält der Server nicht mehr.", "The server does not hold this file any more."),
            new Wording("Bitte nach der neuesten fragen.", "Ask for the newest one.")),
    UNKNOWN_INCARNATION(
            410,
            "Unknown incarnation",
            new Wording("Der Server wurde inzwischen wiederhergestellt.", "The server was restored since."),
            new Wording(
                    "Bitte alles neu laden und das ganze Journal noch einmal melden.",
                    "Fetch everything anew and report the whole journal again.")),
    BEYOND_THE_END(
            416,
            "Beyond the end",
            new Wording("So lang ist diese Datei nicht.", "This file is not that long."),
            new Wording("Bitte die angekündigte Länge beachten.", "Mind the length that was announced.")),
    MALFORMED_JSON(
            400,
            "Malformed JSON",
            new Wording("Der Inhalt ist kein gültiges JSON.", "The body is not valid JSON."),
            new Wording("Bitte die genannte Stelle berichtigen.", "Correct the place named.")),
    BAD_VALUE(
            400,
            "Bad value",
            new Wording("Ein Wert passt nicht.", "A value does not fit."),
            new Wording("Bitte die genannte Stelle berichtigen.", "Correct the place named.")),
    EMPTY_BODY(
            400,
            "Empty body",
            new Wording("Die Anfrage hat keinen Inhalt.", "The request has no body."),
            new Wording("Bitte den Inhalt mitsenden.", "Send the content along.")),
    BAD_FILE(
            422,
            "Unreadable file",
            new Wording("Diese Datei lässt sich nicht lesen.", "This file cannot be read."),
            new Wording("Bitte eine CSV-Datei mit Kopfzeile senden.", "Send a CSV file with a heading line.")),
    NOT_SIGNED_IN(
            401,
            "Not signed in",
            new Wording(
                    "Ohne gültiges Token geht das nicht, oder es wurde widerrufen.",
                    "This needs a valid token; there is none, or it was revoked."),
            new Wording(
                    "Bitte das Token im Kopf mitsenden: Authorization: Bearer ...",
                    "Send the token in the header: Authorization: Bearer ...")),
    NOT_ALLOWED(
            403,
            "Not allowed",
            new Wording("Dieses Token darf das nicht.", "This token may not do that."),
            new Wording(
                    "Bitte ein Token mit der nötigen Rolle und für diese Veranstaltung benutzen.",
                    "Use a token with the role it needs and for this event.")),
    DEVICE_REVOKED(
            403,
            "Device revoked",
            new Wording(
                    "Dieses Gerät wurde von der Veranstaltung abgemeldet.",
                    "This device was withdrawn from the event."),
            new Wording(
                    "Bitte das Gerät neu anmelden und sein neues Token in die Einstellungen eintragen.",
                    "Enrol the device anew and write its new token into its settings.")),
    DEVICE_WIPED(
            403,
            "Device wiped",
            new Wording(
                    "Für dieses Gerät wurde das Löschen angeordnet.", "The organiser ordered this device to be wiped."),
            new Wording(
                    "Bitte das Gerät neu anmelden und sein neues Token in die Einstellungen eintragen.",
                    "Enrol the device anew and write its new token into its settings.")),
    WRONG_METHOD(
            405,
            "Wrong method",
            new Wording("Diese Adresse kennt diese Methode nicht.", "This address does not know this method."),
            new Wording("Bitte die Methode mit /openapi vergleichen.", "Compare the method with /openapi.")),
    NOT_ACCEPTABLE(
            406,
            "Not acceptable",
            new Wording("Diese Adresse liefert die verlangte Art nicht.", "This address does not deliver that type."),
            new Wording("Bitte den Kopf Accept weglassen.", "Leave out the header Accept.")),
    WRONG_MEDIA_TYPE(
            415,
            "Wrong media type",
            new Wording("Diese Art von Inhalt nimmt diese Adresse nicht an.", "This address does not take this type."),
            new Wording(
                    "Bitte den Kopf Content-Type mit /openapi vergleichen.",
                    "Compare the header Content-Type with /openapi.")),
    TOO_LARGE(
            413,
            "Too large",
            new Wording("Der Inhalt ist zu groß.", "The body is too large."),
            new Wording("Bitte ihn in kleineren Teilen senden.", "Send it in smaller parts.")),
    CONFLICT(
            409,
            "Conflict",
            new Wording("Das widerspricht dem, was schon da ist.", "This is at odds with what is there already."),
            new Wording("Bitte den heutigen Stand laden und neu ändern.", "Load what is there now and change that.")),
    UNANSWERED(
            409,
            "Unanswered question",
            new Wording("Vorher ist eine Frage zu beantworten.", "A question has to be answered first."),
            new Wording("Bitte die Antwort mitsenden.", "Send the answer along.")),
    OVERLOADED(
            429,
            "Overloaded",
            new Wording("Der Server ist gerade ausgelastet.", "The server is busy at the moment."),
            new Wording("Bitte gleich noch einmal versuchen.", "Try again in a moment.")),
    BROKEN(
            500,
            "Internal problem",
            new Wording("Im Server ist etwas schiefgegangen.", "Something went wrong in the server."),
            new Wording(
                    "Bitte noch einmal versuchen; der Grund steht im Protokoll des Servers.",
                    "Try again; the reason is in the server's log.")),
    STORE_UNAVAILABLE(
            503,
            "Store unavailable",
            new Wording("Die Datenbank ist gerade nicht benutzbar.", "The database cannot be used at the moment."),
            new Wording(
                    "Geräte entscheiden solange selbst; bitte die Platte des Servers prüfen.",
                    "Devices decide alone meanwhile; check the server's disk."));

    private final int status;
    private final String title;
    private final Wording sentence;
    private final Wording remedy;

    ProblemKind(int status, String title, Wording sentence, Wording remedy) {
        this.status = status;
        this.title = title;
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public int status() {
        return status;
    }

    public Wording sentence() {
        return sentence;
    }

    public Wording remedy() {
        return remedy;
    }

    Problem in(Locale locale, Wording sentence, Wording remedy) {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(name, title, status, sentence.in(locale), remedy.in(locale));
    }
}
