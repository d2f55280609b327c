package org.einlass.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import org.einlass.quality.HouseRules;
import org.junit.jupiter.api.Test;

class ReportsArchitectureTest {

    private final HouseRules rules = HouseRules.of("org.einlass.reports");

    @Test
    void theHouseRulesHold() {
        rules.holdEverywhere();
    }

    @Test
    void eachForeignApiHasOneHome() {
        rules.foreignApiHasOneHome(
                "net.sf.jasperreports",
                "reports are set by JasperReports in one room, so that it can be replaced",
                "org.einlass.reports.jasper");
        rules.foreignApiHasOneHome(
                "com.lowagie", "PDF is written where JasperReports writes it", "org.einlass.reports.jasper");
        rules.foreignApiHasOneHome("com.google.zxing", "codes are drawn in one place", "org.einlass.reports.page");
        rules.foreignApiHasOneHome(
                "com.fasterxml.jackson", "only layouts are exchanged as JSON", "org.einlass.reports.badge");
        rules.foreignApiHasOneHome(
                "io.github.nianna", "words are divided where lines are broken", "org.einlass.reports.typography");
    }

    @Test
    void theTypeCaseKnowsNoPagesAndPagesKnowNoPress() {
        rules.neverSees(
                "org.einlass.reports.typography", "org.einlass.reports.page", "a line can be measured without a page");
        rules.neverSees(
                "org.einlass.reports.page", "org.einlass.reports.jasper", "a page can be laid out without a press");
        rules.neverSees("org.einlass.reports", "org.einlass.server", "records come in, pages go out");
        rules.neverSees("org.einlass.reports", "org.einlass.kiosk", "records come in, pages go out");
    }

    @Test
    void noPublicMethodOutsideThePressSpeaksOfJasperReports() {
        rules.check(noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("StructureTaggerFactory")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("PdfProducers")
                .should()
                .haveRawReturnType(JavaClass.Predicates.resideInAPackage("net.sf.jasperreports.."))
                .because("whoever prints needs to know no report engine"));
    }
}
