package org.einlass.server.registration.imports.person;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.server.registration.imports.question.ImportQuestion;

/** What may be unclear about who a row is. */
enum PersonQuestion {
    KEYS_DISAGREE(
            List.of("keep", "move"),
            "Schlüssel, Ticketcode und Bestellposition dieser Zeilen gehören verschiedenen Angemeldeten.",
            "Key, ticket code and order position of these rows belong to different registrations.",
            "Nach dem ersten gehen und die Codes lassen, wo sie sind (keep), oder den Code mitnehmen (move)?",
            "Go by the first one and leave the codes where they are (keep), or take the code along (move)?"),
    KEYS_SHIFTED(
            List.of("key", "name"),
            "Die Schlüssel dieser Zeilen gehören Angemeldeten mit anderem Namen, und wer hier steht, ist unter einem anderen"
                    + " Schlüssel angemeldet; die Schlüssel scheinen verschoben oder neu gezählt.",
            "The keys of these rows belong to people of another name, and whoever stands here is registered under another"
                    + " key; the keys seem to be shifted, or counted anew.",
            "Nach dem Schlüssel gehen und die Angemeldeten umbenennen (key) oder nach dem Namen (name)?",
            "Go by the key and rename those who are registered (key), or go by the name (name)?"),
    CODES_SWAPPED(
            List.of("keep", "move", "rename"),
            "Die Ticketcodes dieser Zeilen gehören anderen Angemeldeten der Liste; sie scheinen vertauscht.",
            "The ticket codes of these rows belong to others of the list; they seem to be exchanged.",
            "Codes lassen, wo sie sind (keep), den Personen folgen lassen (move) oder die Personen umbenennen (rename)?",
            "Leave the codes where they are (keep), let them follow the people (move), or rename the people (rename)?"),
    SAME_PERSON(
            List.of("same", "new"),
            "Name und Organisation dieser Zeilen gibt es schon, mit anderem oder ohne Schlüssel.",
            "Name and organisation of these rows are registered already, with another key or none.",
            "Dieselbe Person (same) oder eine neue (new)?",
            "The same person (same), or a new one (new)?"),
    LOOK_ALIKE(
            List.of("same", "new"),
            "Diese Zeilen sehen jemandem ähnlich, der angemeldet ist: fast derselbe Name oder eine andere Organisation.",
            "These rows look like somebody registered: nearly the same name, or another organisation.",
            "Dieselbe Person (same) oder eine neue (new)?",
            "The same person (same), or a new one (new)?");

    private final List<String> options;
    private final Wording finding;
    private final Wording question;

    PersonQuestion(
            List<String> options, String finding, String findingEnglish, String question, String questionEnglish) {
        this.options = options;
        this.finding = new Wording(finding, findingEnglish);
        this.question = new Wording(question, questionEnglish);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ImportQuestion about(List<Long> lines) {
        List<Long> sorted = lines.stream().sorted().toList();
        String places = sorted.stream().limit(5).map(String::valueOf).collect(Collectors.joining(", "))
                + (sorted.size() > 5 ? ", ..." : "");
        return ImportQuestion.of(
                id(),
                ImportQuestion.Scope.ROWS,
                new Wording(
                        finding.german() + " (Zeile " + places + ") " + question.german(),
                        finding.english() + " (line " + places + ") " + question.english()),
                options,
                sorted);
    }
}
