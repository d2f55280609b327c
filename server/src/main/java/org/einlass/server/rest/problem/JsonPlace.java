package org.einlass.server.rest.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;

/**
 * Where in a JSON body something is wrong: the field's path where it was understood that far, else line and
 * column.
 */
final class JsonPlace {
    private static final Wording UNKNOWN_FIELD =
            new Wording("Dieses Feld ist hier nicht bekannt.", "This field is not known here.");

    private JsonPlace() {}

    static ProblemException problem(JsonProcessingException thrown) {
        if (thrown instanceof JsonMappingException mapping && !mapping.getPath().isEmpty() && isValue(mapping)) {
            return value(mapping);
        }
        return ProblemException.of(ProblemKind.MALFORMED_JSON).at(position(thrown));
    }

    /**
     * Our own records say in their sentences what a value must be; other texts are for programmers and stay
     * here.
     */
    private static ProblemException value(JsonMappingException mapping) {
        ProblemException problem = ProblemException.of(ProblemKind.BAD_VALUE).at(path(mapping));
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return problem.saying(
                    UNKNOWN_FIELD,
                    KnownNames.remedy(unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .toList()));
        }
        return mapping.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
                ? problem.saying(Wording.same(own.getMessage()), ProblemKind.BAD_VALUE.remedy())
                : problem;
    }

    private static boolean isValue(JsonMappingException mapping) {
        return !(mapping.getCause() instanceof JsonProcessingException);
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String position(JsonProcessingException thrown) {
        JsonLocation place = thrown.getLocation();
        return place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
