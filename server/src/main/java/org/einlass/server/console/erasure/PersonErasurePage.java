package org.einlass.server.console.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageFiles;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.PersonPage;
import org.einlass.server.console.Reader;
import org.einlass.server.erasure.DisclosureService;
import org.einlass.server.erasure.ErasureService;
import org.einlass.server.json.Json;
import org.jspecify.annotations.Nullable;

/** What the page of one registration does for the person's rights: tell what is kept, and erase it. */
@Named
@RequestScoped
public class PersonErasurePage {
    private static final ObjectMapper JSON = Json.mapper();

    @Inject
    private PersonPage person;

    @Inject
    private ErasureService erasures;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private CurrentEvent current;

    @Inject
    private AuditService audit;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private PageFiles files;

    private boolean confirmed;

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    private RegistrationId id() {
        return person.getRegistration().id();
    }

    /** Everything that is kept, to be printed. */
    public void pdf() {
        messages.done(() -> {
            audit.reads(AuditAction.REGISTRATION_DISCLOSED, current.id().text(), id().toString());
            files.send(disclosures.pdf(current.id(), id(), reader.getLocale()), "application/pdf", "disclosure.pdf");
        });
    }

    /** The same for programs. */
    public void json() {
        messages.done(() -> {
            audit.reads(AuditAction.REGISTRATION_DISCLOSED, current.id().text(), id().toString());
            files.send(written().getBytes(StandardCharsets.UTF_8), "application/json", "disclosure.json");
        });
    }

    private String written() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(disclosures.of(current.id(), id()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A disclosure cannot be written as JSON.", e);
        }
    }

    /** Erases the person, where the reader said so twice. @return the page of the receipts */
    public @Nullable String erase() {
        if (!confirmed) {
            messages.bad(reader.say("erasure.person.unconfirmed"));
            return null;
        }
        if (!messages.done(() -> erasures.person(current.id(), id()))) {
            return null;
        }
        messages.good(reader.say("erasure.person.done"));
        return current.page("erasures");
    }
}
