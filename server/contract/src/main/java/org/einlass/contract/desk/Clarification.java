package org.einlass.contract.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.einlass.contract.id.EntryId;
import org.einlass.contract.id.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must look at. It is derived from what was reported and ends by itself when new reports
 * explain it, or when a person settles it.
 *
 * @param id the same for the same case, whenever it is derived; at most 60 characters
 * @param registration whom it is about; absent where nobody knows, or where it is about a device
 * @param name of the attendee; absent with {@code registration}
 * @param organisation of the attendee; empty or absent where there is none
 * @param device as people call it; present where it is about a device
 * @param missing how many entries of the device the server lacks; 0 where none
 * @param entries all entries it is made of, which a settlement names
 * @param stories what each of them tells, the earliest first; at most {@value #MOST_STORIES}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clarification(
        String id,
        ClarificationKind kind,
        @Nullable RegistrationId registration,
        @Nullable String name,
        @Nullable String organisation,
        @Nullable String device,
        long missing,
        List<EntryId> entries,
        List<ClarificationStory> stories) {
    /** More than two are rare; these are as many as a screen shows. */
    public static final int MOST_STORIES = 6;

    public Clarification {
        entries = List.copyOf(Objects.requireNonNullElse(entries, List.of()));
        stories = List.copyOf(Objects.requireNonNullElse(stories, List.of()));
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "clarification " + id + " of kind " + kind;
    }

    /**
     * Some of what there is to clarify, the newest first.
     *
     * @param total how many there are in all pages
     * @param next cursor of the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<Clarification> items, int total, @Nullable String next) {

        public Page {
            items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        }
    }
}
