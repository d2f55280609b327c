package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.registration.Category;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.registration.contingent.Contingent;
import org.einlass.server.registration.contingent.ContingentService;
import org.jspecify.annotations.Nullable;

/** The page on which organisers give organisations places, and see how many of them are taken. */
@Named
@RequestScoped
public class ContingentPage {
    @Inject
    private ContingentService contingents;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private String organisation = "";
    private String role = "";
    private String category = "";
    private @Nullable Integer places;

    public List<Contingent.Use> getAll() {
        return current.shown("contingents", () -> contingents.all(current.id()));
    }

    public List<Category> getCategories() {
        return current.document().categories();
    }

    /** The organisation, with the role that its badges show instead of names. */
    public String whose(Contingent.Use use) {
        Contingent contingent = use.contingent();
        if (contingent.role().isEmpty()) {
            return contingent.organisation();
        }
        return contingent.organisation().isEmpty()
                ? contingent.role()
                : contingent.organisation() + " – " + contingent.role();
    }

    public String category(Contingent.Use use) {
        return getCategories().stream()
                .filter(one -> one.id().equals(use.contingent().category()))
                .map(one -> reader.words(one.title()))
                .findFirst()
                .orElse("");
    }

    /** How many places are free, or how many people are registered beyond them. */
    public String state(Contingent.Use use) {
        if (use.getOver() > 0) {
            return reader.say("contingents.over", use.getOver());
        }
        return use.getFree() == 0 ? reader.say("contingents.full") : reader.say("contingents.free", use.getFree());
    }

    /** Gives the places, in place of what the same organisation had in that category and role. */
    public void save() {
        change(() -> {
            Integer wanted = places;
            Contingent.Use use = contingents.put(
                    current.id(),
                    new Contingent("", organisation, new CategoryId(category), role, wanted == null ? 0 : wanted));
            messages.good(
                    reader.say("contingents.saved", whose(use), use.contingent().places()));
            fill("", "", category, null);
        });
    }

    /** Registers the free places without names, so that their badges can be printed before anybody is named. */
    public void hold(Contingent.Use use) {
        change(() -> {
            int held = contingents.hold(current.id(), use.contingent().id()).size();
            messages.good(reader.say("contingents.held", whose(use), held));
        });
    }

    /** Forgets the contingent; its values stand in the form, from where it can be given again. */
    public void remove(Contingent.Use use) {
        change(() -> {
            Contingent gone = use.contingent();
            contingents.remove(current.id(), gone.id());
            fill(gone.organisation(), gone.role(), gone.category().text(), gone.places());
            messages.good(reader.say("contingents.removed", whose(use)));
        });
    }

    private void fill(String organisation, String role, String category, @Nullable Integer places) {
        this.organisation = organisation;
        this.role = role;
        this.category = category;
        this.places = places;
    }

    private void change(PageMessages.Attempt attempt) {
        if (!current.isChangeable()) {
            messages.bad(reader.say("readonly"));
            return;
        }
        messages.done(attempt);
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = Objects.requireNonNullElse(organisation, "");
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = Objects.requireNonNullElse(role, "");
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = Objects.requireNonNullElse(category, "");
    }

    public @Nullable Integer getPlaces() {
        return places;
    }

    public void setPlaces(@Nullable Integer places) {
        this.places = places;
    }
}
