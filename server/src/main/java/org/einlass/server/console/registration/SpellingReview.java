package org.einlass.server.console.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.registration.organisation.OrganisationAlias;
import org.einlass.server.registration.organisation.OrganisationAliasService;
import org.jspecify.annotations.Nullable;

/** Which spellings are counted as one organisation: proposed, accepted, refused, and taken back. */
@Named
@RequestScoped
public class SpellingReview {
    private static final int MOST_SHOWN = 50;

    @Inject
    private OrganisationAliasService aliases;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    private OrganisationAliasService.@Nullable Aliases all;
    private String spelling = "";
    private String organisation = "";

    private OrganisationAliasService.Aliases all() {
        OrganisationAliasService.Aliases known = all;
        if (known == null) {
            known = aliases.all(current.id());
            all = known;
        }
        return known;
    }

    /** What the lists propose, the first of it. */
    public List<OrganisationAlias> getSuggestions() {
        return current.shown(
                "spellings",
                () -> all().suggestions().stream().limit(MOST_SHOWN).toList());
    }

    /** What was decided. */
    public List<OrganisationAlias> getReviewed() {
        return current.shown("reviewed", () -> all().reviewed());
    }

    /** Whether it was decided that a spelling stands for itself. */
    public boolean isItself(OrganisationAlias alias) {
        return alias.spelling().equals(alias.organisation());
    }

    public String getSpelling() {
        return spelling;
    }

    public void setSpelling(@Nullable String spelling) {
        this.spelling = Objects.requireNonNullElse(spelling, "");
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = Objects.requireNonNullElse(organisation, "");
    }

    /** Figures count both as one from now on. */
    public @Nullable String accept(OrganisationAlias alias) {
        return change(
                () -> aliases.put(current.id(), alias.spelling(), alias.organisation()), "review.spelling.accepted");
    }

    /** The spelling stands for itself and is proposed no more. */
    public @Nullable String refuse(OrganisationAlias alias) {
        return change(() -> aliases.put(current.id(), alias.spelling(), alias.spelling()), "review.spelling.refused");
    }

    /** What was decided about a spelling is forgotten. */
    public @Nullable String remove(OrganisationAlias alias) {
        return change(() -> aliases.remove(current.id(), alias.id()), "review.spelling.removed");
    }

    /** A spelling that no list proposed. */
    public @Nullable String add() {
        return change(() -> aliases.put(current.id(), spelling, organisation), "review.spelling.accepted");
    }

    private @Nullable String change(PageMessages.Attempt attempt, String sentence) {
        if (!messages.done(attempt)) {
            return null;
        }
        messages.good(reader.say(sentence));
        return current.page("review");
    }
}
