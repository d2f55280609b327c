package org.einlass.kiosk.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.registration.OrganiserQuestion;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.contract.wire.DoorSheet;
import org.einlass.kiosk.desk.device.DeskEdges;
import org.einlass.kiosk.desk.people.DeskPerson;
import org.einlass.kiosk.desk.state.DeskForm;
import org.einlass.kiosk.desk.state.DeskSentences;
import org.einlass.kiosk.desk.state.UndoableAction;

/**
 * Asks whoever is shown the organiser's own questions that they have not answered, one after the other. Staff write down
 * what they hear: one of the choices, or other words. On the controller's loop.
 */
final class DeskQuestions {
    /** The key by which a question stays open. */
    private static final int LATER = 0;

    private final DeskController controller;
    private final DeskEdges edges;
    private final DeskForms forms;
    private final DeskView view;

    DeskQuestions(DeskController controller, DeskEdges edges, DeskForms forms, DeskView view) {
        this.controller = controller;
        this.edges = edges;
        this.forms = forms;
        this.view = view;
    }

    /** The first question that this person has not answered. */
    void ask(DeskPerson person) {
        ask(person, person.questions());
        if (person.questions().isEmpty()) {
            view.notice = DeskSentences.NO_QUESTION.calm(Wording.same(person.name()));
        }
    }

    private void ask(DeskPerson person, List<OrganiserQuestion> left) {
        view.aside = false;
        view.form = left.isEmpty()
                ? null
                : DeskForm.builder(forms.next(), DeskForm.Kind.QUESTION)
                        .about(person)
                        .question(left.get(0))
                        .build();
    }

    private static List<OrganiserQuestion> after(DeskPerson person, OrganiserQuestion asked) {
        List<OrganiserQuestion> all = person.questions();
        return all.subList(all.indexOf(asked) + 1, all.size());
    }

    /** One of the choices, by its number from 1; 0 leaves the question open. */
    void choose(DeskForm form, int number, DoorSheet sheet) {
        DeskPerson about = form.about();
        OrganiserQuestion asked = form.question();
        if (about == null || asked == null) {
            return;
        }
        if (number == LATER) {
            view.notice = null;
            ask(about, after(about, asked));
            return;
        }
        asked.answer(number - 1).ifPresent(answer -> write(form, about, asked, answer, sheet));
    }

    /** Other words than the choices, or one of them in full. */
    void answer(DeskForm form, String words, DoorSheet sheet) {
        DeskPerson about = form.about();
        OrganiserQuestion asked = form.question();
        if (about == null || asked == null) {
            return;
        }
        String typed = words.strip();
        if (typed.isEmpty()) {
            view.notice = DeskSentences.NO_ANSWER.calm();
        } else if (typed.codePointCount(0, typed.length()) > OrganiserQuestion.LONGEST_CHOICE) {
            view.notice =
                    DeskSentences.LONG_ANSWER.attention(Wording.same(String.valueOf(OrganiserQuestion.LONGEST_CHOICE)));
        } else {
            write(form, about, asked, chosen(asked, typed).orElse(typed), sheet);
        }
    }

    private static Optional<String> chosen(OrganiserQuestion asked, String typed) {
        return asked.choices().stream()
                .filter(choice -> choice.german().equalsIgnoreCase(typed)
                        || choice.english().equalsIgnoreCase(typed))
                .map(Wording::german)
                .findFirst();
    }

    private void write(DeskForm form, DeskPerson about, OrganiserQuestion asked, String answer, DoorSheet sheet) {
        forms.act(form, desk -> desk.answer(about.registration(), asked.name(), answer), (entry, name) -> {
            edges.people().add(answered(about, name, sheet), sheet);
            Wording who = Wording.same(about.name());
            forms.done(
                    new UndoableAction(DeskSentences.ANSWER.say(who), about, List.of(entry)),
                    DeskSentences.ANSWERED.done(who, Wording.same(name), words(asked, answer)));
            controller.lookAgain(about);
            ask(about, after(about, asked));
        });
    }

    private static Wording words(OrganiserQuestion asked, String answer) {
        return asked.choices().stream()
                .filter(choice -> choice.german().equals(answer))
                .findFirst()
                .orElseGet(() -> Wording.same(answer));
    }

    private BadgeOrder answered(DeskPerson about, String question, DoorSheet sheet) {
        BadgeOrder badge =
                edges.people().find(about.registration(), sheet).orElse(about).badge();
        List<String> answered = new ArrayList<>(badge.answered());
        answered.add(question);
        return badge.withAnswered(answered);
    }
}
