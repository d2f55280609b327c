package org.einlass.contract.registration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;

/**
 * A question of the organiser's own that kiosks ask guests who have not answered it: a meal, a workshop. Guests choose one
 * of its choices; the answer is kept in German, as lists bring it.
 *
 * @param name what the question is called in lists and where its answers are kept, up to {@value #LONGEST_NAME} characters
 * @param text as guests read it, up to {@value #LONGEST_TEXT} characters a language
 * @param choices {@value #FEWEST_CHOICES} to {@value #MOST_CHOICES}, each up to {@value #LONGEST_CHOICE} characters a
 *     language
 */
public record OrganiserQuestion(String name, Wording text, List<Wording> choices) {
    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_TEXT = 120;
    public static final int LONGEST_CHOICE = 30;
    public static final int FEWEST_CHOICES = 2;
    public static final int MOST_CHOICES = 6;

    /** Questions that the kiosks of one event ask. */
    public static final int MOST = 3;

    public OrganiserQuestion {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** Those of {@code questions} whose names are not among {@code answered}. */
    public static List<OrganiserQuestion> open(List<OrganiserQuestion> questions, Collection<String> answered) {
        return questions.stream()
                .filter(question -> !answered.contains(question.name()))
                .toList();
    }

    /** What is kept for a choice; empty where there is no such choice. */
    public Optional<String> answer(int choice) {
        return choice < 0 || choice >= choices.size()
                ? Optional.empty()
                : Optional.of(choices.get(choice).german());
    }
}
