package org.einlass.kiosk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each case that was reported has a test on the real window, by its number. */
final class CaseTableTest {
    private static final List<String> CASES = List.of(
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "14", "15", "16", "17", "18", "19", "20", "21",
            "22", "23", "26", "34");

    private static final List<String> ON_THE_REAL_WINDOW = List.of(
            "org.einlass.kiosk.cases.CameraCasesTest",
            "org.einlass.kiosk.cases.PrinterCasesTest",
            "org.einlass.kiosk.cases.ScannerCasesTest",
            "org.einlass.kiosk.cases.SetUpCasesTest",
            "org.einlass.kiosk.cases.TroubleCasesTest",
            "org.einlass.kiosk.screen.RealScannerTest");

    private static final Pattern NUMBER = Pattern.compile("(?:case|And)(\\d\\d)");

    @Test
    void eachCaseHasATestOnTheRealWindow() throws Exception {
        Set<String> tried = new TreeSet<>();
        for (String name : ON_THE_REAL_WINDOW) {
            Class<?> type = Class.forName(name);
            assertThat(type.getAnnotation(Tag.class)).as(name).returns("scanner", Tag::value);
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class)) {
                    add(method.getName(), tried);
                }
            }
        }

        assertThat(tried).containsExactlyElementsOf(CASES);
    }

    private static void add(String method, Set<String> to) {
        Matcher number = NUMBER.matcher(method);
        while (method.startsWith("case") && number.find()) {
            to.add(number.group(1));
        }
    }
}
