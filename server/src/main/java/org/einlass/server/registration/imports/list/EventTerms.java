package org.einlass.server.registration.imports.list;

import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.ProgrammeId;
import org.einlass.contract.id.SessionId;
import org.einlass.contract.registration.Category;

/**
 * What an event calls its categories and programmes: the words that a list for it may use.
 *
 * @param categories at least one; the first one is meant where a list says none, unless one is called
 *     {@code attendee} or Teilnehmer
 * @param programmes where there is only one, it is meant where a list says none
 * @param sessions those that can be booked
 * @param days those that a guest may come for
 */
public record EventTerms(
        List<Category> categories, List<Programme> programmes, List<Session> sessions, EventDays days) {

    /** One of the co-located congresses, as people call it. */
    public record Programme(ProgrammeId id, Wording title) {}

    /** A talk or a workshop, as people call it. */
    public record Session(SessionId id, Wording title) {}

    public EventTerms {
        categories = List.copyOf(categories);
        programmes = List.copyOf(programmes);
        sessions = List.copyOf(sessions);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("An event has at least one category. Add one before the import.");
        }
    }

    ValueAliases<CategoryId> categoryWords() {
        return new ValueAliases<>(
                        categories, Category::title, category -> category.id().text())
                .addAlike("attendee", "Teilnehmer", "Teilnehmerin", "Teilnehmende", "Teilnehmer/in", "participant")
                .addAlike("attendee", "Besucher", "Besucherin", "Gast", "visitor", "guest")
                .addAlike("speaker", "Referent", "Referentin", "Referent/in", "Vortragende", "Redner", "Rednerin")
                .addAlike("exhibitor", "Aussteller", "Ausstellerin", "Aussteller/in", "Ausstellende")
                .addAlike("press", "Presse", "Journalist", "Journalistin", "media", "Medien")
                .addAlike("companion", "Begleitung", "Begleitperson", "Begleiter", "Begleiterin")
                .addAlike("team", "staff", "crew", "Helfer", "Helferin", "Mitarbeiter", "Mitarbeiterin", "Veranstalter")
                .map(Category::id);
    }

    ValueAliases<ProgrammeId> programmeWords() {
        return new ValueAliases<>(
                        programmes,
                        Programme::title,
                        programme -> programme.id().text())
                .map(Programme::id);
    }

    ValueAliases<SessionId> sessionWords() {
        return new ValueAliases<>(
                        sessions, Session::title, session -> session.id().text())
                .map(Session::id);
    }

    CategoryId usualCategory() {
        return categoryWords().find("attendee").orElse(categories.get(0).id());
    }

    Optional<ProgrammeId> onlyProgramme() {
        return programmes.size() == 1 ? Optional.of(programmes.get(0).id()) : Optional.empty();
    }
}
