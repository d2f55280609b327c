package org.einlass.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.einlass.server.json.BoundedTimes;

/** Reads and writes what devices report, leniently towards newer ones. */
public final class JournalJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();
    private static final ObjectMapper INCOMING = MAPPER.copy().registerModule(BoundedTimes.module());
    private static final ObjectMapper SORTED = MAPPER.copy().configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true);

    private JournalJson() {}

    /**
     * A mapper for the contract's records: ISO times, unknown fields ignored, unknown reasons unrecognised.
     */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The same for what is reported: a time that cannot be computed with is refused. */
    static ObjectMapper incoming() {
        return INCOMING;
    }

    /** The entry as it came, without blanks. */
    public static String text(Object value) {
        return text(MAPPER, value);
    }

    private static String text(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of the contract cannot be written as JSON.", e);
        }
    }

    /** 128 bits that two entries share only if they say the same, whatever the order of their fields. */
    static String content(JsonNode entry) {
        return hash(text(SORTED, entry));
    }

    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }
}
