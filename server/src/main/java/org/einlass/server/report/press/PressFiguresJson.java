package org.einlass.server.report.press;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.einlass.reports.statistics.PressFigures;
import org.einlass.server.json.Json;
import org.jspecify.annotations.Nullable;

/** Published figures as the text of a column; a withheld number is absent. */
final class PressFiguresJson {
    private static final ObjectMapper MAPPER = Json.mapper();

    private PressFiguresJson() {}

    static String of(PressFigures figures) {
        ObjectNode all = MAPPER.createObjectNode();
        figures.visitors().ifPresent(people -> all.put("visitors", people));
        ArrayNode tables = all.putArray("tables");
        for (PressFigures.Table table : figures.tables()) {
            ObjectNode one = tables.addObject().put("heading", table.heading());
            ArrayNode cells = one.putArray("cells");
            for (PressFigures.Cell cell : table.cells()) {
                ObjectNode row = cells.addObject().put("label", cell.label()).put("rounded", cell.rounded());
                cell.visitors().ifPresent(people -> row.put("visitors", people));
            }
        }
        return all.toString();
    }

    /** @param text absent for a publication whose figures were not kept */
    static PressFigures read(@Nullable String text) {
        if (text == null) {
            return PressFigures.NONE;
        }
        try {
            JsonNode all = MAPPER.readTree(text);
            List<PressFigures.Table> tables = new ArrayList<>();
            for (JsonNode table : all.path("tables")) {
                List<PressFigures.Cell> cells = new ArrayList<>();
                for (JsonNode cell : table.path("cells")) {
                    cells.add(new PressFigures.Cell(
                            cell.path("label").asText(),
                            visitors(cell),
                            cell.path("rounded").asBoolean()));
                }
                tables.add(new PressFigures.Table(table.path("heading").asText(), cells));
            }
            return new PressFigures(visitors(all), tables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The published figures cannot be read.", e);
        }
    }

    private static Optional<Long> visitors(JsonNode node) {
        return Optional.ofNullable(node.get("visitors")).map(JsonNode::asLong);
    }
}
