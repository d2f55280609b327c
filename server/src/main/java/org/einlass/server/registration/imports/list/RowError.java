package org.einlass.server.registration.imports.list;

import java.util.Locale;
import org.einlass.contract.Wording;
import org.einlass.contract.wire.ImportReport.RowProblem;
import org.jspecify.annotations.Nullable;

/** Why a row cannot be stored, and what to do; never a word of what stands in the row. */
record RowError(Wording reason, Wording remedy) {
    static final RowError UNCUT = of(
            "Hinter einem schließenden Anführungszeichen steht noch Text.",
            "Text stands behind a closing quotation mark.",
            "Verdoppeln Sie Anführungszeichen innerhalb eines Feldes oder löschen Sie sie.",
            "Double the quotation marks inside a field, or delete them.");
    static final RowError TOO_MANY_FIELDS = of(
            "Die Zeile hat mehr Felder als Überschriften.",
            "The row has more fields than there are headings.",
            "Setzen Sie Felder, die das Trennzeichen enthalten, in Anführungszeichen.",
            "Put fields that contain the separator into quotation marks.");
    static final RowError CONTROL_CHARACTER = of(
            "Das Feld enthält ein unsichtbares Steuerzeichen.",
            "The field holds an invisible control character.",
            "Tippen Sie den Inhalt des Feldes neu.",
            "Type the field's content anew.");
    static final RowError STACKED_ACCENTS = of(
            "Das Feld türmt Akzente aufeinander, die kein Badge drucken kann.",
            "The field piles up accents that no badge can print.",
            "Tippen Sie den Inhalt des Feldes neu.",
            "Type the field's content anew.");
    static final RowError DAMAGED_LETTERS = of(
            "Umlaute oder Akzente des Feldes wurden bei einer früheren Umwandlung zerstört.",
            "Accented letters of the field were destroyed by an earlier conversion.",
            "Exportieren Sie die Liste noch einmal als UTF-8, ohne sie dazwischen zu öffnen.",
            "Export the list once more as UTF-8, without opening it in between.");
    static final RowError SPREADSHEET_ERROR = of(
            "Statt eines Inhalts steht hier der Fehlerwert einer Tabellenkalkulation.",
            "The error value of a spreadsheet stands here instead of any content.",
            "Verbreitern Sie die Spalte oder berichtigen Sie die Formel und speichern Sie die Liste neu.",
            "Widen the column or correct the formula, and save the list anew.");
    static final RowError DITTO = of(
            "Das Feld verweist auf eine andere Zeile.",
            "The field refers to another row.",
            "Schreiben Sie den Inhalt in jede Zeile.",
            "Write the content into each row.");
    static final RowError NO_DAY = of(
            "Die Zeile nennt keinen Tag, obwohl die Liste nach Tagen fragt.",
            "The row marks no day, although the list asks for days.",
            "Kreuzen Sie mindestens einen Tag an, oder löschen Sie die Zeile.",
            "Mark one day at least, or delete the row.");
    static final RowError NO_PERSON = of(
            "Das ist der Name einer Organisation, nicht der einer Person.",
            "This is the name of an organisation, not of a person.",
            "Tragen Sie eine Person ein, oder „N. N.“ für einen Platz ohne Namen.",
            "Fill in a person, or \"N. N.\" for a place without a name.");
    static final RowError LOST_DIGITS = of(
            "Die Tabellenkalkulation hat Ziffern dieser Nummer verloren.",
            "The spreadsheet has lost digits of this number.",
            "Holen Sie die Spalte aus dem ursprünglichen Export und formatieren Sie sie vor dem Öffnen als Text.",
            "Take the column from the original export, and format it as text before opening it.");
    static final RowError NO_NAME = of(
            "Der Name fehlt.",
            "The name is missing.",
            "Tragen Sie mindestens den Nachnamen ein.",
            "Fill in the family name at least.");
    static final RowError NO_CONSENT = of(
            "Unterstützungsbedarf ohne Einwilligung wird nicht gespeichert.",
            "Access needs without consent are not kept.",
            "Schreiben Sie „ja“ in eine Spalte „Einwilligung Unterstützungsbedarf“, wo die Person zugestimmt hat.",
            "Write \"yes\" into a column \"Access consent\" where the person agreed.");
    static final RowError NO_PHONE = of(
            "Das ist keine Telefonnummer; sie wird nicht übernommen.",
            "This is no telephone number; it is not kept.",
            "Nehmen Sie Ziffern, Leerzeichen und + ( ) / . -, höchstens 31 Zeichen.",
            "Use digits, blanks and + ( ) / . -, at most 31 characters.");
    static final RowError UNPRINTABLE = of(
            "Das Feld enthält ein Zeichen, für das kein Badge einen Buchstaben hat.",
            "The field holds a sign for which no badge has a letter.",
            "Löschen Sie das Zeichen, oder tragen Sie einen Badge-Namen ein.",
            "Delete the sign, or fill in a badge name.");
    static final RowError UNCLEAR_NAME = of(
            "Aus dem Namen geht nicht sicher hervor, wo der Nachname beginnt.",
            "It is not certain where the family name begins.",
            "Schreiben Sie „Nachname, Vorname“ oder nehmen Sie zwei Spalten „Vorname“ und „Nachname“.",
            "Write \"family name, given name\", or use two columns \"Given name\" and \"Family name\".");
    static final RowError COMMA_IN_NAME = of(
            "Im Nachnamen steht ein Komma; was dahinter steht, käme mit auf den Badge.",
            "The family name holds a comma; what stands behind it would be printed on the badge.",
            "Schreiben Sie Funktion, Ort oder Titel in eine eigene Spalte.",
            "Put function, town or title into a column of its own.");
    static final RowError SEVERAL_PEOPLE = of(
            "Im Feld stehen mehrere Personen.",
            "The field holds several people.",
            "Geben Sie jeder Person eine eigene Zeile, ohne Namen als „N. N.“.",
            "Give each person a row of their own, without a name as \"N. N.\".");
    static final RowError STATUS_IN_FIELD = of(
            "Im Feld steht eine Bemerkung darüber, ob die Person kommt.",
            "The field holds a remark about whether the person comes.",
            "Schreiben Sie die Bemerkung in eine Spalte „Status“.",
            "Write the remark into a column \"Status\".");
    static final RowError BIRTH_NAME = of(
            "Der Geburtsname wird nicht übernommen.",
            "The birth name is left out.",
            "Soll er auf den Badge, tragen Sie ihn als „Badge-Name“ ein.",
            "If it is to stand on the badge, fill it in as \"Badge name\".");
    static final RowError FUNCTION_AS_TITLE = of(
            "Das ist kein Titel, sondern eine Funktion; die Spalte der Funktion ist schon gefüllt.",
            "This is no title but a function, and the column of functions is filled already.",
            "Schreiben Sie beides in die Spalte der Funktion.",
            "Write both into the column of functions.");
    static final RowError DAY_AS_CODE = of(
            "Die Tabellenkalkulation hat aus diesem Code einen Tag gemacht.",
            "The spreadsheet has made a day of this code.",
            "Holen Sie die Spalte aus dem ursprünglichen Export und formatieren Sie sie vor dem Öffnen als Text.",
            "Take the column from the original export, and format it as text before opening it.");
    static final RowError NO_KEY = of(
            "Der Schlüssel fehlt.",
            "The key is missing.",
            "Geben Sie jeder Zeile einen eigenen Schlüssel oder löschen Sie die Spalte.",
            "Give each row a key of its own, or delete the column.");
    static final RowError NO_EXTERNAL_CODE = of(
            "Das kann kein Ticketcode eines anderen Systems sein.",
            "This cannot be another system's ticket code.",
            "Lassen Sie das Feld leer oder tragen Sie den Text ein, der im QR-Code steht (höchstens 200 Zeichen).",
            "Leave the field empty or fill in the text that the QR code holds (at most 200 characters).");

