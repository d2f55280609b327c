package org.einlass.server.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionException;
import org.einlass.server.database.StoreUnavailable;
import org.einlass.server.rejection.Rejected;

/** Says on the page what came of what the reader asked for: one sentence, and what to do. */
@ApplicationScoped
public class PageMessages {
    @Inject
    private Reader reader;

    /** Something a person asked a service for. */
    @FunctionalInterface
    public interface Attempt {
        void run();
    }

    /** Does it, or says on the page why not; what was typed stays. @return whether it was done */
    public boolean done(Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (CompletionException wrapped) {
            return explain(wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped);
        } catch (RuntimeException refused) {
            return explain(refused);
        }
    }

    private boolean explain(RuntimeException refused) {
        if (refused instanceof Rejected rejected) {
            String place = rejected.field().map(field -> " (" + field + ")").orElse("");
            say(
                    FacesMessage.SEVERITY_ERROR,
                    reader.words(rejected.sentence()) + place + " " + reader.words(rejected.remedy()));
            return false;
        }
        if (refused instanceof StoreUnavailable store) {
            String usual = reader.say("store.unavailable");
            boolean more = !store.sentence().equals(store.reason().sentence());
            say(FacesMessage.SEVERITY_ERROR, more ? reader.words(store.sentence()) + " " + usual : usual);
            return false;
        }
        throw refused;
    }

    /** Says that something was done. The sentence survives a redirect. */
    public void good(String sentence) {
        say(FacesMessage.SEVERITY_INFO, sentence);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    public void bad(String sentence) {
        say(FacesMessage.SEVERITY_ERROR, sentence);
    }

    private static void say(Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, sentence));
    }
}
