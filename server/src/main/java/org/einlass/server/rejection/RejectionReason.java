package org.einlass.server.rejection;

import org.einlass.contract.Wording;

/** Why a use case cannot be carried out, with its usual sentence and remedy. */
public enum RejectionReason {
    UNKNOWN_EVENT(
            new Wording("Diese Veranstaltung gibt es hier nicht.", "There is no such event here."),
            new Wording(
                    "Bitte die Kennung in der Adresse prüfen oder die Veranstaltung zuerst anlegen.",
                    "Check the id in the address or create the event first.")),
    UNKNOWN_DOOR(
            new Wording("Diese Tür gibt es in der Veranstaltung nicht.", "The event has no such door."),
            new Wording("Bitte die Kennung mit der Veranstaltung vergleichen.", "Compare the id with the event.")),
    UNKNOWN_DEVICE(
            new Wording("Dieses Gerät gibt es in der Veranstaltung nicht.", "The event has no such device."),
            new Wording("Bitte die Kennung prüfen.", "Check the id.")),
    UNKNOWN_WIPE(
            new Wording("Für dieses Gerät wurde kein solches Löschen angeordnet.", "No such wipe was ordered."),
            new Wording("Bitte die Kennung der Anordnung prüfen.", "Check the order's id.")),
    UNKNOWN_ENTRY(
            new Wording("Diesen Eintrag gibt es in der Quarantäne nicht.", "There is no such entry in quarantine."),
            new Wording("Bitte mit der Liste der Quarantäne vergleichen.", "Compare with the list of the quarantine.")),
    UNKNOWN_REGISTRATION(
            new Wording("Diese Anmeldung gibt es in der Veranstaltung nicht.", "The event has no such registration."),
            new Wording(
                    "Bitte die Kennung mit der Liste der Anmeldungen vergleichen.",
                    "Compare the id with the list of registrations.")),
    UNKNOWN_PERSON(
            new Wording("Diese Person gibt es hier nicht.", "There is no such person here."),
            new Wording(
                    "Bitte die Kennung mit der Liste der Personen vergleichen.",
                    "Compare the id with the list of people.")),
    UNKNOWN_TOKEN(
            new Wording(
                    "Dieses Token gibt es hier nicht, oder es wurde schon widerrufen.",
                    "There is no such token here, or it was revoked already."),
            new Wording(
                    "Bitte die Kennung mit der Liste der Token vergleichen.",
                    "Compare the id with the list of tokens.")),
    UNKNOWN_HELPER(
            new Wording(
                    "Diesen Helfer gibt es hier nicht, oder der Ausweis wurde schon beendet.",
                    "There is no such helper here, or the badge was ended already."),
            new Wording(
                    "Bitte die Kennung mit der Liste der Helfer vergleichen.",
                    "Compare the id with the list of helpers.")),
    UNKNOWN_IMPORT(
            new Wording("Diesen Import gibt es in der Veranstaltung nicht.", "The event has no such import."),
            new Wording(
                    "Bitte die Kennung mit der Liste der Importe vergleichen.",
                    "Compare the id with the list of imports.")),
    UNKNOWN_INCARNATION(
            new Wording("Der Server wurde inzwischen wiederhergestellt.", "The server was restored since."),
            new Wording(
                    "Bitte alles neu laden und das ganze Journal noch einmal melden.",
                    "Fetch everything anew and report the whole journal again.")),
    UNKNOWN_ENROLMENT(
            new Wording("Diesen Gerätecode gibt es hier nicht.", "There is no such device code here."),
            new Wording(
                    "Bitte den Code noch einmal vergleichen oder einen neuen anfordern.",
                    "Compare the code once more, or ask for a new one.")),
    ENROLMENT_EXPIRED(
            new Wording("Dieser Gerätecode ist abgelaufen.", "This device code has expired."),
            new Wording("Bitte an der Konsole einen neuen machen.", "Make a new one at the console.")),
    ENROLMENT_USED(
            new Wording(
                    "Diesen Gerätecode hat schon ein Gerät benutzt.", "A device has used this device code already."),
            new Wording(
                    "War es nicht dieses, bitte das wartende Gerät ablehnen. Dann einen neuen Code machen.",
                    "If it was not this one, reject the waiting device. Then make a new code.")),
    ENROLMENT_PENDING(
            new Wording("Dieses Gerät ist noch nicht bestätigt.", "This device is not confirmed yet."),
            new Wording(
                    "Bitte an der Konsole die kurzen Codes vergleichen und bestätigen.",
                    "Compare the short codes at the console and confirm.")),
    ENROLMENT_REJECTED(
            new Wording(
                    "Dieses Gerät wurde abgelehnt, oder sein Code zurückgezogen.",
                    "This device was rejected, or its code withdrawn."),
            new Wording("Bitte mit einem neuen Gerätecode aufnehmen.", "Enrol it with a new device code.")),
    CODES_DIFFER(
            new Wording(
                    "Die kurzen Codes stimmen nicht überein. Jemand könnte dazwischen sein.",
                    "The short codes differ. Somebody may be in the midst."),
            new Wording(
                    "Bitte noch einmal vergleichen. Weichen sie ab, das Gerät ablehnen.",
                    "Compare once more. If they differ, reject the device.")),
    DEVICE_CLONED(
            new Wording(
                    "Mit dem Schlüssel dieses Geräts arbeitet schon ein anderes: Die Platte wurde kopiert oder"
                            + " zurückgespielt.",
                    "Another device works with this device's key: the disk was copied or restored."),
            new Wording(
                    "Bitte beide Geräte suchen und dieses mit einem neuen Gerätecode aufnehmen.",
                    "Look for both devices and enrol this one with a new device code.")),
    WRONG_PROOF(
            new Wording("Diese Unterschrift ist nicht von diesem Gerät.", "This signature is not this device's."),
            new Wording("Bitte eine neue Aufgabe holen und unterschreiben.", "Fetch a new challenge and sign that.")),
    TOO_MANY_ATTEMPTS(
            new Wording("Das waren zu viele Versuche.", "Those were too many attempts."),
            new Wording("Bitte etwas warten.", "Wait a little.")),
    BAD_VALUE(
            new Wording("Ein Wert passt nicht.", "A value does not fit."),
            new Wording("Bitte die genannte Stelle berichtigen.", "Correct the place named.")),
    BAD_FILE(
            new Wording("Diese Datei lässt sich nicht lesen.", "This file cannot be read."),
            new Wording("Bitte eine CSV-Datei mit Kopfzeile senden.", "Send a CSV file with a heading line.")),
    TOO_LARGE(
            new Wording("Der Inhalt ist zu groß.", "The body is too large."),
            new Wording("Bitte ihn in kleineren Teilen senden.", "Send it in smaller parts.")),
    CONFLICT(
            new Wording("Das widerspricht dem, was schon da ist.", "This is at odds with what is there already."),
            new Wording("Bitte den heutigen Stand laden und neu ändern.", "Load what is there now and change that.")),
    UNANSWERED(
            new Wording("Vorher ist eine Frage zu beantworten.", "A question has to be answered first."),
            new Wording("Bitte die Antwort mitsenden.", "Send the answer along.")),
    BACKUP_IMPOSSIBLE(
            new Wording("Es wurde keine Sicherung gemacht.", "No backup was made."),
            new Wording("Bitte Platten und Ordner der Sicherungen prüfen.", "Check the disks and the backup folder.")),
    OVERLOADED(
            new Wording("Der Server ist gerade ausgelastet.", "The server is busy at the moment."),
            new Wording("Bitte gleich noch einmal versuchen.", "Try again in a moment."));

    private final Wording sentence;
    private final Wording remedy;

    RejectionReason(Wording sentence, Wording remedy) {
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