    private static RowError of(String reason, String reasonInEnglish, String remedy, String remedyInEnglish) {
        return new RowError(new Wording(reason, reasonInEnglish), new Wording(remedy, remedyInEnglish));
    }

    /** @param longest the most characters that the field may have */
    static RowError tooLong(int longest) {
        return of(
                "Das Feld hat mehr als " + longest + " Zeichen.",
                "The field has more than " + longest + " characters.",
                "Kürzen Sie es.",
                "Shorten it.");
    }

    /** @param offered the words that would have been understood */
    static RowError unknownWord(Wording offered) {
        return of(
                "Diese Angabe ist hier nicht bekannt.",
                "This value is not known here.",
                "Möglich sind: " + offered.german() + ".",
                "Possible are: " + offered.english() + ".");
    }

    /** @param days the days of the event, whose first one serves as the example */
    static RowError unknownDay(EventDays days) {
        Wording offered = days.offered();
        Wording example = days.example();
        return of(
                "Das ist kein Tag der Veranstaltung.",
                "This is no day of the event.",
                "Schreiben Sie Tage wie " + example.german() + ", mehrere mit Komma; möglich: " + offered.german()
                        + ".",
                "Write days like " + example.english() + ", several with commas; possible: " + offered.english() + ".");
    }

    /** @param line where the same key stands first */
    static RowError sameKey(long line) {
        return of(
                "Derselbe Schlüssel steht schon in Zeile " + line + ".",
                "The same key stands in line " + line + " already.",
                "Geben Sie jeder Person einen eigenen Schlüssel oder löschen Sie die doppelte Zeile.",
                "Give each person a key of its own, or delete the double row.");
    }

