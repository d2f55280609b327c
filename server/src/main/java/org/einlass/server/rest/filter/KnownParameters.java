package org.einlass.server.rest.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.einlass.contract.Wording;
import org.einlass.server.rest.problem.KnownNames;
import org.einlass.server.rest.problem.ProblemException;
import org.einlass.server.rest.problem.ProblemKind;

/**
 * Refuses parameters in a request's address that would be ignored: a name that the resource's method does not
 * ask for, a value that is empty, no number or no truth where it asks for one, a second value where it takes
 * one, and all that stands behind a semicolon. A slip in {@code dryRun} must never do something for real.
 */
@Provider
@Priority(Priorities.USER)
public class KnownParameters implements ContainerRequestFilter {
    private static final int LONGEST_NAME = 60;
    private static final Wording UNKNOWN =
            new Wording("Dieser Parameter ist hier nicht bekannt.", "This parameter is not known here.");
    private static final Wording TWICE = new Wording(
            "Dieser Parameter steht mehrfach in der Adresse.", "This parameter is in the address more than once.");
    private static final Wording NO_TRUTH =
            new Wording("Hier steht weder true noch false.", "This is neither true nor false.");
    private static final Wording BLANK = new Wording("Dieser Parameter ist leer.", "This parameter is empty.");
    private static final Wording NO_NUMBER = new Wording("Hier steht keine ganze Zahl.", "This is no whole number.");

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .anyMatch(String::isBlank)) {
            // A name of blanks would reach the resource as none at all.
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        Map<String, Class<?>> known = known(resource.getResourceMethod());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(known, name, values));
        for (PathSegment segment : request.getUriInfo().getPathSegments()) {
            segment.getMatrixParameters().keySet().forEach(name -> {
                throw refused(UNKNOWN, KnownNames.remedy(List.of()), name);
            });
        }
    }

    private static Map<String, Class<?>> known(Method method) {
        Map<String, Class<?>> known = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam named = parameter.getAnnotation(QueryParam.class);
            if (named != null) {
                known.put(named.value(), parameter.getType());
            }
        }
        return known;
    }

    private static void check(Map<String, Class<?>> known, String name, List<String> values) {
        Class<?> type = known.get(name);
        if (type == null) {
            throw refused(UNKNOWN, KnownNames.remedy(known.keySet()), name);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return;
        }
        if (values.size() > 1) {
            throw refused(TWICE, ProblemKind.BAD_VALUE.remedy(), name);
        }
        String value = values.get(0);
        if (type == boolean.class && !Arrays.asList("true", "false").contains(value)) {
            throw refused(NO_TRUTH, ProblemKind.BAD_VALUE.remedy(), name);
        }
        if (type != String.class && value.isBlank()) {
            throw refused(BLANK, ProblemKind.BAD_VALUE.remedy(), name);
        }
        boolean number = type == int.class || type == long.class;
        if (number && !isWhole(value, type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE)) {
            throw refused(NO_NUMBER, ProblemKind.BAD_VALUE.remedy(), name);
        }
    }

    private static boolean isWhole(String text, long most) {
        try {
            long number = Long.parseLong(text);
            return number <= most && number >= -most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static ProblemException refused(Wording sentence, Wording remedy, String name) {
        return ProblemException.of(ProblemKind.BAD_VALUE)
                .saying(sentence, remedy)
                .at(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }
}
