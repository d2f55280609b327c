package org.einlass.server.registration.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.einlass.contract.id.EventId;
import org.einlass.server.json.Json;
import org.einlass.server.registration.imports.question.ImportAnswers;
import org.jdbi.v3.core.Handle;

/** What organisers answered about the columns of each export, so that its next list asks nothing twice. */
final class ImportProfileTable {
    private static final ObjectMapper JSON = Json.mapper();

    private ImportProfileTable() {}

    /** The answers of all profiles of an event, by the fingerprint of their headings. */
    static Map<String, ImportAnswers> all(Handle handle, EventId event) {
        Map<String, ImportAnswers> profiles = new HashMap<>();
        handle.createQuery("select source, answers from import_profiles where event = :event")
                .bind("event", event.text())
                .map((row, context) -> profiles.put(row.getString("source"), read(row.getString("answers"))))
                .list();
        return profiles;
    }

    static void put(Handle handle, EventId event, String source, ImportAnswers answers, Instant now) {
        handle.createUpdate("""
                        insert into import_profiles (event, source, answers, saved_at)
                        values (:event, :source, :answers, :now)
                        on conflict (event, source) do update set answers = excluded.answers, saved_at = excluded.saved_at
                        """)
                .bind("event", event.text())
                .bind("source", source)
                .bind("answers", written(answers))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static String written(ImportAnswers answers) {
        try {
            return JSON.writeValueAsString(answers.options());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers could not be written as JSON.", e);
        }
    }

    private static ImportAnswers read(String json) {
        try {
            return ImportAnswers.of(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers that this server wrote cannot be read back.", e);
        }
    }
}