    /** @param line where a person of that name stands first */
    static RowError samePerson(long line) {
        return of(
                "Name und Organisation sind dieselben wie in Zeile " + line + ".",
                "Name and organisation are the same as in line " + line + ".",
                "Löschen Sie die doppelte Zeile; sind es zwei Personen, geben Sie den Zeilen eine Spalte „Schlüssel“.",
                "Delete the double row; if they are two people, give the rows a column \"Key\".");
    }

    /** @param line where the same name stands first, with the same mail address */
    static RowError sameMail(long line) {
        return of(
                "Name und Mail-Adresse sind dieselben wie in Zeile " + line + ".",
                "Name and mail address are the same as in line " + line + ".",
                "Löschen Sie die doppelte Zeile; sind es zwei Personen, geben Sie den Zeilen eine Spalte „Schlüssel“.",
                "Delete the double row; if they are two people, give the rows a column \"Key\".");
    }

    /** @param line where the same person stands first */
    static RowError otherStatus(long line) {
        return of(
                "Dieselbe Person steht schon in Zeile " + line + ", aber mit einem anderen Status.",
                "The same person stands in line " + line + " already, but with another status.",
                "Löschen Sie die Zeile, die nicht mehr gilt.",
                "Delete the row that is out of date.");
    }

    /** @param line where the same code stands first */
    static RowError sameCode(long line) {
        return of(
                "Derselbe Ticketcode steht schon in Zeile " + line + ".",
                "The same ticket code stands in line " + line + " already.",
                "Ein Ticketcode gehört zu genau einer Person; löschen Sie ihn in einer der Zeilen.",
                "A ticket code belongs to exactly one person; delete it in one of the rows.");
    }

    /**
     * The complaint as it is reported.
     *
     * @param column heading as in the file; null where the whole row is meant
     */
    RowProblem at(long line, @Nullable String column, Locale language) {
        return new RowProblem(line, column, reason.in(language), remedy.in(language));
    }
}
