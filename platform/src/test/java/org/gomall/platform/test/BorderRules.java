package org.gomall.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;

/**
 * The borders that hold in every module; a module applies them with
 * {@code @ArchTest static final ArchTests borders = ArchTests.in(BorderRules.class)}.
 */
public final class BorderRules {

    private static final Set<String> SERVICES = Set.of("user", "product", "stock", "order", "payment", "web");

    private static final Set<String> AMOUNT_TYPES_NOT_ALLOWED =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    private BorderRules() {}

    /** A service knows the others by the api module only. */
    @ArchTest
    static final ArchRule services_know_each_other_by_their_api_only = SlicesRuleDefinition.slices()
            .assignedFrom(new Services())
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    /** The contracts are plain Java. */
    @ArchTest
    static final ArchRule api_is_plain_java = classes()
            .that()
            .resideInAPackage("org.gomall.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.gomall.api..")
            .allowEmptyShould(true);

    /** SQL stays inside its feature. */
    @ArchTest
    static final ArchRule mappers_are_package_private = classes()
            .that()
            .areAnnotatedWith("org.apache.ibatis.annotations.Mapper")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    /** So are the classes that mirror tables. */
    @ArchTest
    static final ArchRule table_classes_are_package_private = classes()
            .that()
            .areAnnotatedWith("com.baomidou.mybatisplus.annotation.TableName")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    /** Collaborators come through the constructor; Dubbo references are the one exception. */
    @ArchTest
    static final ArchRule no_field_injection = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .allowEmptyShould(true);

    /** Money is whole minor units, and nothing named like money is anything else. */
    @ArchTest
    static final ArchRule amounts_are_long = fields().that()
            .haveNameMatching(".*([Cc]ents|[Aa]mount|[Pp]rice|[Bb]alance)")
            .and()
            .areNotStatic()
            .should()
            .notHaveRawType(DescribedPredicate.describe(
                    "a floating-point number", type -> AMOUNT_TYPES_NOT_ALLOWED.contains(type.getName())))
            .allowEmptyShould(true);

    /** No amount passes through floating point on its way either. */
    @ArchTest
    static final ArchRule methods_do_not_return_floating_point_amounts = noMethods()
            .that()
            .haveNameMatching(".*([Cc]ents|[Aa]mount|[Pp]rice|[Bb]alance)")
            .should()
            .haveRawReturnType(DescribedPredicate.describe(
                    "a floating-point number", type -> AMOUNT_TYPES_NOT_ALLOWED.contains(type.getName())))
            .allowEmptyShould(true);

    /** Time comes from the injected clock. */
    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .allowEmptyShould(true);

    /** Output goes through the log. */
    @ArchTest
    static final ArchRule no_printing = noClasses()
            .that()
            .resideInAPackage("org.gomall..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .allowEmptyShould(true);

    /** One way to declare a logger. */
    @ArchTest
    static final ArchRule loggers_are_private_constants = fields().that()
            .haveRawType("org.slf4j.Logger")
            .and()
            .haveName("log")
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .allowEmptyShould(true);

    /** Who calls what stands in gomall-callers.yaml: no more and no less. */
    @ArchTest
    static void references_match_the_table_of_callers(JavaClasses classes) {
        CallerTable.assertMatches(classes);
    }

    /** Timeouts, retries and breakers stand in docs/resilience.md: no more and no less. */
    @ArchTest
    static void references_match_the_table_of_resilience(JavaClasses classes) {
        ResilienceTable.assertMatches(classes);
    }

    private static final class Services implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] parts = type.getPackageName().split("\\.");
            boolean ofService =
                    parts.length > 2 && type.getPackageName().startsWith("org.gomall.") && SERVICES.contains(parts[2]);
            return ofService ? SliceIdentifier.of(parts[2]) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "services";
        }
    }
}
