package org.einlass.server.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.einlass.contract.code.BookingNumber;

/**
 * How the server writes JSON, at its interface and in its columns: ISO times, tolerant of what newer devices
 * add.
 */
public final class Json {
    private static final int DEEPEST = 50;
    private static final ObjectMapper REQUESTS = requests();

    private Json() {}

    /** A new mapper; any thread may use it. */
    public static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addMixIn(BookingNumber.class, AsDigits.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .build();
    }

    /** A new mapper for what devices send: a time that cannot be computed with is refused at its place. */
    public static ObjectMapper requests() {
        return mapper().registerModule(BoundedTimes.module());
    }

    /**
     * A new mapper for what organisers and scripts send: a field, a value of a list or a number that would be
     * ignored or rounded, and a list with a hole, is refused at its place.
     */
    public static ObjectMapper strictRequests() {
        ObjectMapper strict = requests()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        strict.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        return strict;
    }

    /** Reads a body that came as a tree, as the interface reads bodies. */
    public static <T> T read(JsonNode body, Class<T> type) throws JsonProcessingException {
        return REQUESTS.treeToValue(body, type);
    }

    /** A booking number travels as its digits. */
    private interface AsDigits {
        @JsonValue
        String digits();
    }
}
