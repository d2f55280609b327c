package org.einlass.server.registration.imports.status;

import java.util.Set;
import java.util.regex.Pattern;
import org.einlass.server.registration.imports.text.TextKey;

/** What a column's heading says about who may come; a heading that only smells of it is {@link #UNCLEAR}. */
public enum StatusHeading {
    /** Holds a word for the whole: "confirmed", "declined". */
    STATUS,
    /** Marks who does not come any more. */
    CANCELLED,
    /** Marks who waits for a place. */
    WAITLISTED,
    /** Marks who comes: "Zusage", "approved". */
    CONFIRMED,
    BLOCKED,
    /** Tells how much, or whether anything, is still to be paid. */
    OWED,
    /** Tells who has paid, or got the money back. */
    PAYMENT,
    /** Free text in which somebody wrote about admission. */
    REMARK,
    /** May decide about admission; a person has to say. */
    UNCLEAR,
    /** Has nothing to do with admission. */
    NONE;

    private static final Set<String> NEUTRAL = Set.of(
            "state",
            "homestate",
            "billingstate",
            "federalstate",
            "country",
            "paymenttype",
            "paymentproviders",
            "paymentprovider",
            "paymentmethod",
            "paymentgateway",
            "totalpaid",
            "feespaid",
            "amountpaid",
            "zahlungsart",
            "zahlungsweise",
            "zahlungsmethode",
            "zahlungsanbieter",
            "validfrom",
            "validuntil",
            "gultigab",
            "gultigbis",
            "gultigvon",
            "confirmationcode",
            "confirmationnumber",
            "statusdate",
            "activitystatus",
            "rsvpedon",
            "rsvpdate",
            "rsvpon");

    private static final Pattern NEUTRAL_PART = Pattern.compile(
            "checkin|checkedin|checkout|checkedout|eincheck|anwesend|present|newsletter|discount|rabatt|familienstand"
                    + "|bundesland|betrag|amount|price|preis|gebuhr|policy|terms|bedingung|datenschutz|foto|photo|recht"
                    + "|url|link|marital|shipping|versand|reisestatus|e?mail|covid|impf|voucher|paymentid|paymentref");

    private static final Pattern STATUS_NAME = Pattern.compile(
            "(?:(?:attendee|approval|registration|registrierungs?|order|bestell|buchungs?|booking|ticket|teilnahme"
                    + "|teilnehmer|teilnehmenden|guest|gast|gaste|anmelde|anmeldungs?|zulassungs?|freigabe|rsvp|response"
                    + "|ruckmelde|ruckmeldungs?|platz|akkreditierungs?|accreditation|participant|participation"
                    + "|invitation|invitee|einladungs?|attendance|zusage|person|eintritts?|admission|current|aktuller)*"
                    + "(?:status|state|statut|stato|estado|stav)(?:der|des)?(?:anmeldung|registrierung|buchung|bestellung|tickets?|teilnahme"
                    + "|teilnehmers|registration|order|attendee)?)"
                    + "|(?:anmelde|bearbeitungs|buchungs|teilnahme|ruckmelde)stand|standderanmeldung(?:en)?|ticketzustand"
                    + "|ruckm|ruckmeld|ruckmldg|tnstatus|statustn|rsvp|zusageabsage|absagezusage|zuabsage|antwort|response|ruckmeldung|teilnahmestatus|anabmeldung|anoderabmeldung|statutd?inscription");

    private static final Pattern PAYMENT_NAME = Pattern.compile(
            "(?:payment|zahlungs?|zahl|bezahl|rechnungs?|invoice|billing)(?:status|state)|paymentsettled|financialstatus"
                    + "|(?:is|ist|invoice|order|ticket|rechnung|fully|vollstandig|(?:teilnahme|teilnehmer|tagungs|kongress"
                    + "|ticket)?(?:gebuhr(?:en)?|betrag|beitrag|entgelt)|registrationfee|fee)*(?:paid|bezahlt|beglichen"
                    + "|gezahlt|uberwiesen)(?:er|e)?(?:betrag)?(?:am|at|on|date|datum|jn|janein|yesno)?"
                    + "|(?:date|datum)?(?:of|der|des)?(?:payment|zahlung|zahlungse?ingang|zahlungseingangs)(?:date|sdatum|datum)"
                    + "|(?:date|datum)(?:of|der|des)?(?:paid|payment|zahlung|zahlungseingangs|bezahlung)"
                    + "|zahlung(?:eingegangen|seingang|erhalten|eingang|erfolgt)?(?:am|datum)|zahlung(?:eingegangen|seingang|erhalten"
                    + "|eingang|erfolgt)|geldeingang(?:am)?|(?:betrag|geld)(?:eingegangen|erhalten)(?:am)?|eingegangener?betrag"
                    + "|payment(?:received|cleared|complete[d]?|settled)(?:at|on|date)?");

