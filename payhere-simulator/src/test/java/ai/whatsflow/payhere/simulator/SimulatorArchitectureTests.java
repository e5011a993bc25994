package ai.whatsflow.payhere.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ai.whatsflow", importOptions = ImportOption.DoNotIncludeTests.class)
class SimulatorArchitectureTests {
    @ArchTest
    static final ArchRule sharesNoCodeWithThePlatform = noClasses()
            .that()
            .resideInAPackage("ai.whatsflow.payhere.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.whatsflow.platform..", "ai.whatsflow.billing..");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("ai.whatsflow.payhere.simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule keepsOrdersFreeOfHttp = noClasses()
            .that()
            .resideInAPackage("..order..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..");
}
