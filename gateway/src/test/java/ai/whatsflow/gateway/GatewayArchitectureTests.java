package ai.whatsflow.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.whatsflow.platform.test.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class GatewayArchitectureTests {

    private static final String ROOT = "ai.whatsflow.gateway";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void keepsTheShapeOfEveryService() {
        ArchitectureRules.check(ROOT);
    }

    @Test
    void hasNoServletStackAndNoStockSecurityChain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.springframework.security..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void neverBlocksForAReactiveResult() {
        noClasses()
                .should()
                .callMethod(Mono.class, "block")
                .orShould()
                .callMethod(Flux.class, "blockFirst")
                .orShould()
                .callMethod(Flux.class, "blockLast")
                .check(CLASSES);
    }

    @Test
    void givesEveryPolicyItsPlaceInTheChain() {
        classes()
                .that()
                .implement(GlobalFilter.class)
                .should()
                .implement(Ordered.class)
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
    }
}
