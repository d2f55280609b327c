package org.einlass.quality;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides, once for the whole house, what becomes of a test whose real part is missing. */
public final class RealPart implements ExecutionCondition {
    private static final String REQUIRED = "einlass.require.real.parts";
    private static final List<String> SYSTEM_FOLDERS = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

    /** Where a program of the machine is. */
    public static Optional<Path> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), SYSTEM_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Skips a test of missing programs, or fails it where real parts are required.
     *
     * @throws ExtensionConfigurationException where a required program is missing
     */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsProgram.class))
                .map(needs -> Stream.of(needs.value())
                        .filter(name -> program(name).isEmpty())
                        .toList())
                .orElse(List.of());
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("all programs are here")
                : without(missing, Boolean.getBoolean(REQUIRED));
    }

    static ConditionEvaluationResult without(List<String> missing, boolean required) {
        String sentence = "not on this machine: " + String.join(", ", missing);
        if (required) {
            throw new ExtensionConfigurationException(
                    sentence + ". With " + REQUIRED + "=true this is a failure; please install it.");
        }
        return ConditionEvaluationResult.disabled(sentence);
    }
}
