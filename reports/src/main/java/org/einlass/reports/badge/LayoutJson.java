package org.einlass.reports.badge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/**
 * Layouts as JSON, for exchange between organisers. Data only: nothing in it is ever run, opened or fetched.
 */
public final class LayoutJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(BadgeLayout.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(BadgeLayout.class);

    private LayoutJson() {}

    /**
     * What was read.
     *
     * @param layout a valid layout; empty where there are faults
     * @param faults what is wrong; empty where there is a layout
     */
    public record Reading(Optional<BadgeLayout> layout, List<LayoutFault> faults) {}

    /** The layout as text that {@link #read} reads back equal. */
    public static String write(BadgeLayout layout) {
        try {
            return WRITER.writeValueAsString(layout);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A layout is plain data and can always be written.", e);
        }
    }

    /** Reads and examines a layout from outside. Never throws for its content. */
    public static Reading read(String json) {
        try {
            Optional<BadgeLayout> layout = Optional.ofNullable(READER.readValue(json));
            List<LayoutFault> faults = layout.map(LayoutCheck::faults).orElseGet(() -> List.of(fault("", "")));
            return new Reading(layout.filter(valid -> faults.isEmpty()), faults);
        } catch (JsonMappingException e) {
            return new Reading(Optional.empty(), List.of(fault(path(e), line(e))));
        } catch (JsonProcessingException e) {
            return new Reading(Optional.empty(), List.of(fault("", line(e))));
        }
    }

    private static LayoutFault fault(String path, String line) {
        String place = path.isEmpty() ? line : path + line;
        return new LayoutFault(
                place,
                "Das Layout ist nicht lesbar: " + place + ". Mit einem mitgelieferten Layout vergleichen.",
                "The layout cannot be read: " + place + ". Compare it with one that came with the program.");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }

    private static String line(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " (Zeile / line " + location.getLineNr() + ")";
    }
}
