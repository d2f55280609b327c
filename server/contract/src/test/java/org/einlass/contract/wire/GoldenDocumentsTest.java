package org.einlass.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Devices and servers of different versions exchange these documents. Each golden file holds one with every field; a
 * field that is renamed, dropped or written in another form fails here, and a new one has to be added to its file.
 */
final class GoldenDocumentsTest {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("door-sheet.json", DoorSheet.class),
                arguments("heartbeat.json", Heartbeat.class),
                arguments("heartbeat-answer.json", HeartbeatAnswer.class),
                arguments("wipe-receipt.json", WipeReceipt.class),
                arguments("scan-question.json", ScanQuestion.class),
                arguments("scan-answer.json", ScanAnswer.class),
                arguments("roster-changes.json", RosterChanges.class));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsAndWritesEveryField(String file, Class<?> type) throws IOException {
        Object document = json.readValue(golden(file), type);

        assertThat(json.readTree(json.writeValueAsString(document))).isEqualTo(json.readTree(golden(file)));
        assertHoldsEveryField(json.readTree(golden(file)), type);
    }

    /** Records within records too; of a list some element has each field. */
    private void assertHoldsEveryField(JsonNode document, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = document.path(component.getName());
            assertThat(value.isMissingNode())
                    .as("%s of %s is missing", component.getName(), type.getSimpleName())
                    .isFalse();
            Class<?> inner = component.getType();
            if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> element) {
                inner = element;
                ObjectNode together = json.createObjectNode();
                value.forEach(one -> together.setAll(one.isObject() ? (ObjectNode) one : json.createObjectNode()));
                value = together;
            }
            if (inner.isRecord() && !value.isEmpty()) {
                assertHoldsEveryField(value, inner);
            }
        }
    }

    private static InputStream golden(String file) {
        return GoldenDocumentsTest.class.getResourceAsStream("golden/" + file);
    }
}