    private static final Pattern OWED_NAME = Pattern.compile(
            "(?:noch)?offen(?:e|er|es)?(?:betrag|rechnungs?betrag|restbetrag|saldo|summe|posten|rechnung|forderung(?:en)?"
                    + "|zahlung(?:en)?|(?:teilnahme|tagungs)?gebuhr(?:en)?)?|(?:rechnung|betrag|gebuhr|zahlung|saldo)(?:noch)?offen"
                    + "|rest(?:betrag|zahlung|schuld|summe)|saldo|(?:noch)?(?:zuzahlen|zubezahlen)(?:der|derbetrag)?"
                    + "|ausstehend(?:e|er)?(?:betrag|zahlung(?:en)?|gebuhr)?|aussenstande?|fehlbetrag|zahlungsruckstand"
                    + "|(?:total|order|invoice|account)?balance(?:due?|owed|owing|outstanding|remaining)?"
                    + "|(?:total|order|invoice)?(?:amount|balance|payment|fees?)?(?:outstanding|owed|owing|unpaid)(?:amount|balance|fees?)?"
                    + "|(?:total|amount|payment|fees?)due?|remaining(?:balance|amount)|open(?:amount|balance)|amount(?:open|remaining)");

    /** What survey programs write before a question: "G01Q02. ", "Frage 3: ", "2) ". */
    private static final Pattern QUESTION_NUMBER = Pattern.compile(
            "^(?:(?:frage|question|q)\\s*)?[A-Za-z]{0,2}\\d{1,3}(?:[A-Za-z]{1,2}\\d{1,3})?(?:\\[[^\\]]*\\])?[.:)]\\s+",
            Pattern.CASE_INSENSITIVE);

    /** What a heading of amounts says of the currency. */
    private static final Pattern CURRENCY = Pattern.compile("(?:in)?(?:eur|euro|usd|gbp|chf)$");

    private static final Pattern CANCELLED_NAME = Pattern.compile(
            "voidstatus|durchgestrichen|ausgeblendet|(?:ticket|buchung|bestellung|anmeldung|teilnahme|order|registration|attendee|booking|platz|is|ist|wurde|hat)*"
                    + "(?:storniert|storno|stornierung|storn|abgem|abges|abm|cancell?ed|cancell?ation|abgesagt|absage|abgemeldet|abmeldung"
                    + "|refunded|isrefunded|erstattet|ruckerstattet|void|voided|declined|rejected|abgelehnt|ungultig"
                    + "|testmode|testmodus|testbestellung|testbuchung|testanmeldung|testorder"
                    + "|(?:total|amount|betrag|gesamt|summe)?(?:refund(?:ed)?|(?:ruck)?erstattungs?)(?:amount|total|betrag|summe)?"
                    + "|invalid|deleted|geloscht|withdrawn|zuruckgezogen|revoked|widerrufen|expired|abgelaufen)"
                    + "(?:am|at|on|date|datum|ja|jn|janein|yesno|zeitpunkt|time)?");

    private static final Pattern WAITLISTED_NAME = Pattern.compile(
            "(?:auf|aufder|is|on|onthe|ist|steht)*(?:warteliste|wl|wartel|wartelistenplatz|waitlist|waitlisted|waitinglist"
                    + "|nachrucker|nachruckerliste|nachruckliste)(?:nplatz|position|ja|jn|platz)?");

    private static final Pattern CONFIRMED_NAME =
            Pattern.compile("(?:is|ist|teilnahme|anmeldung|ticket|registration|attendance|gast|platz)*"
                    + "(?:zusage|zugesagt|zuges|angem|bestatigt|confirmed|approved|genehmigt|freigegeben|zugelassen|akkreditiert"
                    + "|accredited|accepted|angenommen|attending|willattend|nimmtteil|kommt|coming|going|isactive|active|aktiv|isenabled|enabled|valid"
                    + "|gultig|teilnahmezugesagt|ichnehmeteil|nehmeteil|teilnahmejanein|teilnahme)(?:am|at|on|jn|janein)?"
                    + "|datumabgeschickt|submitdate|datesubmitted");

    /** A question of a form about the event itself: "Nehmen Sie teil?", not "Nehmen Sie am Abendessen teil?" */
    private static final Pattern ASKED = Pattern.compile(
            "(?:ich|wir)?(?:nehmen|nimmt|nehme|nimmst|werden|wirst|wird|werde|konnen|kannst|kommen|kommst|sind|bist)"
                    + "(?:sie|du|ihr|ich)?(?:(?:am|ander|an|beim|bei|zum|zur)?(?:dem|der|unserem|unserer|diesem|dieser)?"
                    + "(?:kongress|tagung|veranstaltung|konferenz|fachtag|forum|messe|event))?"
                    + "(?:personlich|vorort)?(?:teil|teilnehmen|dabei|dabeisein|kommen|anwesend|anwesendsein)"
                    + "|(?:kommen|kommst)(?:sie|du|ihr)|(?:will|can|are|do)you(?:be|planto)?(?:attend|attending|joining"
                    + "|coming|come|participate|participating|there)(?:the)?(?:event|conference|congress|inperson)?"
                    + "|teilnahme(?:moglich|gewunscht)");

