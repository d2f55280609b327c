package org.einlass.server.rest.problem;

import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.Problem;
import org.einlass.server.rejection.RejectionReason;

/**
 * The kinds of problem that the interface answers with; their names are stable, devices and scripts rely on
 * them.
 */
public enum ProblemKind {
    NOT_FOUND(
            404,
            "Nothing here",
            new Wording("Unter dieser Adresse gibt es nichts.", "There is nothing at this address."),
            new Wording("Bitte die Adresse mit /openapi vergleichen.", "Compare the address with /openapi.")),
    UNKNOWN_EVENT(404, "Unknown event", RejectionReason.UNKNOWN_EVENT),
    UNKNOWN_DOOR(404, "Unknown door", RejectionReason.UNKNOWN_DOOR),
    UNKNOWN_DEVICE(404, "Unknown device", RejectionReason.UNKNOWN_DEVICE),
    UNKNOWN_WIPE(404, "Unknown wipe", RejectionReason.UNKNOWN_WIPE),
    UNKNOWN_PERSON(404, "Unknown person", RejectionReason.UNKNOWN_PERSON),
    UNKNOWN_TOKEN(404, "Unknown token", RejectionReason.UNKNOWN_TOKEN),
    UNKNOWN_HELPER(404, "Unknown helper", RejectionReason.UNKNOWN_HELPER),
    UNKNOWN_IMPORT(404, "Unknown import", RejectionReason.UNKNOWN_IMPORT),
    UNKNOWN_ENTRY(404, "Unknown entry", RejectionReason.UNKNOWN_ENTRY),
    UNKNOWN_REGISTRATION(404, "Unknown registration", RejectionReason.UNKNOWN_REGISTRATION),
    UNKNOWN_ENROLMENT(404, "Unknown enrolment", RejectionReason.UNKNOWN_ENROLMENT),
    ENROLMENT_EXPIRED(410, "Enrolment expired", RejectionReason.ENROLMENT_EXPIRED),
    ENROLMENT_USED(409, "Enrolment code used", RejectionReason.ENROLMENT_USED),
    ENROLMENT_PENDING(409, "Enrolment pending", RejectionReason.ENROLMENT_PENDING),
    ENROLMENT_REJECTED(403, "Enrolment rejected", RejectionReason.ENROLMENT_REJECTED),
    CODES_DIFFER(409, "Codes differ", RejectionReason.CODES_DIFFER),
    DEVICE_CLONED(403, "Device cloned", RejectionReason.DEVICE_CLONED),
    WRONG_PROOF(401, "Wrong proof", RejectionReason.WRONG_PROOF),
    UNKNOWN_FILE(
            404,
            "Unknown file",
            new Wording("Diese Datei hält der Server nicht mehr.", "The server does not hold this file any more."),
            new Wording("Bitte nach der neuesten fragen.", "Ask for the newest one.")),
    UNKNOWN_INCARNATION(410, "Unknown incarnation", RejectionReason.UNKNOWN_INCARNATION),
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
    UNREADABLE_REQUEST(
            400,
            "Unreadable request",
            new Wording(
                    "Die Adresse oder ein Kopf der Anfrage ist nicht zu lesen.",
                    "The address or a header of the request cannot be read."),
            new Wording(
                    "Bitte Adresse, Content-Type, Accept und Accept-Language prüfen.",
                    "Check address, Content-Type, Accept and Accept-Language.")),
    BAD_VALUE(400, "Bad value", RejectionReason.BAD_VALUE),
    EMPTY_BODY(
            400,
            "Empty body",
            new Wording("Die Anfrage hat keinen Inhalt.", "The request has no body."),
            new Wording("Bitte den Inhalt mitsenden.", "Send the content along.")),
    BAD_FILE(422, "Unreadable file", RejectionReason.BAD_FILE),
    NOT_SIGNED_IN(
            401,
            "Not signed in",
            new Wording(
                    "Ohne gültiges Token geht das nicht, oder es wurde widerrufen.",
                    "This needs a valid token; there is none, or it was revoked."),
            new Wording(
                    "Bitte das Token im Kopf mitsenden: Authorization: Bearer ...",
                    "Send the token in the header: Authorization: Bearer ...")),
    SIGN_IN_REFUSED(
            401,
            "Sign-in refused",
            new Wording("Die Anmeldung wurde abgelehnt.", "The sign-in was refused."),
            new Wording("Bitte Name und Passwort prüfen.", "Check name and password.")),
    SECOND_FACTOR_MISSING(
            401,
            "Second factor missing",
            new Wording(
                    "Dazu gehört noch ein Code der Authenticator-App.",
                    "A code of the authenticator app is needed, too."),
            new Wording("Bitte den Code aus der App mitsenden.", "Send the app's code along.")),
    TOO_MANY_ATTEMPTS(
            429,
            "Too many attempts",
            new Wording("Das waren zu viele Versuche.", "Those were too many attempts."),
            new Wording("Bitte so lange warten, wie Retry-After sagt.", "Wait as long as Retry-After says.")),
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
    TOO_LARGE(413, "Too large", RejectionReason.TOO_LARGE),
    TOO_SLOW(
            408,
            "Too slow",
            new Wording(
                    "Der Inhalt der Anfrage kam nicht rechtzeitig an.",
                    "The body of the request did not come in time."),
            new Wording("Bitte die Anfrage noch einmal senden.", "Send the request again.")),
    UNANSWERED(409, "Unanswered question", RejectionReason.UNANSWERED),
    CONFLICT(409, "Conflict", RejectionReason.CONFLICT),
    OVERLOADED(429, "Overloaded", RejectionReason.OVERLOADED),
    OVER_QUOTA(
            429,
            "Over quota",
            new Wording(
                    "Dieses Gerät hat mehr gemeldet, als es darf. Es behält seine Einträge und wartet.",
                    "This device has reported more than it may. It keeps its entries and waits."),
            new Wording(
                    "Die Veranstaltungsleitung kann die Grenze anheben oder die Meldungen freigeben.",
                    "The organiser can raise the quota or release the reports.")),
    DEVICE_BLOCKED(
            403,
            "Device blocked",
            new Wording(
                    "Von diesem Gerät wird gerade nichts angenommen. Es behält seine Einträge.",
                    "Nothing is taken from this device at the moment. It keeps its entries."),
            new Wording(
                    "Bitte die Veranstaltungsleitung fragen; sie kann die Sperre aufheben.",
                    "Ask the organiser, who can end that.")),
    DEVICE_PENDING(
            503,
            "Device pending",
            new Wording(
                    "Der Server wurde wiederhergestellt, und dieses Gerät ist noch nicht bestätigt. Es entscheidet"
                            + " solange selbst und behält seine Einträge.",
                    "The server was restored, and this device is not confirmed yet. It decides alone meanwhile and"
                            + " keeps its entries."),
            new Wording(
                    "Bitte das Gerät auf der Geräteseite der Verwaltung bestätigen.",
                    "Confirm the device on the console's page of devices.")),
    DEVICE_BUSY(
            503,
            "Device busy",
            new Wording("Von diesem Gerät warten schon acht Anfragen.", "Eight requests of this device wait already."),
            new Wording("Bitte erst deren Antworten abwarten.", "Wait for their answers first.")),
    BROKEN(
            500,
            "Internal problem",
            new Wording("Im Server ist etwas schiefgegangen.", "Something went wrong in the server."),
            new Wording(
                    "Bitte noch einmal versuchen; der Grund steht im Protokoll des Servers.",
                    "Try again; the reason is in the server's log.")),
    BACKUP_IMPOSSIBLE(503, "No backup", RejectionReason.BACKUP_IMPOSSIBLE),
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

    ProblemKind(int status, String title, RejectionReason reason) {
        this(status, title, reason.sentence(), reason.remedy());
    }

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
