package org.einlass.server.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.util.stream.Collectors;
import org.einlass.contract.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a report, as it came and as far as it was understood.
 *
 * @param text the body as it came, without blanks
 * @param content hash of what it says, whatever the order of its fields
 * @param entry absent where it was not understood; then {@code reason} says why
 */
record ReceivedEntry(
        int index,
        JsonNode body,
        String text,
        String content,
        @Nullable JournalEntry entry,
        @Nullable String reason) {
    private static final int LONGEST_ID = 60;

    /** The id that the entry bears, even where it was not understood. */
    @Nullable
    String id() {
        JsonNode id = body.path("head").path("id");
        return id.isTextual() && id.textValue().length() <= LONGEST_ID ? id.textValue() : null;
    }

    /** The number that the entry bears, even where it was not understood. */
    @Nullable
    Long sequence() {
        JsonNode sequence = body.path("head").path("sequence");
        return sequence.canConvertToLong() && sequence.isIntegralNumber() ? sequence.longValue() : null;
    }

    static ReceivedEntry of(int index, JsonNode body) {
        try {
            JournalEntry entry = JournalJson.incoming().treeToValue(body, JournalEntry.class);
            return entry == null ? notUnderstood(index, body, "The entry is empty.") : understood(index, body, entry);
        } catch (InvalidTypeIdException e) {
            return notUnderstood(index, body, "This server does not know this type of entry. Update it.");
        } catch (JsonMappingException e) {
            return notUnderstood(index, body, "The entry cannot be read at " + place(e) + ".");
        } catch (JsonProcessingException | RuntimeException e) {
            return notUnderstood(index, body, "The entry cannot be read.");
        }
    }

    private static ReceivedEntry understood(int index, JsonNode body, JournalEntry entry) {
        String missing = EntryCheck.missing(entry);
        if (missing != null) {
            return notUnderstood(index, body, "The entry lacks " + missing + ".");
        }
        String beyond = EntryBounds.exceeded(entry);
        return beyond == null
                ? received(index, body, entry, null)
                : notUnderstood(index, body, "The entry's " + beyond + " is out of bounds.");
    }

    private static ReceivedEntry notUnderstood(int index, JsonNode body, String reason) {
        return received(index, body, null, reason);
    }

    private static ReceivedEntry received(
            int index, JsonNode body, @Nullable JournalEntry entry, @Nullable String reason) {
        return new ReceivedEntry(index, body, JournalJson.text(body), JournalJson.content(body), entry, reason);
    }

    private static String place(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "its beginning" : path;
    }
}
