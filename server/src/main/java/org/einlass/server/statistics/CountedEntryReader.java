package org.einlass.server.statistics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.ScanProof;
import org.einlass.contract.code.SealedDeskMessage;
import org.einlass.contract.id.BootId;
import org.einlass.contract.id.DoorId;
import org.einlass.contract.journal.DeviceTime;
import org.einlass.contract.journal.JournalEntry;
import org.einlass.server.journal.JournalJson;

/**
 * Reads stored entries for counting, without what no figure is made of: the device's clocks, codes, their proofs and
 * desk messages, which are two thirds of an entry in memory. In their place each entry has the same stand-ins. One
 * reader serves one count, on one thread.
 */
final class CountedEntryReader {
    private static final ObjectMapper MAPPER = JournalJson.mapper()
            .copy()
            .registerModule(new SimpleModule()
                    .addDeserializer(
                            DeviceTime.class,
                            new Skipped<>(new DeviceTime(
                                    Instant.EPOCH, new BootId(new UUID(0, 0)), Duration.ZERO, null, null)))
                    .addDeserializer(LookupId.class, new Skipped<>(new LookupId("0".repeat(32))))
                    .addDeserializer(ScanProof.class, new Skipped<>(new ScanProof("0".repeat(32))))
                    .addDeserializer(SealedDeskMessage.class, new Skipped<>(new SealedDeskMessage("")))
                    .addDeserializer(DoorId.class, new Door()));

    private final ObjectReader reader =
            MAPPER.readerFor(JournalEntry.class).withAttribute(Door.class, new HashMap<String, DoorId>());

    JournalEntry read(String body) {
        try {
            return reader.readValue(body);
        } catch (JsonProcessingException e) {
            // Without the cause: its text quotes the entry, and the reader of the report did not send it.
            throw new IllegalStateException("A stored journal entry cannot be read.");
        }
    }

    /** A value that is passed over. */
    private static final class Skipped<T> extends JsonDeserializer<T> {
        private final T standIn;

        private Skipped(T standIn) {
            this.standIn = standIn;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            parser.skipChildren();
            return standIn;
        }
    }

    /** The same door of all entries is one object. */
    private static final class Door extends JsonDeserializer<DoorId> {
        @Override
        @SuppressWarnings("unchecked")
        public DoorId deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Map<String, DoorId> doors = (Map<String, DoorId>) context.getAttribute(Door.class);
            try {
                return doors.computeIfAbsent(parser.getText(), DoorId::new);
            } catch (IllegalArgumentException e) {
                return (DoorId) context.handleInstantiationProblem(DoorId.class, null, e);
            }
        }
    }
}