    /** A question of a form that may be about the event: "Kommen Sie zum Kongress am 28.11.?" */
    private static final Pattern MAYBE_ASKED = Pattern.compile(
            "(?:kommen|kommst)(?:sie|du|ihr)(?!aus)"
                    + "|(?:nehmen|nimmst|werden|wirst|konnen|kannst|mochten|wollen)(?:sie|du|ihr).*(?:teil|komm|dabei|anwesend)"
                    + "|(?:will|can|do|are)you.*(?:attend|join|com(?:e|ing)|participat)|ich(?:nehme|komme|werde).*(?:teil|komm)");

    private static final Pattern OTHER_OCCASION = Pattern.compile(
            "abend|dinner|essen|empfang|workshop|exkursion|ausflug|fuhrung|party|bus|shuttle|auto|pkw|bahn|zug|hotel"
                    + "|ubernacht|newsletter|mittag|lunch|fruhstuck|rahmenprogramm|gala|begleit|mitbring|rundgang|tour"
                    + "|reception|breakfast|excursion");

    private static final Pattern BLOCKED_NAME =
            Pattern.compile("(?:is|ist|ticket)*(?:blocked|gesperrt|banned|hausverbot|suspended)");

    private static final Pattern SMELL = Pattern.compile(
            "status|statut|annul|desinscri|storn|cancel|absag|abgesagt|abgemeld|refund|erstatt|void|ungultig|declin|reject|abgelehnt|ablehn"
                    + "|wartelist|waitlist|waitinglist|nachruck|approv|genehm|freigab|freigegeb|zusag|zugesagt"
                    + "|bestatig|confirm|rsvp|bezahl|^paid|payment|zahlung|^valid|blocked|gesperrt|sperr|zulass"
                    + "|zugelassen|akkredit|nimmtteil|withdraw|zuruckgez|revok|expired|admit|admission|einlass|eligible"
                    + "|berechtig|geloscht|deleted|freischalt|freigeschalt|zutritt|ruckantwort|verhindert|kommtnicht|nichtdabei"
                    + "|nichtteil|^fehlt$|abwesend|entschuldigt|ausgeladen|^(?:un)?subscribed$|unvollstandig|teilnahmeent"
                    + "|^(?:darf|soll)(?:kommen|rein|teilnehmen)|kommterodersie|^kommt(?:er|sie)?$|^angemeldet|^registered$"
                    + "|dubl(?:ette|ikat)|dupli[ck]at|doppelt|noshow|nichterschienen|abmelde|ersetzt|^ersatz(?:fur|person)?$|replacedby"
                    + "|replacement|substitut|vertretendurch|vertretenvon|transferred|ubertragen|umgebucht|^vertret(?:en|ung|er)|chargeback|dispute|clearance|cleared"
                    + "|rembours|rimbors|pagat[oi]|pagament|paiement|^paye|^regle$|betaald|betaling|geannul|wachtlijst|anulow|zruse|zaplac"
                    + "|mahnung|mahnstufe|inkasso|overdue?|uberfallig|sicherheitsuberpruf|^(?:entscheidung|decision|accept)$|^prasenz(?:oderonline)?$");

    /** What a heading says, however it is spelled. */
    public static StatusHeading of(String heading) {
        String name =
                TextKey.of(QUESTION_NUMBER.matcher(heading).replaceFirst("").replaceAll("\\([^)]*\\)", " "));
        if (NEUTRAL.contains(name)) {
            return NONE;
        }
        if (STATUS_NAME.matcher(name).matches()) {
            return STATUS;
        }
        if (PAYMENT_NAME.matcher(name).matches()) {
            return PAYMENT;
        }
        if (OWED_NAME.matcher(CURRENCY.matcher(name).replaceFirst("")).matches()) {
            return OWED;
        }
        if (CANCELLED_NAME.matcher(name).matches()) {
            return CANCELLED;
        }
        if (WAITLISTED_NAME.matcher(name).matches()) {
            return WAITLISTED;
        }
        if (CONFIRMED_NAME.matcher(name).matches()) {
            return CONFIRMED;
        }
        if (ASKED.matcher(name).matches()) {
            return CONFIRMED;
        }
        if (BLOCKED_NAME.matcher(name).matches()) {
            return BLOCKED;
        }
        if (MAYBE_ASKED.matcher(name).lookingAt()
                && !OTHER_OCCASION.matcher(name).find()) {
            return UNCLEAR;
        }
        return SMELL.matcher(name).find() && !NEUTRAL_PART.matcher(name).find() ? UNCLEAR : NONE;
    }
}
