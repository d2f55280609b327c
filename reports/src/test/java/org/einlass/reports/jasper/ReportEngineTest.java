package org.einlass.reports.jasper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.repo.RepositoryUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportEngineTest {

    static List<JasperReportsContext> contexts() {
        return List.of(ReportEngine.context(), DefaultJasperReportsContext.getInstance());
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void theClassAndRepositoryFiltersAreOnForEverybodyInTheProgram(JasperReportsContext context) {
        assertThat(context.getProperty("net.sf.jasperreports.report.class.filter.enabled"))
                .isEqualTo("true");
        assertThat(context.getProperty("net.sf.jasperreports.repository.url.filter.enabled"))
                .isEqualTo("true");
        assertThat(context.getProperty("net.sf.jasperreports.default.file.repository.enabled"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void aReportReadsNoFileAndOpensNoAddress(JasperReportsContext context, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        RepositoryUtil repository = RepositoryUtil.getInstance(context);

        for (String location : List.of(
                secret.toString(),
                secret.toUri().toString(),
                URI.create("http://127.0.0.1:9/x").toString())) {
            assertThatThrownBy(() -> repository.getBytesFromLocation(location)).isInstanceOf(JRException.class);
        }
    }

    @Test
    void noCompilerIsAtHandWhenTheProgramRuns() {
        assertThatThrownBy(() -> Class.forName("net.sf.jasperreports.jdt.JRJdtCompiler"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(getClass().getResource("attendance.jrxml")).isNull();
        assertThat(getClass().getResource("attendance.jasper")).isNotNull();
        assertThatThrownBy(() -> JasperCompileManager.compileReport("attendance.jrxml"))
                .isInstanceOf(JRException.class);
    }
}
